import type { Claim, OperatorAct } from '@sellary/contracts';
import type { Reader, RecordedRow } from '../../kernel';
import type { Board, Decision } from '../domain/allocation';
import { idempotencyKey } from '../intake/batch';
import { type Columns, columnDifferences, missingRow, unexpectedRow } from './column-differences';
import { readClaimPages, type RecordedComment } from './records';
import type { ReplayedPrices } from './replayed-prices';

/** The comment that a claim came from. Both columns are null for an award. */
interface Origin {
  comment_id: string | null;
  idempotency_key: string | null;
}

interface LatestRow {
  /** The claim's columns according to the row, stored as JSON to save memory. */
  columns: string;
  won_seq: number | null;
  act_seq: number | null;
}

const AWARD: Origin = { comment_id: null, idempotency_key: null };

/** Claims derived from the ledger rows and the replayed board, for comparison with the stored claims. */
export class ReplayedClaims {
  private readonly origins = new Map<string, Origin>();
  private readonly latest = new Map<string, LatestRow>();
  private actSeq: number | null = null;
  /** Columns that some ledger rows do not determine. */
  readonly unchecked: string[] = [];

  /** Remembers the comments that a batch's claims came from. */
  applyBatch(decisions: readonly Decision[], comments: readonly RecordedComment[]): void {
    const byRef = new Map(comments.map((comment) => [comment.batch_index, comment]));
    for (const decision of decisions) {
      const comment = decision.kind === 'created' ? byRef.get(decision.ref ?? -1) : undefined;
      if (decision.kind !== 'created' || comment === undefined) continue;
      const { id, itemKey, unit } = decision.claim;
      const source = { platform: comment.platform, commentId: comment.platform_comment_id };
      const key = idempotencyKey(source, itemKey, unit);
      this.origins.set(id, { comment_id: comment.id, idempotency_key: key });
    }
  }

  /** Remembers the comments that an act's claims came from. */
  applyAct(seq: number, act: OperatorAct): void {
    this.actSeq = seq;
    if (act.act !== 'accept') return;
    for (const { commentId, claimIds } of act.input.comments) {
      for (const id of claimIds) this.origins.set(id, { comment_id: commentId, idempotency_key: null });
    }
  }

  /** `isRestated` is true if the row records the claim again although no decision changed it. */
  apply(row: Pick<RecordedRow, 'seq' | 'by'>, claim: Claim, isRestated: boolean): void {
    const before = this.latest.get(claim.id);
    const columns = columnsOf(claim);
    if (!('actor' in columns) && this.unchecked.length === 0) this.unchecked.push('claims.actor');
    const wonSeq = claim.status === 'winner' ? row.seq : null;
    // Rows of viewers' comments and of the engine's acts have no `by`. Only the engine removes the operator.
    const unchangedSeq = claim.actor === null ? null : before?.act_seq;
    const actSeq = row.by === null ? unchangedSeq : this.actSeq;
    this.latest.set(claim.id, {
      columns: JSON.stringify(columns),
      won_seq: isRestated ? (before?.won_seq ?? null) : wonSeq,
      act_seq: (isRestated ? before?.act_seq : actSeq) ?? null,
    });
  }

  /**
   * Compares the claims with the stored claims, page by page.
   * @returns the number of stored claims
   */
  async compare(
    { reader, showId }: { reader: Reader; showId: string },
    board: Board,
    prices: ReplayedPrices,
    report: (differences: string[]) => void,
  ): Promise<number> {
    let stored = 0;
    const missing = new Set([...board.allClaims()].map(({ id }) => id));
    for await (const rows of readClaimPages(reader, showId)) {
      for (const row of rows) {
        missing.delete(row.id);
        const expected = this.expected(row.id, board, prices);
        report(
          expected === null
            ? [unexpectedRow('claims', row.id)]
            : columnDifferences('claims', row.id, row, expected),
        );
      }
      stored += rows.length;
    }
    report([...missing].map((id) => missingRow('claims', id)));
    return stored;
  }

  private expected(id: string, board: Board, prices: ReplayedPrices): Columns | null {
    const claim = board.claim(id);
    if (claim === undefined) return null;
    const { columns, ...rowNumbers } = this.latest.get(id) ?? { columns: '{}' };
    return {
      status: claim.status,
      item_id: claim.itemId,
      item_key: claim.itemKey,
      buyer_id: claim.buyerId,
      unit: claim.unit,
      place: claim.place,
      queue_only: claim.queueOnly,
      paid: claim.paid === true,
      price: prices.latestPriceOf(id),
      ...(this.origins.get(id) ?? AWARD),
      ...rowNumbers,
      ...(JSON.parse(columns) as Columns),
    };
  }
}

function columnsOf(claim: Claim): Columns {
  const { why, operatorAction, flagged, operatorNotes, claimedAt, receivedAt, createdAt, updatedAt } = claim;
  return {
    why,
    operator_action: operatorAction,
    // Rows written before actors had kinds contain actors in a form that is no longer stored.
    ...(claim.actor === null || 'kind' in claim.actor ? { actor: claim.actor } : {}),
    flagged,
    operator_notes: operatorNotes,
    claimed_at: claimedAt,
    received_at: receivedAt,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
