import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config';
import { localSecrets } from './local-secrets';

describe('The secrets of local mode', () => {
  let folder: string;
  const file = (): string => join(folder, 'secrets.json');
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sellary-secrets-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('Local secrets are generated once and stay the same.', () => {
    const first = localSecrets(folder);
    expect(localSecrets(folder)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(3);
  });

  it('Only their owner can read local secrets, and no temporary file remains.', () => {
    localSecrets(folder);
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it.each([
    ['an empty file', ''],
    ['half a file', '{"JWT_SECRET": "abc'],
    ['a file that lacks a secret', '{"JWT_SECRET": "abc"}'],
    ['a file that holds something else', 'null'],
  ])('Local secrets are refused with a remedy if there is %s, which stays unchanged.', (_, text) => {
    writeFileSync(file(), text);
    expect(() => localSecrets(folder)).toThrow(ConfigError);
    expect(() => localSecrets(folder)).toThrow(/secrets\.json is damaged.*npm run restore.*delete it/s);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });
});
