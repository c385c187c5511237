import type {
  ActEffect,
  ActInputs,
  Actor,
  AuditAction,
  AuditSubject,
  ClaimChange,
  ErrorCode,
  OperatorAct,
  OperatorActName,
} from '@sellary/contracts';
import { type ActCaller, auditedBy } from '../../auth';
import { ApiError, recordAudit, Step } from '../../kernel';
import type { LockedShow } from '../../shows';
import { AllocationRefused, Board, type ClaimState, type Decision, idleUnits } from '../domain/allocation';
import { type ActOrigin, type ClaimMaker, DecisionRecorder } from '../decision-recorder/decision-recorder';
import { decideInTurns } from '../decision-recorder/decide-in-turns';
import { decideSafely } from '../decision-recorder/decide-safely';
import { sendClaims, sendItems, sendItemChanges } from '../decision-recorder/writes';
import { buyerName } from '../records/buyer-name';
import { type ClaimRecord, toClaimState } from '../records/claim-record';
import { type ItemRecord, toItemStates } from '../records/item-record';
import { recordTags } from '../records/tag-facts';
import { type ActDefinition, type EarlierActs, inputsOf } from './act-definition';
import { readHoldings } from './act-reads';
import { NAMED_BUYERS } from './named-buyers';

/** Rows that an act works on, and how its result is recorded. */
interface ActPlan<Name extends OperatorActName> {
  input: ActInputs[Name];
  actor: Actor;
  items: ItemRecord[];
  claims: ClaimRecord[];
  /** Claims in the lines that accepted claims join. The act reads these claims but does not change them. */
  line?: ClaimState[];
  earlier?: EarlierActs;
  make?: ClaimMaker;
  /** Positions before the act, by claim id, for claims that may return to a line. */
  positions?: Map<string, number>;
  /** Records the rows between the act's row and its results. */
  afterAct?: () => void;
}

export interface ActResult {
  /** Seq of the act's ledger row. */
  seq: number;
  recorder: DecisionRecorder;
  decisions: Decision[];
  changes: ClaimChange[];
}

const REFUSAL_TEXTS: Record<AllocationRefused['refusal'], string> = {
  ITEM_WITHDRAWN: 'Nothing was changed. The item is withdrawn. Restore it first.',
  ITEM_SOLD_OUT: 'Nothing was changed. No units are left. Increase the quantity or release a claim first.',
  QUANTITY_BELOW_CLAIMED:
    'Nothing was changed. More units than that are already claimed. Release claims first.',
  CLAIM_PAID: 'Nothing was changed. The unit is already paid for. Undo the payment in its basket first.',
  UNDO_STALE: 'Nothing was changed. The claims or the item have changed since then.',
};

/**
 * Runs one operator act through `decide()` under the show's lock. Records the act's own ledger row with its
 * input and changes first, then the resulting rows. Writes are sent but not awaited, because the show
 * transaction commits them.
 * @throws ApiError with the refusal's code, if the act is refused. In that case, nothing is written.
 */
export async function perform<Name extends OperatorActName>(
  show: LockedShow,
  act: ActDefinition<Name>,
  plan: ActPlan<Name>,
): Promise<ActResult> {
  // Buyers whose wins the act may change.
  const buyerIds = [
    ...new Set([
      ...plan.claims.map((claim) => claim.buyer.id),
      ...(NAMED_BUYERS[act.name]?.(plan.input) ?? []),
    ]),
  ];
  const { wins, decidedClaims, pendingClaims } = await readHoldings(show.tx, show.id, buyerIds);
  const states = [...(plan.line ?? []), ...plan.claims.map(toClaimState)];
  const boardState = {
    items: plan.items.flatMap(toItemStates),
    claims: [...new Map(states.map((claim) => [claim.id, claim])).values()],
    wins,
    decidedClaims,
    pendingClaims,
    tags: await recordTags(show, () => [...buyerIds, ...states.map(({ buyerId }) => buyerId)]),
  };
  const decisions = await convertRefusals(plan.claims, () =>
    decideSafely(show, (state) => {
      const board = new Board(boardState);
      return decideInTurns(board, state, inputsOf(act, plan.input, board, plan.earlier));
    }),
  );
  const changes = changesOf(decisions);
  const idle = act.undoable?.(plan.input) === true ? idleUnitsByItem(plan.items) : {};
  const seq = recordAct(show, act, plan.input, plan.actor, { changes, ...idle });
  const loaded = {
    items: new Map(plan.items.map((item) => [item.id, item])),
    claims: new Map(plan.claims.map((claim) => [claim.id, claim])),
    wins,
  };
  const recorder = new DecisionRecorder(
    show,
    loaded,
    plan.make ?? refuseNewClaim,
    originOf(plan.actor, seq),
    plan.positions,
  );
  plan.afterAct?.();
  const step = new Step();
  for (const decision of decisions) {
    if (decision.kind !== 'comment') recorder.apply(decision);
    if (step.isOver) {
      await show.flush();
      await step.pause();
    }
  }
  recorder.recordItems();
  show.awaitAtCommit([
    ...sendClaims(show.tx, recorder),
    ...sendItems(show.tx, recorder, show.at),
    ...sendItemChanges(show.tx, recorder),
  ]);
  return { seq, recorder, decisions, changes };
}

