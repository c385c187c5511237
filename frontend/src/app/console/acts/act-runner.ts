import { inject, signal } from '@angular/core';
import { ApiError } from '../../api/api-error';
import { Notices } from '../../ui/notices';
import { ConsoleStore } from '../state/console-store';
import { RecentEntries } from './recent-entries';

/**
 * The part of `ConsoleActs` that runs acts, one at a time per claim, item, or show, and remembers which are
 * running, recent, or undone. A failed act shows a message beside its object.
 */
export abstract class ActRunner {
  protected readonly store = inject(ConsoleStore);
  protected readonly notices = inject(Notices);
  private readonly running = signal<ReadonlySet<string>>(new Set());
  private readonly refusals = signal<ReadonlyMap<string, string>>(new Map());
  /**
   * Sequence numbers of the acts of the last 8 seconds, by object key. For this long, the object's row stays in
   * place and offers Undo.
   */
  protected readonly recentActs = new RecentEntries<number>();
  /** Sequence numbers of acts that this page has undone. The loaded state may not contain the undo yet. */
  protected readonly undoneSeqs = signal<ReadonlySet<number>>(new Set());

  /** True while an act on this object is running. The object's buttons are then disabled. */
  busy(objectKey: string): boolean {
    return this.running().has(objectKey);
  }

  refusal(objectKey: string): string | null {
    return this.refusals().get(objectKey) ?? null;
  }

  /** Seq of the act just done here on this claim or row, while Undo is offered. */
  undoableSeq(objectKey: string): number | null {
    const seq = this.recentActs.all().get(objectKey) ?? null;
    return seq === null || this.undoneSeqs().has(seq) ? null : seq;
  }

  /** Keys of the objects acted on here in the last few seconds, including acts undone since. */
  recentObjectKeys(): string[] {
    return [...this.recentActs.all().keys()];
  }

  /** Stops offering Undo for the act. */
  protected markUndone(actSeq: number): void {
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
