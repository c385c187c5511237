import { UNDO_WITHIN_MS } from '../state/acts';

interface UnrecordedAct {
  readonly afterSeq: number;
  readonly at: number;
  readonly undo: () => void;
}

/**
 * Acts of this console that no ledger row can undo: a dismissed number, a hidden row. Without them, Undo would
 * undo an earlier act instead, and a buyer could lose a unit.
 */
export class UnrecordedActs {
  private acts: readonly UnrecordedAct[] = [];

  /**
   * @param afterSeq seq of the newest known ledger row
   * @param at time in ms
   * @returns `undo`, which runs at most once
   */
  add(afterSeq: number, at: number, undo: () => void): () => void {
    const act: UnrecordedAct = {
      afterSeq,
      at,
      undo: () => {
        if (!this.acts.includes(act)) return;
        this.acts = this.acts.filter((other) => other !== act);
        undo();
      },
    };
    this.acts = [...this.acts, act];
    return act.undo;
  }

  /** The undo of the newest act that is not older than the ledger row `seq`; null if there is none. */
  undoAfter(seq: number, now: number): (() => void) | null {
    const newest = this.acts.findLast(({ at }) => now - at < UNDO_WITHIN_MS);
    return newest !== undefined && newest.afterSeq >= seq ? newest.undo : null;
  }
}
