import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config';
import { localSecrets } from './local-secrets';

describe('Local mode secrets', () => {
  let folder: string;
  const file = (): string => join(folder, 'secrets.json');
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sellary-secrets-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('Local secrets are generated once and then reused.', () => {
    const first = localSecrets(folder);
    expect(localSecrets(folder)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(3);
  });

  it('Only the file owner can read local secrets, and no temporary file is left behind.', () => {
    localSecrets(folder);
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it.each([
    ['an empty file', ''],
    ['half a file', '{"JWT_SECRET": "abc'],
    ['a file that lacks a secret', '{"JWT_SECRET": "abc"}'],
    ['a file with other content', 'null'],
  ])(
    'If secrets.json is damaged (%s), the error explains how to recover, and the file is not changed.',
    (_, text) => {
      writeFileSync(file(), text);
      expect(() => localSecrets(folder)).toThrow(ConfigError);
      expect(() => localSecrets(folder)).toThrow(/secrets\.json is damaged.*npm run restore.*delete it/s);
      expect(readFileSync(file(), 'utf8')).toBe(text);
    },
  );
});
