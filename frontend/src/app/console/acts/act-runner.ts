import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { ApiError } from '../../api/api-error';
import { Notices } from '../../ui/notices';
import { UNDO_BAR_MS } from '../../ui/undo-bar';
import { ConsoleStore } from '../state/console-store';

/** Runs acts, one at a time per claim, item, or show. A failed act shows a message beside its object. */
@Injectable()
export class ActRunner {
  private readonly store = inject(ConsoleStore);
  private readonly notices = inject(Notices);
  private readonly running = signal<ReadonlySet<string>>(new Set());
  private readonly refusals = signal<ReadonlyMap<string, string>>(new Map());
  private readonly recentActs = signal<ReadonlyMap<string, number>>(new Map());
  /** Sequence numbers of acts that this page has undone. The loaded state may not contain the undo yet. */
  readonly undoneSeqs = signal<ReadonlySet<number>>(new Set());
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.timers.forEach((timer) => clearTimeout(timer)));
  }

  /** True while an act on this object is running. The object's buttons are then disabled. */
  isBusy(objectKey: string): boolean {
    return this.running().has(objectKey);
  }

  refusal(objectKey: string): string | null {
    return this.refusals().get(objectKey) ?? null;
  }

  undoableSeq(objectKey: string): number | null {
    const seq = this.recentActs().get(objectKey) ?? null;
    return seq === null || this.undoneSeqs().has(seq) ? null : seq;
  }

  /** Keys of objects with a recent act, including acts undone since. */
  recentObjectKeys(): string[] {
    return [...this.recentActs().keys()];
  }

  /** Offers Undo for an act for 8 seconds. During this time, the object's row stays in place. */
  remember(objectKey: string, actSeq: number): void {
    this.recentActs.update((all) => new Map(all).set(objectKey, actSeq));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.recentActs.update((all) => new Map([...all].filter(([, seq]) => seq !== actSeq)));
    }, UNDO_BAR_MS);
    this.timers.add(timer);
  }

  /** Stops offering Undo for the act. */
  markUndone(actSeq: number): void {
    this.undoneSeqs.update((all) => new Set(all).add(actSeq));
  }

  /**
   * Runs an act. `failureLabel` names what did not happen, such as “Not released”. `asNotice` is for acts
   * without a row. Their failures appear as a notice at the edge of the page.
   * @returns whether the act succeeded
   */
  async run(
    objectKey: string,
    failureLabel: string,
    call: () => Promise<void>,
    asNotice = false,
  ): Promise<boolean> {
    if (this.running().has(objectKey)) return false;
    this.refusals.update((all) => withoutKey(all, objectKey));
    this.store.tick();
    if (!this.store.mayAct()) {
      if (this.store.isOperator()) this.showFailure(objectKey, notSentText(failureLabel), asNotice);
      return false;
    }
    this.running.update((all) => new Set(all).add(objectKey));
    try {
      await call();
      return true;
    } catch (failure) {
      this.showFailure(objectKey, failureText(failureLabel, ApiError.from(failure)), asNotice);
      return false;
    } finally {
      this.running.update((all) => new Set([...all].filter((other) => other !== objectKey)));
    }
  }

  private showFailure(objectKey: string, text: string, asNotice: boolean): void {
    if (asNotice) this.notices.warn(text);
    else this.refusals.update((all) => new Map(all).set(objectKey, text));
  }
}

/**
 * Returns the message for a failed act. A row may cut off the end of the message, so the message begins with
 * what did not happen, if that is known.
 */
function failureText(what: string, error: ApiError): string {
  if (error.code === 'NETWORK') {
    return $localize`:@@console.failure.no-answer:No response from the server, so this may or may not have been done. You can safely try again.`;
  }
  return $localize`:What did not happen, and the reason as a separate sentence@@console.failure.text:${what}:what:. ${error.message}:reason:`;
}

function notSentText(what: string): string {
  return $localize`:What did not happen@@console.failure.offline:${what}:what:. No response from the server. Try again.`;
}

function withoutKey<V>(all: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return all.has(key) ? new Map([...all].filter(([other]) => other !== key)) : all;
}
