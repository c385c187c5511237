import type { Intent, ParsedComment } from '@sellary/contracts';
import { digitValue } from './characters';
import { CURRENT_ITEM, forReview } from './intents';
import { canonicalItemKey } from './item-key';
import { ASIAN_DOUBTS, ENGLISH_DOUBTS, EUROPEAN_DOUBTS } from './second-look-patterns';

/**
 * Conditions for a doubt. `n` is the number that its pattern found.
 * - `claimed`: the comment claims item n.
 * - `extra`: the comment claims item n after another item.
 * - `fraction`: the comment claims item n after another item, and the two numbers may be one price (`12.50`).
 * - `missed`: the show has item n, but the comment does not claim it.
 * - `passed`: the viewer passes on item n and claims another one.
 * - `waits`: the viewer asks to wait for an item.
 * - `backup`: the viewer asks to wait, but the word for waiting may be a form of address.
 * - `quantity`: the comment asks for n units, or for several units if the pattern has no number.
 * - `single`: the comment asks for one unit of each item.
 * - `always`: the pattern is enough.
 */
const CONDITIONS = [
  'claimed',
  'extra',
  'fraction',
  'missed',
  'passed',
  'waits',
  'backup',
  'quantity',
  'single',
  'always',
] as const;
type Condition = (typeof CONDITIONS)[number];

interface Doubt {
  when: Condition;
  /** Reason for the review. */
  reason: string;
  pattern: RegExp;
  /** The same pattern for a comment in ASCII, which is several times faster. */
  asciiPattern: RegExp;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  n: String.raw`(?<!\d)(?<n>\d{1,4})(?!\d)`,
  few: String.raw`(?<!\d)(?<n>[1-9])(?!\d)`,
  amount: String.raw`(?<!\d)(?<n>[1-9]|one|two|three|four|five|six)(?!\d)`,
  day: String.raw`(?<!\d)(?<n>[1-9]|[12]\d|3[01])(?!\d)`,
  end: String.raw`(?: (?:please|pls|plz|thanks|thx|po|ya|kak|nha|nhé|ạ|shop|svp|stp|por favor|porfa|bitte|grazie|merci|obrigad[oa]|gracias))?[ .!]*$`,
};

const SPELLED: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
};

/** A word boundary in any script. In a regular expression, `\b` ends a word before an accented letter. */
const BOUNDARY = String.raw`(?:(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}]))`;

/** "sold 12!": a word and a number, with nothing else. */
const PLAIN = /^[a-z]+ ?#?\d{1,4}[ !.]*$/;
const NOT_ASCII = /[^ -~]/;

const DOUBTS: readonly Doubt[] = [ENGLISH_DOUBTS, EUROPEAN_DOUBTS, ASIAN_DOUBTS].flatMap(readDoubts);

function readDoubts(lines: string): Doubt[] {
  return lines
    .normalize('NFKC')
    .split('\n')
    .flatMap((line) => {
      const [, first, reason = '', source = ''] = /^(\w+) ([\w-]+) (.+)$/.exec(line) ?? [];
      if (first === undefined) return [];
      const when = CONDITIONS.find((condition) => condition === first);
      if (when === undefined) throw new Error(`Unknown condition: ${line}`);
      const ascii = source.replace(
        /\{(n|few|amount|day|end)\}/g,
        (_, part: string) => PLACEHOLDERS[part] ?? '',
      );
      const pattern = new RegExp(ascii.replaceAll(String.raw`\b`, BOUNDARY), 'u');
      return [{ when, reason, pattern, asciiPattern: new RegExp(ascii) }];
    });
}

/**
 * Takes a second look at a comment that would be decided automatically. Sends it to review if it has a form
 * in which a number often means something else. The proposal leaves out what is in doubt: an extra item, a
 * pass, or an amount.
 */
