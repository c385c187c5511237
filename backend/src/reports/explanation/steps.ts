import type {
  Claim,
  ClaimRule,
  ClaimWhy,
  Comment,
  ExplanationStep,
  ReleaseReason,
  ShowEvent,
} from '@sellary/contracts';

type ClaimRow = Extract<ShowEvent, { type: 'claim.created' | 'claim.updated' | 'claim.released' }>;
type ActRow = Extract<ShowEvent, { type: 'operator.act' }>;

const decisionOf = (
  { status, waitlistPosition, why }: Claim,
  counted: number | null,
  before: Claim | null,
) => ({
  status,
  rule: why.rule,
  unitsLeft: why.unitsLeft,
  ahead: why.ahead,
  position: status === 'closed' ? (before?.waitlistPosition ?? null) : waitlistPosition,
  asked:
    why.asked === undefined
      ? null
      : { ...why.asked, ...(counted === null || counted >= why.asked.of ? {} : { counted }) },
});

const timesOf = ({ claimTime, fairTime, arrival }: ClaimWhy) => ({
  claimTime,
  fairTime: fairTime ?? null,
  arrival,
});

/** Everything that changed the claim, from the ledger rows that mention it, in ledger order. */
export function stepsOf(claim: Claim, rows: readonly ShowEvent[]): ExplanationStep[] {
  const { claimTime, fairTime, arrival } = timesOf(claim.why);
  const steps: ExplanationStep[] = [];
  if (claim.rawText !== null) {
    steps.push({ kind: 'written', at: claimTime, values: { text: claim.rawText, arrival, fairTime } });
  }
  let before: Claim | null = null;
  let act: ActRow | null = null;
  let claimCount: number | null = null;
  const commentChanges: Extract<ExplanationStep, { kind: 'comment_changed' }>[] = [];
  for (const row of rows) {
    switch (row.type) {
      case 'operator.act': {
        act = row;
        const latest = commentChanges[commentChanges.length - 1]?.values;
        if (latest?.change === 'deleted') latest.effect = effectOf(row, claim.id) ?? latest.effect;
        break;
      }
      case 'comment.received':
        claimCount = claimCountOf(claim.id, row.data.comment);
        break;
      case 'comment.updated': {
        const { change } = row.data;
        if (change !== 'edited' && change !== 'deleted') break;
        const step = {
          kind: 'comment_changed' as const,
          at: row.at,
          values: { change, effect: 'none' as const },
        };
        commentChanges.push(step);
        steps.push(step);
        break;
      }
      case 'claim.created':
      case 'claim.updated':
      case 'claim.released': {
        const after = claimFromRow(row, claim.id);
        if (after === null) break;
        steps.push(...stepsOfChange({ row, before, after, act, claimCount }));
        before = after;
        break;
      }
      default:
    }
  }
  return steps;
}

const claimFromRow = ({ data }: ClaimRow, id: string): Claim | null =>
  data.claim.id === id
    ? data.claim
    : 'promotedClaim' in data && data.promotedClaim?.id === id
      ? data.promotedClaim
      : null;

/** Effect of the show's rule on a deleted comment's claim, or undefined if the act has another cause. */
function effectOf({ data, by }: ActRow, claimId: string): 'flagged' | 'released' | undefined {
  if (by?.kind !== 'engine') return undefined;
  if (data.act === 'flag' && data.input.claimId === claimId) return 'flagged';
  if (data.act !== 'release' || data.input.claimId !== claimId) return undefined;
  return reasonOf({ data, by }) === 'comment-deleted' ? 'released' : undefined;
}

/** Number of claims that the comment got on this claim's item, or null if it is not recorded. */
const claimCountOf = (claimId: string, { outcomes }: Comment): number | null =>
  outcomes?.find(({ claimIds }) => claimIds.includes(claimId))?.claimIds.length ?? null;

/**
 * A ledger row about the claim, with the claim before and after it. `act` is the latest act before the row.
 */
interface ClaimChange {
  row: ClaimRow;
  before: Claim | null;
  after: Claim;
  act: ActRow | null;
  claimCount: number | null;
}

