import type { AcceptResult, Claim, DismissResult, ResolveResult } from '@sellary/contracts';
import { isActiveClaim } from '../../api/active-claim';
import { OUTCOME_WORDS } from '../../shows/claim-status-words';
import { buyerName } from '../../ui/buyer-name';
import { numberOf } from '../state/stock-lines';
import { undoText } from '../state/undo-text';
import { doneText } from './done-text';

/** A decision's result in words. */
export interface DecisionResult {
  readonly text: string;
  readonly seq: number | null;
  /** The effect of an undo in words. */
  readonly consequence: string;
}

export function resultOfAccept({ comment, claims, actSeq }: AcceptResult): DecisionResult {
  const buyer = buyerName(comment.buyer);
  const claim = claims.find(({ id }) => comment.claimIds.includes(id));
  return {
    text: (claim && claimResult(claim, buyer)) ?? doneText.acceptedWith(buyer, outcomeWord(comment.outcome)),
    seq: actSeq,
    consequence: [
      ...(claim && isActiveClaim(claim) ? [undoText.claimRemoved(buyer, numberOf(claim), claim.status)] : []),
      undoText.returnToNeedsYou(1),
    ].join('; '),
  };
}

export function resultOfAcceptAll({ resolved, claims, actSeq }: ResolveResult): DecisionResult {
  const countOf = (status: Claim['status']): number =>
    claims.filter((claim) => claim.status === status).length;
  const blocked = resolved.filter(({ outcome }) => outcome === 'blocked').length;
  return {
    text: [
      doneText.accepted(resolved.length, countOf('winner'), countOf('waitlist')),
      ...(blocked > 0 ? [doneText.blocked(blocked)] : []),
    ].join(', '),
    seq: actSeq,
    consequence: undoText.returnToNeedsYou(resolved.length),
  };
}

export function resultOfDismiss({ comment, actSeq: seq }: DismissResult): DecisionResult {
  const text = doneText.dismissed(buyerName(comment.buyer));
  return { text, seq, consequence: undoText.returnToNeedsYou(1) };
}

export function resultOfDismissAll({ resolved, actSeq: seq }: ResolveResult): DecisionResult {
  const text = doneText.dismissedAll(resolved.length);
  return { text, seq, consequence: undoText.returnToNeedsYou(resolved.length) };
}

function claimResult(claim: Claim, buyer: string): string | undefined {
  const { status, waitlistPosition } = claim;
  const itemNumber = numberOf(claim);
  if (status === 'winner') return doneText.won(buyer, itemNumber);
  if (status === 'unmatched') return doneText.keepsPlace(buyer, itemNumber);
  return status === 'waitlist' && waitlistPosition !== null
    ? doneText.waits(buyer, itemNumber, waitlistPosition)
    : undefined;
}

function outcomeWord(outcome: AcceptResult['comment']['outcome']): string {
  return OUTCOME_WORDS[outcome]?.word ?? outcome;
}
