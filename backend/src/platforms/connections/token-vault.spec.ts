import { randomBytes } from 'node:crypto';
import { ConfigSections } from '../../kernel';
import { TOKENS_SECTION } from './tokens.config';
import { TokenVault, UnreadableToken } from './token-vault';

const vault = (tokenEncryptionKey: string): TokenVault => {
  const sections = new ConfigSections();
  sections.add(TOKENS_SECTION, { tokenEncryptionKey });
  return new TokenVault({ sections });
};
const [OLD, NEW] = [randomBytes(32).toString('base64'), randomBytes(48).toString('base64')];

describe('The vault of tokens', () => {
  it('The vault returns a token, and never encrypts it to the same text twice.', () => {
    const one = vault(OLD);
    const sealed = one.seal('EAAp-token', 'row');
    expect(sealed).toMatch(/^[0-9a-f]{8}(:[A-Za-z0-9+/]+=*){3}$/);
    expect(sealed).not.toContain('EAAp');
    expect(one.seal('EAAp-token', 'row')).not.toBe(sealed);
    expect(one.open(sealed, 'row')).toBe('EAAp-token');
  });

  it('The vault refuses a text that was changed or that belongs to another row.', () => {
    const one = vault(OLD);
    const sealed = one.seal('EAAp-token', 'row');
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
      expect(() => one.open(forged.join(':'), 'row')).toThrow(UnreadableToken);
    }
    expect(() => one.open(sealed, 'another row')).toThrow(UnreadableToken);
  });

  it('The vault reads with every given key and writes with the first.', () => {
    const sealed = vault(OLD).seal('EAAp-token', 'row');
    const turned = vault(`${NEW}, ${OLD}`);
    expect(turned.open(sealed, 'row')).toBe('EAAp-token');
    expect(turned.isOld(sealed)).toBe(true);
    const again = turned.seal('EAAp-token', 'row');
    expect(turned.isOld(again)).toBe(false);
    expect(vault(NEW).open(again, 'row')).toBe('EAAp-token');
    expect(() => vault(NEW).open(sealed, 'row')).toThrow(UnreadableToken);
  });

  it('A text with a comma is one key if its parts are too short to be keys.', () => {
    const one = vault('a long enough secret, with a comma in it');
    expect(one.open(one.seal('t', 'row'), 'row')).toBe('t');
  });
});
