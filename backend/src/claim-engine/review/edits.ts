import type { AcceptRequest, AcceptedComment } from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { canonicalItemKey } from '../domain/grammar';
import type { ProposedIntent } from './proposals';

type Intents = AcceptedComment['intents'];

/**
 * The intents to accept: the proposal, as the operator edited it; null if the operator has to choose an item.
 * @throws ApiError VALIDATION_FAILED
 */
export function editedIntents(proposed: readonly ProposedIntent[], edit: AcceptRequest = {}): Intents | null {
  refuseUnsupported(edit);
  const { act, itemNumber } = edit;
  if (itemNumber !== undefined) {
    const item = canonicalItemKey(itemNumber);
    if (item === null) throw ApiError.invalid('itemNumber', `"${itemNumber}" is not a valid item number.`);
    return [{ act: act ?? proposed[0]?.act ?? 'claim', item }];
  }
  const intents = proposed.flatMap(({ item, act: own }) =>
    item === null ? [] : [{ act: act ?? own, item }],
  );
  return intents.length === 0 || intents.length < proposed.length ? null : intents;
}

function refuseUnsupported({ variant, quantity }: AcceptRequest): void {
  if (variant !== undefined) {
    throw ApiError.invalid('variant', 'Nothing was changed. Items have no variants yet. Leave variant out.');
  }
  if (quantity !== undefined && quantity !== 1) {
    throw ApiError.invalid('quantity', 'Nothing was changed. A claim is one unit. Set quantity to 1.');
  }
}