export function lookAgain(
  parsed: ParsedComment,
  text: string,
  isKnown: (number: string) => boolean,
): ParsedComment {
  if (parsed.route !== 'auto') return parsed;
  // "13黑+1 白+1": the second option may be for the same item.
  const named = parsed.intents.filter(({ item }) => item !== CURRENT_ITEM);
  if (named.length > 0 && named.length < parsed.intents.length) return forReview('options-unclear', named);
  const line = plainText(text);
  if (PLAIN.test(line)) return parsed;
  const isAscii = !NOT_ASCII.test(line);
  for (const { pattern, asciiPattern, when, reason } of DOUBTS) {
    if (!mayApply(when, parsed.intents)) continue;
    const found = (isAscii ? asciiPattern : pattern).exec(line);
    const written = found?.groups?.['n'] ?? '';
    if (when !== 'quantity' && isRepeated(line, written)) continue;
    const intents = found && intentsToPropose(parsed.intents, written, when, isKnown);
    if (intents) return forReview(reason, intents);
  }
  return parsed;
}

/** The comment as the patterns expect it: in lowercase, with plain letters, digits, and quotes, and no emoji. */
function plainText(text: string): string {
  return text
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”″]/g, '"')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
    .toLowerCase()
    .replace(/[😢💔]/gu, ' :( ')
    .replace(/\uFE0F|\u200D|\u20E3/gu, '')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "sold 90! total 90s vibes": the number is also written where it is not in doubt. */
const isRepeated = (line: string, number: string): boolean =>
  number !== '' && line.split(new RegExp(`(?<!\\d)${number}(?!\\d)`)).length > 2;

/** False if the comment's intents cannot meet the condition, so there is no need to try the pattern. */
function mayApply(when: Condition, intents: readonly Intent[]): boolean {
  switch (when) {
    case 'extra':
    case 'fraction':
    case 'passed':
      return intents.length > 1;
    case 'quantity':
      return intents.some(({ qty }) => qty > 1);
    case 'waits':
    case 'backup':
      return intents.some(({ act }) => act === 'waitlist');
    default:
      return true;
  }
}

/** Returns the intents to propose, or null if the condition does not hold. */
function intentsToPropose(
  intents: readonly Intent[],
  number: string,
  when: Condition,
  isKnown: (number: string) => boolean,
): Intent[] | null {
  const key = canonicalItemKey(number);
  const at = intents.findIndex(({ item }) => item === key);
  const isExtra = intents.slice(0, Math.max(at, 0)).some(({ act }) => act === 'claim');
  const withoutIt = intents.filter((_, index) => index !== at);
  switch (when) {
    case 'claimed':
      return intents[at]?.act === 'claim' ? [...intents] : null;
    case 'extra':
      return isExtra ? withoutIt : null;
    case 'fraction':
      return isExtra ? intents.filter((_, index) => index !== at && index !== at - 1) : null;
    case 'missed':
      return at < 0 && isKnown(number) ? [...intents] : null;
    case 'passed':
      return intents[at]?.act === 'pass' && withoutIt.some(({ act }) => act === 'claim') ? withoutIt : null;
    case 'waits':
      return [...intents];
    case 'backup':
      return intents.map((intent) => (intent.act === 'waitlist' ? { ...intent, act: 'claim' } : intent));
    case 'quantity':
      return withoutAmount(intents, number);
    case 'single':
      return intents.every(({ qty }) => qty === 1) ? [...intents] : null;
    case 'always':
      return [...intents];
  }
}

/** Returns the intents with one unit instead of the amount, or null if no intent has the amount. */
function withoutAmount(intents: readonly Intent[], amount: string): Intent[] | null {
  const isMeant = ({ qty }: Intent): boolean =>
    qty > 1 && (amount === '' || qty === Number(SPELLED[amount] ?? amount));
  return intents.some(isMeant)
    ? intents.map((intent) => (isMeant(intent) ? { ...intent, qty: 1 } : intent))
    : null;
}
