import type { DataSource } from 'typeorm';
import type { Reader } from '../../kernel';
import type { LoadedExtension } from '../loaded-extension';
import { ExtensionSwitches } from './extension-switches';

describe('Extension switches', () => {
  it("A switch is read in the caller's transaction, without a second connection.", async () => {
    const extensions = new Map([['shop', { isOnByDefault: true } as LoadedExtension]]);
    const noPool = {
      query: () => Promise.reject(new Error('A second connection was taken.')),
    } as unknown as DataSource;
    const switches = new ExtensionSwitches(extensions, noPool);
    const readerOf = (...rows: unknown[]): Reader => ({ query: async <Row>() => rows as Row[] });
    const isOn = (...rows: unknown[]): Promise<boolean> => switches.isOn('shop', 'a', readerOf(...rows));
    expect(await isOn({ enabled: null })).toBe(true);
    expect(await isOn({ enabled: false })).toBe(false);
    expect(await isOn()).toBe(false);
    expect(await switches.isOn('other', 'a', readerOf({ enabled: true }))).toBe(false);
  });
});
