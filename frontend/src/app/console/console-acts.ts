import { Injectable, computed, inject } from '@angular/core';
import type { Claim, Item, Show } from '@sellary/contracts';
import { ClaimsApi } from '../api/claims-api';
import { ShowsApi } from '../api/shows-api';
import { SessionStore } from '../auth/session-store';
import { ShowLifecycle } from '../shows/show-lifecycle';
import { ShowRecap } from '../summary/show-recap';
import { Notices } from '../ui/notices';
import { clock } from '../ui/times';
import { counted } from '../ui/words';
import { ActDesk } from './act-desk';
import { ConsoleStore } from './console-store';
import type { ActRecord } from './state/act-record';
import { lastActOf, undoSentence } from './state/acts';
import { rankOf } from './state/standing';

/** What was put on show is on the screen by then, or another one is. */
const SHOWN_WITHIN_MS = 2_000;

/** Who gets an item by hand: a waiter, or somebody by handle. */
export interface Recipient {
  handle: string;
  platformUserId?: string;
  platform?: 'facebook' | 'instagram' | 'rehearsal';
}

export function recipientOf({ buyer: { handle, platformUserId, platform } }: Pick<Claim, 'buyer'>): Recipient {
  return platform === 'manual' ? { handle } : { handle, platformUserId, platform };
}

/** Everything an operator can do from the console. Nothing is shown as done before the server says so, by the events that follow. */
@Injectable()
export class ConsoleActs {
  private readonly store = inject(ConsoleStore);
  private readonly shows = inject(ShowsApi);
  private readonly claims = inject(ClaimsApi);
  private readonly turns = inject(ShowLifecycle);
  private readonly recap = inject(ShowRecap);
  private readonly notices = inject(Notices);
  private readonly session = inject(SessionStore);
  private readonly desk = inject(ActDesk);
  private readonly showId = computed(() => this.store.state()?.show.id ?? '');
  /** The last act sent from here that can be taken back, while it has no answer. */
  private sent: Promise<boolean> | null = null;
  /** The last one that was answered: its event may come, or be drawn, a moment later. */
  private answered: { seq: number; consequence: string } | null = null;
  /** Acts taken back from here: the page may still show them as done. */
  private readonly takenBack = new Set<number>();
  private shown: { item: Item; at: number } | null = null;

  busy(about: string): boolean {
    return this.desk.busy(about);
  }

  refusal(about: string): string | null {
    return this.desk.refusal(about);
  }

  /** The act on this claim that was just done here, while its row still offers to take it back. */
  justDone(claimId: string): number | null {
    return this.desk.justDone(claimId);
  }

  release(claim: Claim): Promise<boolean> {
    return this.undoable(claim.id, 'Not released', async () => {
      const { claim: after, promoted, actSeq } = await this.claims.release(claim.id);
      const { handle } = claim.buyer;
      const who = after.actor;
      if (after.status === 'passed' || (who && who.id !== this.session.user()?.id)) {
        const by = after.status === 'passed' ? 'passed' : `released by ${who?.name ?? 'another operator'}`;
        this.notices.say(`${handle} was already ${by}, ${clock(after.updatedAt)}. Nothing changed.`);
        return;
      }
      const gone = `${handle} released from ${claim.itemNumber}`;
      const back = claim.status === 'winner' ? `#${claim.itemNumber} back to ${handle}` : `${handle} waits again`;
      this.done(promoted ? `${gone}. ${promoted.buyer.handle} has it now` : gone, actSeq, {
        consequence: promoted ? `${back}; ${promoted.buyer.handle} waits as #1` : back,
        claimId: claim.id,
      });
    });
  }

  award(item: Item, recipient: Recipient): Promise<boolean> {
    const { handle, platformUserId, platform } = recipient;
    return this.undoable(item.id, 'Not awarded', async () => {
      const state = this.store.state();
      const { claim, actSeq } = await this.claims.award(this.showId(), item.id, {
        userHandle: handle,
        ...(platformUserId && { platformUserId }),
        ...(platform && { platform }),
      });
      const waited = state !== null && rankOf(state, claim.id) !== null;
      this.done(
        actSeq === null ? `${claim.buyer.handle} already holds ${item.itemNumber}` : `${item.itemNumber} awarded to ${claim.buyer.handle}`,
        actSeq,
        {
          consequence: waited ? `${claim.buyer.handle} waits again` : `${claim.buyer.handle} loses #${item.itemNumber}`,
          claimId: claim.id,
        },
      );
    });
  }

