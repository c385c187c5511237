import { UNDO_WITHIN_MS } from '../state/acts';

interface UnrecordedAct {
  readonly afterSeq: number;
  readonly at: number;
  readonly undo: () => void;
}

/**
 * This console's acts that the server cannot undo by seq, such as dismissing a number or hiding a row. If
 * Undo did not know about them, it would undo an earlier act instead, and a buyer could lose a unit.
 */
export class UnrecordedActs {
  private acts: readonly UnrecordedAct[] = [];

  /**
   * @param afterSeq seq of the newest known ledger row
   * @param at time of the act in ms, by the server's clock
   * @param undo resolves to whether the act is undone
   * @returns `undo`, which does nothing after it has succeeded
   */
  add(afterSeq: number, at: number, undo: () => Promise<boolean>): () => void {
    const act: UnrecordedAct = {
      afterSeq,
      at,
      undo: () => {
        if (!this.acts.includes(act)) return;
        void undo().then((isUndone) => {
          if (isUndone) this.acts = this.acts.filter((other) => other !== act);
        });
      },
    };
    this.acts = [...this.acts, act];
    return act.undo;
  }

  /** Returns the newest act's undo, or null if there is no recent act or the ledger row `seq` is newer. */
  undoAfter(seq: number, now: number): (() => void) | null {
    const newest = this.acts.findLast(({ at }) => now - at < UNDO_WITHIN_MS);
    return newest !== undefined && newest.afterSeq >= seq ? newest.undo : null;
  }
}
