import { parse } from 'content-disposition';
import { attachment, fileNameOf } from './file-name';
import { escapeFormulas } from './harmless-cell';

describe('Export cells', () => {
  it.each([
    '=HYPERLINK("http://evil.example","click")',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\ttext',
    '\rtext',
    '  =1',
    '\uFEFF=1',
    '\u200B=1',
    '\u00A0=1',
    '\u3000＝1',
    '\u202E=1',
    '"=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '﹢1',
    '−1',
  ])('A cell that a spreadsheet would run as a formula gets an apostrophe: %j.', (text) => {
    expect(escapeFormulas(text)).toMatch(/^'/);
    expect(escapeFormulas(text).replaceAll("'", '')).toBe(text);
  });

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; "=1+1', 'a; "\'=1+1'],
    ['a\n=1+1', "a\n'=1+1"],
    ['a\t@b;-c', "a\t'@b;'-c"],
    ['\n=1', "'\n'=1"],
  ])('Text after a semicolon, a tab, or a line break cannot begin a formula: %j.', (text, expected) => {
    expect(escapeFormulas(text)).toBe(expected);
  });

  it.each([
    'ann',
    'a=b',
    'a-1',
    'me@example.com',
    'sold, out',
    'say "hi"',
    'مرحبا',
    '🔥🔥',
    '',
    "O'Neill",
    '12',
    'a; b',
  ])('Any other cell is left unchanged: %j.', (text) => {
    expect(escapeFormulas(text)).toBe(text);
  });
});

describe('Export names', () => {
  it.each([
    ['Sunday sale', 'Sunday sale 2026-03-01 claims.csv'],
    ['../../etc/passwd', 'etc passwd 2026-03-01 claims.csv'],
    ['a\r\nSet-Cookie: x', 'a Set-Cookie x 2026-03-01 claims.csv'],
    ['\u202Egpj.exe', 'gpj.exe 2026-03-01 claims.csv'],
    ['///', 'Show 2026-03-01 claims.csv'],
    ['ضيافة 🔥', 'ضيافة 🔥 2026-03-01 claims.csv'],
  ])('An export of the show %j is named %j.', (name, expected) => {
    const fileName = fileNameOf(name, '2026-03-01', 'claims', 'csv');
    expect(fileName).toBe(expected);
    const header = attachment(fileName);
    expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]+"(; filename\*=UTF-8''[\w%.!~-]+)?$/);
    expect(parse(header)).toMatchObject({ type: 'attachment', parameters: { filename: fileName } });
  });

  it('The ASCII name has unaccented letters, and "_" in place of other characters.', () => {
    expect(attachment('Été "à" 5% 2026-03-01.csv')).toContain('filename="Ete _a_ 5_ 2026-03-01.csv"');
  });
});
