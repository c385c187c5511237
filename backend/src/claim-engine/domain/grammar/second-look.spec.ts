import type { ParsedComment } from '@sellary/contracts';
import { compileWords, parseComment } from '.';
import { ASIAN_DOUBTS, ENGLISH_DOUBTS, EUROPEAN_DOUBTS } from './second-look-patterns';

const ENGLISH = ['sold', 'mine', 'take', 'dibs'];
// prettier-ignore
const EUROPEAN = [
  'mío', 'lo quiero', 'quiero', 'meu', 'quero', 'vendu', 'vendido', 'je prends', 'prendo', 'nehme ich', 'meins',
  'apartado',
];
// prettier-ignore
const ASIAN = [
  'keep', 'order', 'ambil', 'chốt', 'lấy', 'mine', 'grab', 'cf', 'เอา', '+', '要', '買います', '찜', '주문',
];
const ITEMS = new Set(Array.from({ length: 120 }, (_, index) => String(index + 1)));

const parse = (text: string, claimWords: string[]): ParsedComment =>
  parseComment(text, compileWords({ claimWords, passWords: ['pass', 'paso', 'passo', 'je passe'] }), ITEMS);

/** Each example, the review reason in the pattern line below it, and the shop's claim words. */
const examplesIn = (lines: string, claimWords: string[]): [string, string, string[]][] =>
  lines.split('\n').flatMap((line, index, all) => {
    if (!line.startsWith('# ')) return [];
    const reason = all[index + 1]?.split(' ')[1] ?? '';
    return line
      .slice(2)
      .split(' | ')
      .map((text): [string, string, string[]] => [text, reason, claimWords]);
  });

describe('A second look at automatic comments', () => {
  it.each([
    ...examplesIn(ENGLISH_DOUBTS, ENGLISH),
    ...examplesIn(EUROPEAN_DOUBTS, EUROPEAN),
    ...examplesIn(ASIAN_DOUBTS, ASIAN),
  ])('“%s” goes to review (%s).', (text, reason, claimWords) => {
    expect(parse(text, claimWords)).toMatchObject({ route: 'review', reason });
  });

  it.each([
    ['sold 33 and 34', ['33', '34'], ENGLISH],
    ['sold 33, 34 for the twins', ['33', '34'], ENGLISH],
    ['sold 33 size 8', ['33'], ENGLISH],
    ['sold 33 size 8 and 34 size 10', ['33', '34'], ENGLISH],
    ['sold 33 $12', ['33'], ENGLISH],
    ['mío 12 te pago el viernes', ['12'], EUROPEAN],
    ['quero a 12', ['12'], EUROPEAN],
    ['je prends le 13 pour ma sœur', ['13'], EUROPEAN],
    ['chốt 5 màu xanh', ['5'], ASIAN],
    ['ambil 13', ['13'], ASIAN],
    ['sold 3 and 4 for my mom', ['3', '4'], ENGLISH],
    ['pass 33, sold 2 for me', ['33', '2'], ENGLISH],
    ['sold 33 2 pcs thanks', ['33'], ENGLISH],
    ['sold 33 please x2', ['33'], ENGLISH],
    ['sold 33 and 34 one each', ['33', '34'], ENGLISH],
    ['sold 45,50', ['45', '50'], ENGLISH],
    ['sold 90! total 90s vibes', ['90'], ENGLISH],
    ['sold 1 love this one', ['1'], ENGLISH],
    ['quiero el 45 te deposito al rato', ['45'], EUROPEAN],
    ['te pago mañana mio el 20', ['20'], EUROPEAN],
    ['quiero los 3 y 5', ['3', '5'], EUROPEAN],
    ['mío 13 y el 15 ya te pago', ['13', '15'], EUROPEAN],
    ['chot 13 mau hong', ['13'], ASIAN],
    ['order 13 2 pack', ['13'], ASIAN],
    ['ambil 13, ambil 15, ambil 8', ['13', '15', '8'], ASIAN],
  ])('“%s” stays automatic.', (text, items, claimWords) => {
    const { route, intents } = parse(text, claimWords);
    expect([route, ...intents.map(({ item }) => item)]).toEqual(['auto', ...items]);
  });

  it('The proposal leaves out the item or the quantity in doubt.', () => {
    const proposal = (text: string): string[] =>
      parse(text, ENGLISH).intents.map(({ item, qty }) => `${item} ×${qty}`);
    expect(proposal('sold 33 and 1 for my mom')).toEqual(['33 ×1']);
    expect(proposal('sold 33 2 piece set')).toEqual(['33 ×1']);
    expect(proposal('sold 33 $12 and 34 $15')).toEqual(['33 ×1']);
    expect(proposal('sold 2 2 piece set')).toEqual(['2 ×1']);
    expect(proposal('sold 33 x3, 34 the 2 piece set')).toEqual(['33 ×3', '34 ×1']);
  });
});
