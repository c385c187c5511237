import {
  type ClaimStatus,
  DEFAULT_RULES,
  type DismissedNumber,
  type LedgerData,
  type OperatorAct,
  type Show,
  type ShowRules,
  type ShowStatus,
} from '@sellary/contracts';
import { type AllocationPolicy, policyId } from '@sellary/extension-kit/domain';
import type { RecordedRow } from '../../kernel';
import { rulesOf, type ShowRow } from '../../shows';
import { type Board, OLDEST_POLICY, type ShowState } from '../domain/allocation';
import { type Columns, columnDifferences } from './column-differences';
import { linesByItem, sumOf } from './replayed-items';

/** Counts that the board does not have. */
interface OtherCounts {
  comments: number;
  reviews: number;
  amountWon: number;
}

/** Columns that the ledger of a draft, or an old ledger, does not always determine. */
const DESCRIBED_COLUMNS = ['name', 'created_at', 'currency', 'rules'];

/** The show's rules, lifecycle, and description, derived from the ledger rows. */
export class ReplayedShow {
  private readonly spans: [start: number, end: number | null][] = [];
  private rules = DEFAULT_RULES;
  private policy: AllocationPolicy = OLDEST_POLICY;
  private status: ShowStatus = 'draft';
  private startedAt: Date | null = null;
  private endedAt: Date | null = null;
  /** Null if the ledger does not specify a grammar. */
  grammar: string | null = null;
  private nowShowing: string | null = null;
  private dismissed: readonly DismissedNumber[] = [];
  /** Undefined if the last row's time may differ from the time of its transaction. */
  private updatedAt: string | undefined;
  /** Columns that only some rows describe. */
  private described: Columns = {};

  constructor(private readonly policies: (id: string) => AllocationPolicy | undefined) {}

  /** Columns that no ledger row determines. */
  get unchecked(): string[] {
    return DESCRIBED_COLUMNS.filter((column) => !(column in this.described)).map(
      (column) => `shows.${column}`,
    );
  }

  /** The state that the next decision depends on. */
  state(board: Board): ShowState {
    return {
      spans: this.spans,
      ended: this.status === 'ended',
      rules: this.rules,
      policy: this.policy,
      hasPending: board.pending > 0,
    };
  }

  get currentRules(): { rules: ShowRules; policy: string; grammar: string | null } {
    return { rules: this.rules, policy: policyId(this.policy), grammar: this.grammar };
  }

  /** Remembers the time of the row's transaction. */
  recordUpdateTime(row: Pick<RecordedRow, 'type' | 'at'>): void {
    this.updatedAt = row.type === 'session.status' ? undefined : row.at.toISOString();
  }

  applyStatus(at: Date, { status, show, maxClaimsPerComment }: LedgerData['session.status']): void {
    const open = this.spans.at(-1);
    if (status === 'active') {
      this.spans.push([at.getTime(), null]);
      if (this.startedAt === null || this.startedAt > at) this.startedAt = at;
    } else if (open !== undefined && open[1] === null) open[1] = at.getTime();
    if (status === 'ended') this.endedAt = at;
    this.status = status;
    this.setClaimsPerComment(maxClaimsPerComment);
    if (show === undefined) return;
    this.describe(show);
    this.updatedAt = show.updatedAt;
  }

  /**
   * Applies the rules that the show uses from this row onward. Shows recorded before this row type existed
   * were decided by `OLDEST_POLICY`.
   * @returns the differences, as text
   */
  setRules(seq: number, { rules, policy, grammar }: LedgerData['rules.set']): string[] {
    this.grammar = grammar;
    this.rules = { ...DEFAULT_RULES, ...rules };
    this.described = { ...this.described, rules: this.rules };
    const found = this.policies(policy);
    if (found !== undefined) {
      this.policy = found;
      return [];
    }
    return [
      `row ${seq}: the allocation policy ${policy} is not loaded on this server. Load the extension that provides it, and replay again.`,
    ];
  }

  update(show: Show): void {
    this.setClaimsPerComment(show.maxClaimsPerComment);
    this.describe(show);
    // Rows written before the rules became one value do not contain `rules`.
    if ((show as Partial<Show>).rules !== undefined) {
      this.described = { ...this.described, rules: { ...DEFAULT_RULES, ...show.rules } };
    }
  }

  applyAct(act: OperatorAct): void {
    if (act.act === 'now_showing') this.nowShowing = act.input.itemId;
    if (act.act === 'numbers_dismissed') this.dismissed = act.input.after;
  }

  removeItem(itemId: string): void {
    if (this.nowShowing === itemId) this.nowShowing = null;
  }

  /** @returns the differences from the stored show, as text */
  compare(stored: ShowRow, board: Board, counts: OtherCounts): string[] {
    return columnDifferences(
      'shows',
      stored.id,
      { ...stored, rules: rulesOf(stored) },
      {
        ...this.described,
        ...(this.updatedAt === undefined ? {} : { updated_at: this.updatedAt }),
        status: this.status,
        spans: this.spans,
        started_at: this.startedAt?.toISOString() ?? null,
        ended_at: this.endedAt?.toISOString() ?? null,
        now_showing_item_id: this.nowShowing,
        dismissed_numbers: this.dismissed,
        ...countsOf(board, counts),
      },
    );
  }

  /** Before `rules.set` existed, `session.status` and `show.updated` contained this rule. */
  private setClaimsPerComment(maxClaimsPerComment = this.rules.maxClaimsPerComment): void {
    this.rules = { ...this.rules, maxClaimsPerComment };
  }

  private describe({ name, createdAt, currency }: Pick<Show, 'name' | 'currency' | 'createdAt'>): void {
    this.described = { ...this.described, name, created_at: createdAt, currency: currency ?? null };
  }
}

function countsOf(board: Board, { comments, reviews, amountWon }: OtherCounts): Columns {
  const byStatus = new Map<ClaimStatus, number>();
  const winners = new Set<string>();
  let claims = 0;
  for (const { status, buyerId } of board.allClaims()) {
    claims += 1;
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    if (status === 'winner') winners.add(buyerId);
  }
  const items = [...linesByItem(board).values()];
  const lines = items.flat();
  return {
    item_count: items.length,
    items_claimed: items.filter((itemLines) => sumOf(itemLines, 'claimed') > 0).length,
    units_total: sumOf(lines, 'total'),
    units_claimed: sumOf(lines, 'claimed'),
    winner_count: byStatus.get('winner') ?? 0,
    waitlist_count: byStatus.get('waitlist') ?? 0,
    unmatched_count: byStatus.get('unmatched') ?? 0,
    pending_count: board.pending,
    review_count: reviews,
    unique_buyers: winners.size,
    comment_count: comments,
    claim_count: claims,
    amount_won: amountWon,
  };
}
