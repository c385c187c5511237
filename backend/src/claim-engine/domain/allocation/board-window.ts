import type { ClaimRule } from '@sellary/contracts';
import type { Mutable } from './board-contents';
import { BoardSteps, whyOf } from './board-steps';
import { byFairTime } from './places';
import { lineKey } from './stock-lines';
import type { ClaimState } from './types';
import { type RequestResult, type UnitRequest, requestReason } from './unit-request';

/** Claims waiting for the fairness window to end. They have neither a unit nor a place in line. */
export class BoardWindow extends BoardSteps {
  /** Makes a pending claim on one unit. */
  createPending({ ref, asked, variantAsked, ...request }: UnitRequest): void {
    const item = this.stockLines.get(request.itemKey);
    const claim: ClaimState = { ...request, itemId: item?.id ?? null, status: 'pending', place: null };
    const why = { ...whyOf('pending', item, item?.waiting), ...requestReason(asked, variantAsked) };
    this.create(ref, claim, why);
  }

  /**
   * Decides a pending claim as if it had just arrived. A claim that the policy leaves to an operator waits in
   * line. `variant` is the variant that the claim asked for, if its item was added after the claim.
   */
  decidePending(
    claimId: string,
    { variant, distinctUnits }: { variant: string | undefined; distinctUnits: boolean },
  ): RequestResult {
    const claim = this.pendingClaim(claimId);
    const item = this.stockLines.get(lineKey(claim.itemKey, variant));
    if (item === undefined) {
      this.moveWithoutLine(claim, 'unmatched', whyOf('no_such_item'));
      return { outcome: 'item_not_found' };
    }
    if (item.withdrawn === true) {
      this.move(claim, 'closed', whyOf('item_withdrawn', item), item);
      return { outcome: 'item_withdrawn' };
    }
    const { verdict, why } = this.decideRequest(item, claim);
    if (verdict === 'refuse') {
      this.move(claim, 'released', why, item);
      return { outcome: 'refused', why };
    }
    const status = verdict === 'win' ? 'winner' : 'waitlist';
    if (distinctUnits) claim.unit = this.unitOn(item.key, claim);
    this.move(claim, status, why, item);
    return { outcome: status };
  }

  /** Ends a pending claim excluded by a rule. */
  dropPending(claimId: string, rule: ClaimRule): void {
    const claim = this.pendingClaim(claimId);
    const item = this.stockLines.get(claim.itemKey);
    const why = whyOf(rule, item, item?.waiting);
    if (item === undefined) this.moveWithoutLine(claim, 'released', why);
    else this.move(claim, 'released', why, item);
  }

  /** Pending claims on a stock line, in order of fair time. */
  protected pendingOn(line: string): Mutable<ClaimState>[] {
    return [...this.claims.values()]
      .filter(({ itemKey, status }) => itemKey === line && status === 'pending')
      .sort(byFairTime);
  }

  private pendingClaim(claimId: string): Mutable<ClaimState> {
    const claim = this.claims.get(claimId);
    if (claim?.status === 'pending') return claim;
    throw new Error(`The board does not hold the pending claim ${claimId}`);
  }
}
