import { Injectable, computed, inject, signal } from '@angular/core';
import type { Claim, Item } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ClaimsApi } from '../api/claims-api';
import { ShowsApi } from '../api/shows-api';
import { ShowTurns } from '../shows/show-turns';
import { Notices } from '../ui/notices';
import { ConsoleStore } from './console-store';

/** Who gets an item by hand: a waiter, or somebody by handle. */
export interface Recipient {
  handle: string;
  platformUserId?: string;
  platform?: 'facebook' | 'instagram' | 'rehearsal';
}

/**
 * Everything an operator can do from the console. Nothing is shown as done before the server says so, by the events that follow;
 * a refused act stays beside what it was about, in the server's words.
 */
@Injectable()
export class ConsoleActs {
  private readonly store = inject(ConsoleStore);
  private readonly shows = inject(ShowsApi);
  private readonly claims = inject(ClaimsApi);
  private readonly turns = inject(ShowTurns);
  private readonly notices = inject(Notices);
  private readonly running = signal<ReadonlySet<string>>(new Set());
  private readonly refusals = signal<ReadonlyMap<string, string>>(new Map());
  private readonly showId = computed(() => this.store.state()?.show.id ?? '');

  /** Is an act about this claim, item or show under way? Its buttons wait. */
  busy(about: string): boolean {
    return this.running().has(about);
  }

  refusal(about: string): string | null {
    return this.refusals().get(about) ?? null;
  }

  dismissRefusal(about: string): void {
    this.refusals.update((all) => without(all, about));
  }

  release(claim: Claim): Promise<boolean> {
    return this.run(claim.id, 'Not released', async () => {
      const { promoted, actSeq } = await this.claims.release(claim.id);
      const gone = `${claim.buyer.handle} released from ${claim.itemNumber}`;
      this.done(promoted ? `${gone}. ${promoted.buyer.handle} has it now` : gone, actSeq);
    });
  }

  award(item: Item, recipient: Recipient): Promise<boolean> {
    const { handle, platformUserId, platform } = recipient;
    return this.run(item.id, 'Not awarded', async () => {
      const { claim, actSeq } = await this.claims.award(this.showId(), item.id, {
        userHandle: handle,
        ...(platformUserId && { platformUserId }),
        ...(platform && { platform }),
      });
      this.done(
        actSeq === null ? `${claim.buyer.handle} already holds ${item.itemNumber}` : `${item.itemNumber} awarded to ${claim.buyer.handle}`,
        actSeq,
      );
    });
  }

  setQuantity(item: Item, totalQuantity: number): Promise<boolean> {
    return this.run(item.id, 'Not changed', async () => {
      const { actSeq } = await this.shows.updateItem(this.showId(), item.id, { totalQuantity });
      this.done(`${item.itemNumber} has ${totalQuantity} ${totalQuantity === 1 ? 'unit' : 'units'} now`, actSeq ?? null);
    });
  }

  showNow(item: Item | null): Promise<boolean> {
    return this.run(item?.id ?? 'now', 'Not shown', async () => void (await this.shows.showNow(this.showId(), item?.id ?? null)));
  }

  addItem(itemNumber: string): Promise<boolean> {
    return this.run(`number-${itemNumber}`, 'Not added', async () => {
      await this.shows.addItems(this.showId(), [{ itemNumber }]);
      this.notices.say(`Item ${itemNumber} added with 1 unit`);
    });
  }

  activate(): Promise<boolean> {
    return this.turn('Not live', () => this.turns.activate(this.showId()));
  }

  pause(): Promise<boolean> {
    return this.turn('Not paused', () => this.turns.pause(this.showId()));
  }

  resume(): Promise<boolean> {
    return this.turn('Not resumed', () => this.turns.resume(this.showId()));
  }

  stop(): Promise<boolean> {
    const stats = this.store.state()?.stats;
    return stats ? this.turn('Not ended', () => this.turns.stop(this.showId(), stats)) : Promise.resolve(false);
  }

  private turn(refused: string, call: () => Promise<unknown>): Promise<boolean> {
    return this.run('show', refused, async () => void (await call()), true);
  }

  private done(message: string, actSeq: number | null): void {
    if (actSeq === null) this.notices.say(message);
    else this.notices.offerUndo(message, () => void this.undo(actSeq));
  }

  private async undo(actSeq: number): Promise<void> {
    try {
      await this.shows.undo(this.showId(), actSeq);
      this.notices.say('Undone');
    } catch (failure) {
      this.notices.fail(failure, 'Not undone');
    }
  }

  private async run(about: string, refused: string, call: () => Promise<void>, aloud = false): Promise<boolean> {
    if (this.running().has(about) || !this.store.mayAct()) return false;
    this.running.update((all) => new Set(all).add(about));
    this.dismissRefusal(about);
    try {
      await call();
      return true;
    } catch (failure) {
      if (aloud) this.notices.fail(failure, refused);
      else this.refusals.update((all) => new Map(all).set(about, `${refused}: ${ApiError.from(failure).message}`));
      return false;
    } finally {
      this.running.update((all) => new Set([...all].filter((other) => other !== about)));
    }
  }
}

function without<V>(all: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return all.has(key) ? new Map([...all].filter(([other]) => other !== key)) : all;
}
