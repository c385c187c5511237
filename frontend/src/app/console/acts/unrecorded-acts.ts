import { UNDO_WITHIN_MS } from '../state/acts';

interface UnrecordedAct {
  readonly afterSeq: number;
  readonly at: number;
  readonly undo: () => void;
}

/**
 * Acts of this console without a ledger row: a dismissed number, a hidden row. If Undo did not know them, it
 * would undo an earlier act instead, and a buyer could lose a unit.
 */
export class UnrecordedActs {
  private acts: readonly UnrecordedAct[] = [];

  /**
   * @param afterSeq seq of the newest known ledger row
   * @param at time of the act in ms, by the server's clock
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

  /** The undo of the newest act, if it came after the ledger row `seq`; else null. */
  undoAfter(seq: number, now: number): (() => void) | null {
    const newest = this.acts.findLast(({ at }) => now - at < UNDO_WITHIN_MS);
    return newest !== undefined && newest.afterSeq >= seq ? newest.undo : null;
  }
}
