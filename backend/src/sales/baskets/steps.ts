import type { ReleaseReason } from '@sellary/contracts';
import { markPaid, releaseWins } from '../../claim-engine';
import { ApiError, groupBy } from '../../kernel';
import { readAccounts } from '../people/person-rows';
import type { ChangeDetails } from './basket-change.entity';
import { type BasketColumns, stateBefore, writeLines } from './basket-changes';
import type { StoredLine } from './basket-lines';
import { totalOf } from './basket-rows';
import { finishStep, type LockedBasket } from './locked-basket';
import { assertAllowed, type ForwardStep, STEP_RULES } from './step-rules';

export type StepDetails = Pick<ChangeDetails, 'method' | 'reference' | 'reason'>;

/**
 * Takes a locked basket one step forward.
 * @throws ApiError INVALID_TRANSITION, UNDO_STALE, CLAIM_PAID
 */
export async function stepForward(
  basket: LockedBasket,
  step: ForwardStep,
  version: string,
  details: StepDetails,
): Promise<void> {
  const { record } = basket;
  assertAllowed(step, record.state);
  if (record.units === 0) {
    throw new ApiError('INVALID_TRANSITION', 'Nothing was changed. The basket no longer has any units.');
  }
  if ((step === 'request' || step === 'pay') && totalOf(record) < 0) {
    throw new ApiError(
      'INVALID_TRANSITION',
      'Nothing was changed. The total is negative because units were removed from the basket. Correct its extra lines first.',
    );
  }
  const before = stateBefore(record);
  const effect = await EFFECTS[step](basket);
  const change = { step, to: STEP_RULES[step].to, version, details: { ...details, before, ...effect } };
  await finishStep(basket, change, columnsOf(basket, step, details));
}

function columnsOf({ record, at }: LockedBasket, step: ForwardStep, details: StepDetails): BasketColumns {
  switch (step) {
    case 'request':
      return { requestedAt: at, requestedTotal: record.currency === null ? null : totalOf(record) };
    case 'pay':
      return { paidAt: at, method: details.method ?? null, reference: details.reference ?? null };
    case 'pack':
      return { packedAt: at };
    case 'ship':
      return { shippedAt: at };
    default:
      return {};
  }
}

type Effect = (basket: LockedBasket) => Promise<Pick<ChangeDetails, 'releases'>>;
const noEffect: Effect = () => Promise.resolve({});

const EFFECTS: Readonly<Record<ForwardStep, Effect>> = {
  request: noEffect,
  pay: async (basket) => {
    await writeLines(basket.tx, basket.record.id, basket.lines, true);
    for (const [showId, claimIds] of claimsByShow(basket.lines)) {
      await markPaid(showOf(basket, showId), claimIds, true, basket.actor);
    }
    return {};
  },
  pack: noEffect,
  ship: noEffect,
  cancel: (basket) => endBasket(basket, 'basket-cancelled'),
  expire: (basket) => endBasket(basket, 'hold-expired'),
};

/** Stores the lines for the history and releases their units. */
async function endBasket(
  basket: LockedBasket,
  reason: ReleaseReason,
): Promise<Pick<ChangeDetails, 'releases'>> {
  await writeLines(basket.tx, basket.record.id, basket.lines, false);
  const accounts = await readAccounts(basket.tx, [basket.record.personId]);
  const buyerIds = accounts.map(({ buyer }) => buyer.id);
  const releases: NonNullable<ChangeDetails['releases']> = [];
  for (const [showId, claimIds] of claimsByShow(basket.lines)) {
    // The last units are released first, so that the remaining claims keep their unit numbers.
    const show = showOf(basket, showId);
    const released = await releaseWins(show, claimIds.reverse(), buyerIds, reason, basket.actor);
    releases.push(...released.map((release) => ({ showId, ...release })));
  }
  return { releases };
}

/** The lines' claim ids, grouped by show. */
export const claimsByShow = (lines: readonly StoredLine[]): [showId: string, claimIds: string[]][] =>
  groupBy(lines, ({ showId }) => showId).map((group) => [
    group[0].showId,
    group.map(({ claimId }) => claimId),
  ]);

export function showOf({ shows }: LockedBasket, showId: string) {
  const show = shows.get(showId);
  if (show === undefined) throw new Error(`Show ${showId} of a basket line is not locked`);
  return show;
}
