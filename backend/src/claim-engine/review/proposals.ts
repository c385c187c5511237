import type {
  AcceptedIntent,
  CommentWhy,
  Intent,
  IntentOutcome,
  ParsedComment,
  ReviewGroupKind,
  ShowRules,
} from '@sellary/contracts';
import { type CompiledWords, CURRENT_ITEM, phraseKey } from '../domain/grammar';
import type { ReadableItems } from '../records/comment-reader';
import { findVariant, findVariants } from './named-variant';

/** A show's current state, for reading its open reviews, so that proposals are always up to date. */
export interface ReviewContext {
  rules: ShowRules;
  /** Items by canonical key. */
  items: ReadonlyMap<string, { id: string; itemNumber: string; variantNames: readonly string[] | null }>;
  /** The items, for comment readers. */
  readableItems: ReadableItems;
  /** The show's words, for recognizing variants. */
  words: CompiledWords;
  /** The keys of the show's claim and pass words (see `phraseKey`). */
  wordKeys: ReadonlySet<string>;
  /** Parses a text with the show's current words and items. */
  read(text: string): ParsedComment;
  /** Parses a text as if the items that it names existed. */
  readUnknownItems(text: string): ParsedComment;
  /**
   * Key of the item that was on screen at `time`, in ms, or else of the item on screen now, or null if there
   * is none.
   */
  itemKeyOnScreenAt(time: number): string | null;
}

/**
 * One intent of a comment, as accepting would decide it. `item` is null if an operator has to choose the
 * item.
 */
export type ProposedIntent = Omit<AcceptedIntent, 'item'> & { item: string | null };

/** The parts of a comment in review that proposals depend on. */
interface ReviewedComment {
  text: string;
  parsed: ParsedComment;
  why: CommentWhy | null;
  outcomes: readonly IntentOutcome[] | null;
  commentedAt: Date;
}

/**
 * The intents that the engine would have decided if it had been certain, except those that it has already
 * decided. `maxClaimsPerComment` limits only the claims, because an operator who accepts `swap 40 for 41` must
 * not only give up the first item.
 */
export function proposedIntents(comment: ReviewedComment, context: ReviewContext): ProposedIntent[] {
  return firstClaims(intentsOf(comment, context), context.rules.maxClaimsPerComment)
    .filter((_, index) => isOpen(comment, index))
    .map(({ act, item, qty, counted, variant }) => ({
      act,
      item: item === CURRENT_ITEM ? context.itemKeyOnScreenAt(comment.commentedAt.getTime()) : item,
      ...(act === 'pass' && counted === undefined ? {} : { qty }),
      ...(counted === undefined ? {} : { counted }),
      ...(variant === undefined ? {} : { variant }),
    }))
    .flatMap((intent) => forEachVariant(intent, context));
}

/** The intents before the claim that exceeds the limit. */
function firstClaims(intents: Intent[], maxClaims: number): Intent[] {
  const claims = intents.filter(({ act }) => act !== 'pass');
  const excess = claims[maxClaims];
  return excess === undefined ? intents : intents.slice(0, intents.indexOf(excess));
}

/**
 * True if the intent is not decided yet. A comment in review may contain intents that have already been
 * decided.
 */
const isOpen = ({ outcomes }: ReviewedComment, index: number): boolean =>
  (outcomes?.[index]?.outcome ?? 'review') === 'review';

/**
 * If the item now has the variant, replaces the viewer's spelling with the item's name for the variant, and
 * sets `listed`.
 */
export function withListed<T extends ProposedIntent>(
  { listed: _, ...intent }: T,
  { items, words }: ReviewContext,
): Omit<T, 'listed'> & Pick<ProposedIntent, 'listed'> {
  const { item, variant } = intent;
  const names = item === null ? null : (items.get(item)?.variantNames ?? null);
  if (names === null || variant === undefined) return intent;
  const name = findVariant(variant, names, words);
  return name === null ? intent : { ...intent, variant: name, listed: true };
}

/** `M and L` asks for a unit of each, which only an operator can decide. */
function forEachVariant(intent: ProposedIntent, context: ReviewContext): ProposedIntent[] {
  const { item, variant, act, qty = 1 } = intent;
  const names = item === null ? null : (context.items.get(item)?.variantNames ?? null);
  const variants =
    names === null || variant === undefined || act === 'pass'
      ? null
      : findVariants(variant, names, context.words);
  if (variants === null || variants.length < 2) return [withListed(intent, context)];
  const distinct = [...new Set(variants)];
  const quantity = qty === distinct.length ? 1 : qty;
  return distinct.map((name) => ({ ...intent, qty: quantity, variant: name, listed: true }));
}

/**
 * The grammar proposes only items that exist. If it proposed none when the comment arrived, the comment's item
 * may have been added since, or may still be missing.
 */
function intentsOf({ text, parsed }: ReviewedComment, context: ReviewContext): Intent[] {
  if (parsed.intents.length > 0) return parsed.intents;
  const { intents } = context.read(text);
  return intents.length > 0 ? intents : context.readUnknownItems(text).intents;
}

/** The group of reviews that one decision would resolve. */
export function groupOf(
  comment: ReviewedComment,
  context: ReviewContext,
): { key: string; kind: ReviewGroupKind; label: string } {
  const { parsed, why, outcomes } = comment;
  // Everything is decided, but the comment's author became known and already had a claim on one of its items.
  if (outcomes !== null && outcomes.length > 0 && outcomes.every(({ outcome }) => outcome !== 'review')) {
    return group('rule', 'author-known');
  }
  const [intent] = intentsOf(comment, context);
  const word = intent?.word == null ? null : phraseKey(intent.word);
  if (word !== null && !context.wordKeys.has(word)) return group('word', word);
  const [proposed] = proposedIntents(comment, context);
  if (proposed?.item != null && !context.items.has(proposed.item)) return group('item', proposed.item);
  // A comment with the route `auto` and without a rule arrived too long after the show's end.
  return group('rule', why?.rule ?? parsed.reason ?? 'late-delivery');
}

const group = (
  kind: ReviewGroupKind,
  label: string,
): { key: string; kind: ReviewGroupKind; label: string } => ({ key: `${kind}:${label}`, kind, label });
