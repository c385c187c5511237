import { pseudoText } from './pseudo-locale';

describe('The pseudo-locale', () => {
  it('A text gets accents and brackets and becomes at least 40% longer.', () => {
    const text = pseudoText('Release the item');
    expect(text).toMatch(/^\[Ŕéļéåšé ţĥé îţéɱ .+\]$/);
    expect(text.length).toBeGreaterThanOrEqual('Release the item'.length * 1.4);
  });

  it('Placeholders do not change.', () => {
    expect(pseudoText('{$name} joined {$START_TAG_STRONG}{$shop}{$CLOSE_TAG_STRONG}')).toMatch(
      /^\[\{\$name\} ĵöîñéð \{\$START_TAG_STRONG\}\{\$shop\}\{\$CLOSE_TAG_STRONG\}/,
    );
  });

  it('In a plural, only the sentences change.', () => {
    expect(pseudoText('{VAR_PLURAL, plural, =1 {1 item} other {{INTERPOLATION} items}}')).toMatch(
      /^\{VAR_PLURAL, plural, =1 \{\[1 îţéɱ.*\]\} other \{\[\{INTERPOLATION\} îţéɱš.*\]\}\}$/,
    );
  });
});
