import messages from '../../i18n/messages.json';

const ACCENTED = new Map(
  [
    ...'aåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzžAÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, plain = '', accented = '']) => [plain, accented] as const),
);
const PADDING = ' öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîẋ';
const EXPANSION = 0.4;
const CHOICE = /^\w+,\s*(?:plural|select|selectordinal),/;

/** All console messages in the pseudo-locale. */
export function pseudoTexts(): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(messages).map(([id, text]) => [id, pseudoText(text)]));
}

/** "Save" → "[Šåṽé öñé]". Placeholders such as `{$name}` and plural keywords do not change. */
export function pseudoText(text: string): string {
  // A plural contains whole sentences, and each of them needs its own brackets.
  if (text.startsWith('{') && closingBrace(text, 0) === text.length - 1 && CHOICE.test(text.slice(1))) {
    return accentOutsideBraces(text);
  }
  const letterCount = text.replace(/\{[^{}]*\}/g, '').length;
  const padding = PADDING.repeat(Math.ceil(letterCount / PADDING.length)).slice(
    0,
    Math.ceil(letterCount * EXPANSION),
  );
  return `[${accentOutsideBraces(text)}${padding.trimEnd()}]`;
}

const accent = (text: string): string =>
  Array.from(text, (letter) => ACCENTED.get(letter) ?? letter).join('');

function accentOutsideBraces(text: string): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    const close = open === -1 ? -1 : closingBrace(text, open);
    if (close === -1) return result + accent(text.slice(at));
    const inside = text.slice(open + 1, close);
    result += `${accent(text.slice(at, open))}{${CHOICE.test(inside) ? pseudoChoice(inside) : inside}}`;
    at = close + 1;
  }
  return result;
}

/** `VAR_PLURAL, plural, =1 {…} other {…}`: only what is in the braces is text. */
function pseudoChoice(choice: string): string {
  let result = '';
  for (let at = 0; at < choice.length;) {
    const open = choice.indexOf('{', at);
    const close = open === -1 ? -1 : closingBrace(choice, open);
    if (close === -1) return result + choice.slice(at);
    result += `${choice.slice(at, open)}{${pseudoText(choice.slice(open + 1, close))}}`;
    at = close + 1;
  }
  return result;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
