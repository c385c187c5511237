import type { CommentResolution, OperatorAct, Resolution, ReturnedComment } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { reviewsOf } from '../review/reviews-of-act';

interface Resolved {
  resolution: Resolution;
  actSeq: number;
}

/** Reviews as the acts of the ledger resolved them, to compare with the stored comments. */
export class ReplayedReviews {
  private readonly resolved = new Map<string, Resolved>();

  apply(seq: number, act: OperatorAct, acts: ReadonlyMap<number, OperatorAct>): void {
    if (act.act === 'undo') {
      const undone = acts.get(act.input.seq);
      if (undone === undefined) return;
      for (const id of reviewsOf(undone)?.commentIds ?? []) this.resolved.delete(id);
      for (const { commentId, resolution } of returnedBy(undone)) {
        if (resolution !== undefined) this.resolved.set(commentId, resolution);
      }
      return;
    }
    for (const { commentId } of returnedBy(act)) this.resolved.delete(commentId);
    const reviews = reviewsOf(act);
    if (reviews === null) return;
    for (const id of reviews.commentIds) {
      this.resolved.set(id, { resolution: reviews.resolution, actSeq: seq });
    }
  }

  /** A comment whose author became known returns to review if the author already has a claim on its item. */
  reopen(commentId: string): void {
    this.resolved.delete(commentId);
  }

  /** @returns the differences from the stored comments, as text */
  async compare(reader: Reader, showId: string): Promise<string[]> {
    const rows = await reader.query<{ id: string; resolution: CommentResolution }>(
      'SELECT id, resolution FROM comments WHERE show_id = $1 AND resolution IS NOT NULL',
      [showId],
    );
    const stored = new Map(rows.map(({ id, resolution }) => [id, resolution]));
    return [...new Set([...stored.keys(), ...this.resolved.keys()])].flatMap((id) => {
      const [is, shouldBe] = [inWords(stored.get(id)), inWords(this.resolved.get(id))];
      return is === shouldBe ? [] : [`comment ${id}: its review is stored ${is}, replayed ${shouldBe}`];
    });
  }
}

const returnedBy = ({ input }: OperatorAct): ReturnedComment[] =>
  'returned' in input ? (input.returned ?? []) : [];

const inWords = (resolved: Resolved | undefined): string =>
  resolved === undefined ? 'open' : `${resolved.resolution} by row ${resolved.actSeq}`;
