import { randomBytes } from 'node:crypto';
import { ConfigSections } from '../../kernel';
import { TOKENS_SECTION } from './tokens.config';
import { TokenVault, UnreadableToken } from './token-vault';

const vaultWith = (tokenEncryptionKey: string): TokenVault => {
  const sections = new ConfigSections();
  sections.add(TOKENS_SECTION, { tokenEncryptionKey });
  return new TokenVault({ sections });
};
const [OLD, NEW] = [randomBytes(32).toString('base64'), randomBytes(48).toString('base64')];

describe('The token vault', () => {
  it('The vault decrypts a token that it encrypted, and never encrypts it to the same text twice.', () => {
    const vault = vaultWith(OLD);
    const sealed = vault.seal('EAAp-token', 'row');
    expect(sealed).toMatch(/^[0-9a-f]{8}(:[A-Za-z0-9+/]+=*){3}$/);
    expect(sealed).not.toContain('EAAp');
    expect(vault.seal('EAAp-token', 'row')).not.toBe(sealed);
    expect(vault.open(sealed, 'row')).toBe('EAAp-token');
  });

  it('The vault rejects a text that was changed or that belongs to another row.', () => {
    const vault = vaultWith(OLD);
    const sealed = vault.seal('EAAp-token', 'row');
    const [id, iv, tag, text] = sealed.split(':') as [string, string, string, string];
    const flip = (part: string): string => {
      const bytes = Buffer.from(part, 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    for (const forged of [
      [id, flip(iv), tag, text],
      [id, iv, flip(tag), text],
      [id, iv, tag, flip(text)],
      [id, iv, Buffer.from(tag, 'base64').subarray(0, 4).toString('base64'), text],
      [id, iv, tag],
      [''],
    ]) {
      expect(() => vault.open(forged.join(':'), 'row')).toThrow(UnreadableToken);
    }
    expect(() => vault.open(sealed, 'another row')).toThrow(UnreadableToken);
  });

  it('The vault decrypts with every key, and encrypts with the first key.', () => {
    const sealed = vaultWith(OLD).seal('EAAp-token', 'row');
    const rotated = vaultWith(`${NEW}, ${OLD}`);
    expect(rotated.open(sealed, 'row')).toBe('EAAp-token');
    expect(rotated.needsReseal(sealed)).toBe(true);
    const resealed = rotated.seal('EAAp-token', 'row');
    expect(rotated.needsReseal(resealed)).toBe(false);
    expect(vaultWith(NEW).open(resealed, 'row')).toBe('EAAp-token');
    expect(() => vaultWith(NEW).open(sealed, 'row')).toThrow(UnreadableToken);
  });

  it('A setting with a comma is one key if its parts are too short to be keys.', () => {
    const vault = vaultWith('a long enough secret, with a comma in it');
    expect(vault.open(vault.seal('t', 'row'), 'row')).toBe('t');
  });
});
