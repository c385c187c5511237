import type { AcceptedIntent, AcceptRequest } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { canonicalItemKey } from '../domain/grammar';
import { requireVariant } from './named-variant';
import { type ProposedIntent, type ReviewContext, withListed } from './proposals';

/** The reason that a proposal cannot be accepted as it is. */
export type Missing = 'item' | 'variant';

/** Proposal for a comment, with an operator's edits. */
export interface EditedProposal {
  /** Null if an operator has to choose an item or a variant first. */
  intents: AcceptedIntent[] | null;
  /** The first choice that an operator has to make, or null if there is none. */
  missing: Missing | null;
  /** Canonical key of the item whose variant is missing, or null if `missing` is not `variant`. */
  itemMissingVariant: string | null;
}

/**
 * The proposal, with the operator's edits.
 * @throws ApiError VALIDATION_FAILED
 */
export function editedProposal(
  proposed: readonly ProposedIntent[],
  context: ReviewContext,
  edit: AcceptRequest = {},
): EditedProposal {
  const edited = withItem(proposed, edit)
    // The chosen variant replaces all variants of an item that the comment names.
    .filter(
      ({ item }, index, all) =>
        edit.variant === undefined || all.findIndex((other) => other.item === item) === index,
    )
    .map((intent) => withUnits(withVariant(intent, context, edit), edit));
  const missing = edited.map((intent) => missingIn(intent, context));
  const first =
    edited.length === 0 || missing.includes('item') ? 'item' : missing.find((choice) => choice !== null);
  const intents = edited.flatMap(({ item, ...intent }) => (item === null ? [] : [{ ...intent, item }]));
  return {
    intents: first === undefined ? intents : null,
    missing: first ?? null,
    itemMissingVariant: first === 'variant' ? (edited[missing.indexOf('variant')]?.item ?? null) : null,
  };
}

/** A pass does not need a variant. Without one, the pass gives up all units of the item. */
function missingIn({ act, item, listed }: ProposedIntent, { items }: ReviewContext): Missing | null {
  if (item === null) return 'item';
  return act !== 'pass' && listed !== true && items.get(item)?.variantNames != null ? 'variant' : null;
}

function withItem(proposed: readonly ProposedIntent[], { act, itemNumber }: AcceptRequest): ProposedIntent[] {
  if (itemNumber === undefined) {
    return act === undefined ? [...proposed] : proposed.map((intent) => withAct(intent, act));
  }
  const item = canonicalItemKey(itemNumber);
  if (item === null) throw ApiError.invalid('itemNumber', `"${itemNumber}" is not a valid item number.`);
  const first = proposed[0] ?? { act: 'claim' as const };
  return [{ ...withAct({ item: null, ...first }, act ?? first.act), item }];
}

/** A pass gives up all units unless the operator specifies how many. */
function withAct({ qty, counted, ...intent }: ProposedIntent, act: ProposedIntent['act']): ProposedIntent {
  if (act === intent.act || (act !== 'pass' && intent.act !== 'pass')) {
    return {
      ...intent,
      act,
      ...(qty === undefined ? {} : { qty }),
      ...(counted === undefined ? {} : { counted }),
    };
  }
  return { ...intent, act };
}

function withVariant(
  intent: ProposedIntent,
  context: ReviewContext,
  { variant }: AcceptRequest,
): ProposedIntent {
  const names = intent.item === null ? null : (context.items.get(intent.item)?.variantNames ?? null);
  if (variant === undefined) return withListed(intent, context);
  if (names === null) return withListed({ ...intent, variant }, context);
  return { ...intent, variant: requireVariant(variant, names, context.words), listed: true };
}

const withUnits = (intent: ProposedIntent, { quantity }: AcceptRequest): ProposedIntent =>
  quantity === undefined
    ? intent
    : { ...intent, qty: quantity, ...(intent.act === 'pass' ? { counted: true as const } : {}) };
