import type { Actor } from '@sellary/contracts';
import { policyId, PolicyViolation } from '@sellary/extension-kit/domain';
import { type LockedShow, sourcesOf } from '../../shows';
import { type Decision, FALLBACK_POLICY, type ShowState } from '../domain/allocation';
import { showState } from '../records/show-state';

/**
 * Decides a batch. If the show's policy returns something that cannot be carried out, the whole result is
 * discarded. The show switches to `operator-decides`, and the batch is decided again, so that all of its
 * claims wait for an operator and none is lost. The ledger records the switch before the batch, so that
 * consoles see it and a replay applies it. An operator can change the policy back in the show's rules.
 * @param attempt decides the batch with a new board.
 * @throws AllocationRefused
 */
export async function decideSafely(
  show: LockedShow,
  attempt: (state: ShowState) => Decision[] | Promise<Decision[]>,
): Promise<Decision[]> {
  try {
    return await attempt(showState(show));
  } catch (error) {
    if (!(error instanceof PolicyViolation) || error.policy === FALLBACK_POLICY) throw error;
    await replacePolicy(show, error);
    return attempt(showState(show));
  }
}

async function replacePolicy(show: LockedShow, { policy, message }: PolicyViolation): Promise<void> {
  const engine: Actor = { kind: 'engine', reason: `${policyId(policy)} failed` };
  show.changeRules({ policy: policyId(FALLBACK_POLICY) }, engine);
  const text = `${message}. The show no longer uses this policy, and all claims wait for an operator. Change the policy in the show's rules.`;
  show.record(
    'error',
    { code: 'POLICY_FAILED', message: text, context: { policy: policyId(policy) } },
    engine,
  );
  const sources = await sourcesOf(show.tx, show.id);
  show.record('show.updated', { show: show.changedShow(sources) }, engine);
}
