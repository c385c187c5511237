import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { ApiError } from '../../api/api-error';
import { Notices } from '../../ui/notices';
import { UNDO_BAR_MS } from '../../ui/undo-bar';
import { ConsoleStore } from '../state/console-store';

/** Carries acts out one at a time for each thing they are about; a refused one stays beside it, in words that say what is known. */
@Injectable()
export class ActRunner {
  private readonly store = inject(ConsoleStore);
  private readonly notices = inject(Notices);
  private readonly running = signal<ReadonlySet<string>>(new Set());
  private readonly refusals = signal<ReadonlyMap<string, string>>(new Map());
  private readonly recent = signal<ReadonlyMap<string, number>>(new Map());
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.timers.forEach((timer) => clearTimeout(timer)));
  }

  /** Is an act about this claim, item or show under way? Its buttons wait. */
  busy(about: string): boolean {
    return this.running().has(about);
  }

  refusal(about: string): string | null {
    return this.refusals().get(about) ?? null;
  }

  justDone(claimId: string): number | null {
    return this.recent().get(claimId) ?? null;
  }

  /** For eight seconds the claim's row keeps its place and offers to take the act back. */
  remember(claimId: string, actSeq: number): void {
    this.recent.update((all) => new Map(all).set(claimId, actSeq));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.forget(actSeq);
    }, UNDO_BAR_MS);
    this.timers.add(timer);
  }

  forget(actSeq: number): void {
    this.recent.update((all) => new Map([...all].filter(([, seq]) => seq !== actSeq)));
  }

  /** `aloud`: there is no row to stay in, so a refusal is said at the bottom of the page. */
  async run(about: string, refused: string, call: () => Promise<void>, aloud = false): Promise<boolean> {
    if (this.running().has(about)) return false;
    this.refusals.update((all) => without(all, about));
    this.store.tick();
    if (!this.store.mayAct()) {
      if (this.store.isOperator()) this.refuse(about, `${refused}: no response from the server. Nothing changed. Try again`, aloud);
      return false;
    }
    this.running.update((all) => new Set(all).add(about));
    try {
      await call();
      return true;
    } catch (failure) {
      this.refuse(about, `${refused}: ${reasonOf(ApiError.from(failure))}`, aloud);
      return false;
    } finally {
      this.running.update((all) => new Set([...all].filter((other) => other !== about)));
    }
  }

  private refuse(about: string, text: string, aloud: boolean): void {
    if (aloud) this.notices.warn(text);
    else this.refusals.update((all) => new Map(all).set(about, text));
  }
}

/** Without an answer nobody can know whether the act arrived; every act may safely be sent again. */
function reasonOf(error: ApiError): string {
  return error.code === 'NETWORK' ? 'no answer came. Trying again does nothing twice' : error.message;
}

function without<V>(all: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return all.has(key) ? new Map([...all].filter(([other]) => other !== key)) : all;
}