function stepsOfChange({ row, before, after, act, claimCount }: ClaimChange): ExplanationStep[] {
  const origin = { at: row.at, ...(row.by === undefined ? {} : { by: row.by }) };
  // A row without `by` comes from a viewer's comment, not from the latest act.
  const undoneAct = act?.data.act === 'undo' && row.by !== undefined ? act.data.input : null;
  if (row.type === 'claim.released' && row.data.claim.id !== after.id) {
    const { status, buyer } = row.data.claim;
    const isUndo = undoneAct !== null;
    const because = isUndo ? 'undo' : status === 'passed' ? 'passed' : 'released';
    const reason = because === 'released' ? reasonOf(act) : null;
    return [{ ...origin, kind: 'promoted', values: { because, buyer: isUndo ? null : buyer, reason } }];
  }
  if (undoneAct !== null && after.why.rule !== 'unit_freed' && after.status !== before?.status) {
    return [{ ...origin, kind: 'undone', values: { act: undoneAct.act, status: after.status } }];
  }
  if (row.type === 'claim.released') {
    return [
      after.status === 'passed'
        ? { ...origin, kind: 'passed', values: {} }
        : { ...origin, kind: 'released', values: { rule: reasonOf(act) } },
    ];
  }
  const decision = decisionOf(after, claimCount, before);
  if (before === null) return firstSteps(origin, row, decision);
  const identified: ExplanationStep[] =
    before.buyer.id === after.buyer.id
      ? []
      : [{ ...origin, kind: 'identified', values: { buyer: after.buyer } }];
  // A flag or a note adds a row about the claim, but does not change its status.
  if (before.status === after.status) return identified;
  return [...identified, stepOfDecision(origin, decision)];
}

/**
 * Reason for the release by `act`, or null if `act` is not a release or an operator released the claim
 * directly. Old rows for deleted comments have no reason, so the engine's releases without one are read as
 * `comment-deleted`.
 */
function reasonOf(act: Pick<ActRow, 'data' | 'by'> | null): ReleaseReason | null {
  if (act?.data.act !== 'release') return null;
  return act.data.input.reason ?? (act.by?.kind === 'engine' ? 'comment-deleted' : null);
}

type StepOrigin = Pick<ExplanationStep, 'at' | 'by'>;

type DecisionValues = ReturnType<typeof decisionOf>;

function firstSteps(origin: StepOrigin, row: ClaimRow, decision: DecisionValues): ExplanationStep[] {
  if (decision.rule === 'awarded') return [{ ...origin, kind: 'awarded', values: {} }];
  const accepted: ExplanationStep[] =
    row.by === undefined ? [] : [{ ...origin, kind: 'accepted', values: {} }];
  return [...accepted, { ...origin, kind: 'decided', values: decision }];
}

function stepOfDecision(origin: StepOrigin, decision: DecisionValues): ExplanationStep {
  const { rule, status } = decision;
  if (status === 'released') return { ...origin, kind: 'released', values: { rule } };
  switch (rule as ClaimRule) {
    case 'awarded':
      return { ...origin, kind: 'awarded', values: {} };
    case 'quantity_raised':
      return { ...origin, kind: 'promoted', values: { because: 'quantity', buyer: null, reason: null } };
    case 'unit_freed':
      return { ...origin, kind: 'promoted', values: { because: 'undo', buyer: null, reason: null } };
    default:
      return { ...origin, kind: rule.startsWith('item_added_') ? 'item_added' : 'decided', values: decision };
  }
}

/** Steps about the current state: who has the last unit if this claim has none, and the claim's place. */
export function currentSteps(
  claim: Claim,
  item: { totalQuantity: number; claimedCount: number; waitlistCount: number } | null,
  lastWinner: Claim | null,
  at: string,
): ExplanationStep[] {
  const standing: ExplanationStep = {
    kind: 'standing',
    at,
    values: {
      status: claim.status,
      position: claim.waitlistPosition,
      total: item?.totalQuantity ?? null,
      won: item?.claimedCount ?? null,
      waiting: item?.waitlistCount ?? null,
    },
  };
  if (lastWinner === null) return [standing];
  const { claimTime, fairTime } = timesOf(lastWinner.why);
  const msEarlier = fairMs(claim.why) - fairMs(lastWinner.why);
  const values = { buyer: lastWinner.buyer, rule: lastWinner.why.rule, claimTime, fairTime, msEarlier };
  const by = lastWinner.why.rule === 'awarded' && lastWinner.actor !== null ? { by: lastWinner.actor } : {};
  return [{ kind: 'last_unit', at: lastWinner.updatedAt, ...by, values }, standing];
}

const fairMs = ({ fairTime, claimTime }: ClaimWhy): number => Date.parse(fairTime ?? claimTime);