/** A decision by the engine has no operator. */
const originOf = (actor: Actor, seq: number): ActOrigin | null =>
  actor.kind === 'engine' ? null : { actor, seq };

/**
 * Writes the act's row to the ledger.
 * @returns its seq
 */
export function recordAct<Name extends OperatorActName>(
  show: LockedShow,
  act: ActDefinition<Name>,
  input: ActInputs[Name],
  actor: Actor,
  effect: ActEffect = {},
): number {
  const { name, version } = act;
  const row = {
    act: name,
    version,
    batch: show.batch,
    input: { ...input, ...effect },
    undoable: act.undoable?.(input) ?? false,
  };
  // TypeScript cannot infer that a definition's name and input match.
  return show.record('operator.act', row as unknown as OperatorAct, actor);
}

/** Adds the act to the audit log, in the same transaction. */
export function auditAct(
  show: LockedShow,
  caller: ActCaller,
  action: AuditAction,
  [entityType, entityId]: [subject: AuditSubject, id: string | null],
  change: { before?: unknown; after?: unknown },
): void {
  show.awaitAtCommit([
    recordAudit(show.tx, {
      ...change,
      ...auditedBy(caller, show.at),
      action,
      entityType,
      entityId,
      showId: show.id,
    }),
  ]);
}

/** True if the allocation refused an undo and the error does not specify a claim. */
export const isUnexplainedUndoRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.message === REFUSAL_TEXTS.UNDO_STALE;

export function refusal(code: Extract<ErrorCode, AllocationRefused['refusal']>, message?: string): ApiError {
  return new ApiError(code, message ?? REFUSAL_TEXTS[code]);
}

/**
 * Converts a refusal from `work` to an ApiError that identifies the claim preventing the act, if there is
 * one.
 */
async function convertRefusals<T>(claims: readonly ClaimRecord[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AllocationRefused)) throw error;
    const claim = claims.find(({ id }) => id === error.claim?.id);
    throw refusal(
      error.refusal,
      error.claim === null || claim === undefined
        ? undefined
        : CLAIM_REFUSAL_TEXTS[error.claim.reason](claim),
    );
  }
}

const CLAIM_REFUSAL_TEXTS = {
  paid: ({ buyer, itemNumber, itemKey }) =>
    `Nothing was changed. ${buyerName(buyer)}'s unit of #${itemNumber ?? itemKey} is already paid for. Undo the payment in its basket first.`,
  'no-unit': ({ buyer, itemNumber, itemKey }) =>
    `Nothing was changed. No units of #${itemNumber ?? itemKey} are left for ${buyerName(buyer)}.`,
  'claimed-again': ({ buyer, itemNumber, itemKey }) =>
    `Nothing was changed. ${buyerName(buyer)} has claimed #${itemNumber ?? itemKey} again since then.`,
} satisfies Record<NonNullable<AllocationRefused['claim']>['reason'], (claim: ClaimRecord) => string>;

/**
 * Units that were free before the act even though buyers were waiting. The sum is for an undo that leaves
 * only one of several lines.
 */
function idleUnitsByItem(items: ItemRecord[]): Pick<ActEffect, 'idle' | 'idleByItem'> {
  const byLine = items
    .flatMap(toItemStates)
    .map(({ key, total, claimed, waiting }) => [key, idleUnits(total, claimed, waiting)] as const);
  const idle = byLine.reduce((sum, [, units]) => sum + units, 0);
  if (idle === 0) return {};
  return byLine.length > 1 ? { idle, idleByItem: Object.fromEntries(byLine) } : { idle };
}

const refuseNewClaim: ClaimMaker = () => {
  throw new Error('This act creates no claims');
};

function changesOf(decisions: Decision[]): ClaimChange[] {
  return decisions.flatMap((decision): ClaimChange[] => {
    switch (decision.kind) {
      case 'created':
        return [{ claimId: decision.claim.id, before: null, after: decision.claim.status }];
      case 'moved':
        return [{ claimId: decision.claimId, before: decision.from, after: decision.to }];
      case 'freed': {
        const freed: ClaimChange = { claimId: decision.claimId, before: decision.from, after: decision.to };
        return decision.promoted === null
          ? [freed]
          : [freed, { claimId: decision.promoted.claimId, before: 'waitlist', after: 'winner' }];
      }
      default:
        return [];
    }
  });
}