  setQuantity(item: Item, totalQuantity: number): Promise<boolean> {
    return this.undoable(item.id, 'Not changed', async () => {
      const before = item.totalQuantity;
      const { actSeq } = await this.shows.updateItem(this.showId(), item.id, { totalQuantity });
      this.done(`${item.itemNumber} has ${counted(totalQuantity, 'unit')} now`, actSeq ?? null, {
        consequence: `#${item.itemNumber} back to ${counted(before, 'unit')}`,
      });
    });
  }

  /** The item that was put on show from here a moment ago and may not be on the screen yet. */
  get justShown(): Item | null {
    return this.shown && performance.now() - this.shown.at < SHOWN_WITHIN_MS ? this.shown.item : null;
  }

  showNow(item: Item | null): Promise<boolean> {
    return this.desk.run(item?.id ?? 'now', 'Not shown', async () => {
      await this.shows.showNow(this.showId(), item?.id ?? null);
      this.shown = item && { item, at: performance.now() };
    });
  }

  addItem(itemNumber: string, title?: string, totalQuantity = 1): Promise<boolean> {
    return this.desk.run(`number-${itemNumber}`, 'Not added', async () => {
      await this.shows.addItems(this.showId(), [{ itemNumber, totalQuantity, ...(title && { title }) }]);
      this.notices.say(`Item ${itemNumber} added with ${counted(totalQuantity, 'unit')}`);
    });
  }

  annotate(claim: Claim, change: { flagged?: boolean; operatorNotes?: string | null }): Promise<boolean> {
    return this.desk.run(`note-${claim.id}`, 'Not saved', async () => void (await this.claims.annotate(claim.id, change)));
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

  /** Ends the show, once that is confirmed, and then tells what it came to. */
  async stop(): Promise<boolean> {
    const state = this.store.state();
    if (!state) return false;
    let ended: Show | null = null;
    const done = await this.turn('Not ended', async () => (ended = await this.turns.stop(state.show.id, state.stats)));
    if (ended !== null) void this.recap.open(state.show.id);
    return done;
  }

  /**
   * Takes back the last act of the person at this console, if there is one that can be taken back. One that is still on its way is
   * waited for: nobody who releases and takes it back in one breath means the act before.
   */
  async undoLast(): Promise<void> {
    if (this.sent && !(await this.sent)) return;
    const state = this.store.state();
    const { answered } = this;
    const userId = this.session.user()?.id;
    const act = state && userId ? lastActOf(state, userId, this.store.serverNow(), this.takenBack) : null;
    if (answered && state && answered.seq > state.lastSeq && !this.takenBack.has(answered.seq)) {
      void this.undoSeq(answered.seq, answered.consequence);
    } else if (act) void this.undo(act);
    else this.notices.say('Nothing of yours from the last five minutes can be undone');
  }

  undo(act: ActRecord): Promise<boolean> {
    const state = this.store.state();
    return this.undoSeq(act.seq, state ? undoSentence(state, act) : '');
  }

  undoSeq(seq: number, sentence = ''): Promise<boolean> {
    return this.desk.run(
      `act-${seq}`,
      'Not undone',
      async () => {
        await this.shows.undo(this.showId(), seq);
        this.desk.forget(seq);
        this.takenBack.add(seq);
        this.notices.say(sentence ? `Undone: ${sentence}` : 'Undone');
      },
      true,
    );
  }

  /** Runs an act that `undoLast` may be asked to take back before its answer is here. */
  private undoable(about: string, refused: string, call: () => Promise<void>): Promise<boolean> {
    if (this.desk.busy(about)) return Promise.resolve(false);
    const run = this.desk.run(about, refused, call).finally(() => {
      if (this.sent === run) this.sent = null;
    });
    return (this.sent = run);
  }

  private turn(refused: string, call: () => Promise<unknown>): Promise<boolean> {
    return this.desk.run('show', refused, async () => void (await call()), true);
  }

  private done(message: string, actSeq: number | null, { consequence, claimId }: { consequence: string; claimId?: string }): void {
    if (actSeq === null) {
      this.notices.say(message);
      return;
    }
    this.answered = { seq: actSeq, consequence };
    if (claimId !== undefined) this.desk.remember(claimId, actSeq);
    this.notices.offerUndo(message, consequence, () => void this.undoSeq(actSeq, consequence));
  }
}
