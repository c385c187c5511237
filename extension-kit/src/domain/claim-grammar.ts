import { INTENT_ACTS, type ParsedComment, ROUTES } from '@sellary/contracts';

/** A show's words and variants. Frozen, and the same object until one of them changes. */
export interface GrammarVocabulary {
  readonly claimWords: readonly string[];
  readonly passWords: readonly string[];
  /** Variant values by item key, for items that have variants: `S`, `M`, `RED`. */
  readonly variants: ReadonlyMap<string, readonly string[]>;
}

/** A grammar's result. The product adds the grammar's name and version. */
export type GrammarResult = Omit<ParsedComment, 'grammar'>;

/**
 * Reads what a viewer wrote. Chosen per show. Pure: the same arguments always give the same result. Total:
 * every text gives a result, in time at most proportional to its length. It never stores or sends anything.
 *
 * The product stores each result with its comment and never reads a decided comment again, so a new version
 * affects only later comments. Increment `version` whenever the result for any text may change.
 */
export interface ClaimGrammar {
  /** Lowercase letters, digits, and hyphens. Shows refer to it, so it never changes. */
  readonly name: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Display name in the console; `name` if left out. */
  readonly label?: string;
  /**
   * Reads one comment.
   * @param text as the viewer wrote it, at most 10,000 UTF-16 units.
   * @param itemKeys canonical numbers of the show's items: `7` for `#007`. Empty if the show has none yet.
   * @returns `auto` with at least one intent if the engine should act, `review` if an operator must decide,
   * or `ignore` for chatter. An intent's `item` is a number, as written or canonical; its `span` is inside
   * `text`.
   */
  read(text: string, vocabulary: GrammarVocabulary, itemKeys: ReadonlySet<string>): GrammarResult;
}

/** A grammar's name and version, as the ledger and each comment record them: `builtin@6`. */
export const grammarId = ({ name, version }: Pick<ClaimGrammar, 'name' | 'version'>): string =>
  `${name}@${version}`;

/** Maximum number of intents in one comment. */
export const MAX_GRAMMAR_INTENTS = 50;
const MAX_QUANTITY = 999;

/** The reason why a grammar's result cannot be used, as the end of a sentence; null if it can be used. */
export function grammarProblem(text: string, result: unknown): string | null {
  if (!isRecord(result)) return 'did not return a result';
  if (typeof result['then'] === 'function') return 'returned a promise. A grammar must be synchronous';
  const { route, intents, reason } = result;
  if (!ROUTES.some((known) => known === route)) return `returned the unknown route ${JSON.stringify(route)}`;
  if (!Array.isArray(intents)) return 'did not return a list of intents';
  if (intents.length > MAX_GRAMMAR_INTENTS) return `returned more than ${MAX_GRAMMAR_INTENTS} intents`;
  if (route === 'auto' && intents.length === 0) return 'returned the route auto without an intent';
  if (route === 'auto' ? reason !== null : typeof reason !== 'string' || reason === '') {
    return `returned the reason ${JSON.stringify(reason)} for the route ${String(route)}. It must be null for auto, and a non-empty string for any other route`;
  }
  for (const intent of intents as unknown[]) {
    const problem = intentProblem(text, intent);
    if (problem !== null) return problem;
  }
  return null;
}

function intentProblem(text: string, intent: unknown): string | null {
  if (!isRecord(intent)) return 'returned an intent that is not an object';
  const { act, item, itemText, qty, rule, span, word } = intent;
  if (!INTENT_ACTS.some((known) => known === act)) return `returned the unknown act ${JSON.stringify(act)}`;
  if (typeof item !== 'string' || item === '') return 'returned an intent without an item';
  if (typeof itemText !== 'string') return 'returned an intent without itemText';
  if (typeof qty !== 'number' || !Number.isInteger(qty) || qty < 1 || qty > MAX_QUANTITY) {
    return `returned the quantity ${String(qty)}. It must be a whole number from 1 to ${MAX_QUANTITY}`;
  }
  if (typeof rule !== 'string' || rule === '') return 'returned an intent without a rule';
  if (word !== null && typeof word !== 'string') return 'returned a word that is neither a string nor null';
  const { start, end } = isRecord(span) ? span : {};
  const isInside =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(end) <= text.length;
  return isInside && Number(start) <= Number(end) ? null : 'returned a span that is not inside the text';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
