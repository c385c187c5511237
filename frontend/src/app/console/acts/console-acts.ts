import { Injectable, inject } from '@angular/core';
import {
  type AwardRequest,
  type Claim,
  type Item,
  type Show,
  type VariantInput,
  variantListText,
} from '@sellary/contracts';
import { buyerName } from '../../ui/buyer-name';
import { ClaimsApi } from '../../api/claims-api';
import { ShowsApi } from '../../api/shows-api';
import { SessionStore } from '../../auth/session-store';
import { LIFECYCLE_FAILURES, ShowLifecycle } from '../../shows/show-lifecycle';
import { ShowRecap } from '../../shows/recap/show-recap';
import { clock, longDuration } from '../../ui/times';
import { numberOf } from '../state/stock-lines';
import type { QuickItem } from '../panels/items/quick-item';
import { ActRunner } from './act-runner';
import { doneText } from './done-text';
import { UnrecordedActs } from './unrecorded-acts';
import type { ActRecord } from '../state/act-record';
import { lastUndoableAct, UNDO_WITHIN_MS, undoSentence } from '../state/acts';
import { positionOf } from '../state/claim-positions';
import { undoText } from '../state/undo-text';
import { actorName, isSameUser } from '../../ui/actor-name';

/** Maximum time until the console's state contains a change of the current item. */
const JUST_SHOWN_MS = 2_000;

/** The operator's acts. They never change the console's state; only the server's events do. */
@Injectable()
export class ConsoleActs extends ActRunner {
  private readonly shows = inject(ShowsApi);
  private readonly claims = inject(ClaimsApi);
  private readonly lifecycle = inject(ShowLifecycle);
  private readonly recap = inject(ShowRecap);
  private readonly session = inject(SessionStore);
  /** The last undoable act that has no response yet. */
  private runningAct: Promise<boolean> | null = null;
  /** The last undoable act with a response: its event may arrive later. */
  private lastAct: { seq: number; consequence: string } | null = null;
  private readonly unrecorded = new UnrecordedActs();
  private shown: { item: Item; at: number } | null = null;

  release(claim: Claim): Promise<boolean> {
    return this.runUndoable(claim.id, $localize`:@@console.failure.release:Not released`, async () => {
      const { claim: after, promoted, actSeq } = await this.claims.release(claim.id);
      const buyer = buyerName(claim.buyer);
      const { actor } = after;
      if (after.status === 'passed' || (actor && !isSameUser(actor, this.session.user()?.id))) {
        const time = clock(after.updatedAt);
        this.notices.show(
          after.status === 'passed'
            ? doneText.alreadyPassed(buyer, time)
            : doneText.alreadyReleased(buyer, time, actor === null ? undefined : actorName(actor)),
        );
        return;
      }
      const next = promoted ? buyerName(promoted.buyer) : undefined;
      const buyerEffect =
        claim.status === 'winner' ? undoText.backToBuyer(numberOf(claim), buyer) : undoText.waitsAgain(buyer);
      this.report(doneText.released(buyer, numberOf(claim), next), actSeq, {
        consequence: next === undefined ? buyerEffect : `${buyerEffect}; ${undoText.waitsAs(next, 1)}`,
        objectKey: claim.id,
      });
    });
  }

  /**
   * @param objectKey key of the object that shows that the act is running or has failed
   * @param onAwarded receives the seq of the buyer's award, or null if the buyer won the unit without one
   */
  award(
    item: Item,
    request: AwardRequest,
    objectKey = item.id,
    onAwarded?: (actSeq: number | null) => void,
  ): Promise<boolean> {
    return this.runUndoable(objectKey, $localize`:@@console.failure.award:Not awarded`, async () => {
      const state = this.store.state();
      const { claim, actSeq } = await this.claims.award(this.store.showId(), item.id, request);
      onAwarded?.(actSeq);
      const hasWaited = positionOf(state, claim.id) !== null;
      const buyer = buyerName(claim.buyer);
      // If the buyer already had the unit, `actSeq` is that of an earlier award. Undo would then revert an award
      // that may be another operator's.
      const isNew =
        actSeq !== null &&
        actSeq > (state?.lastSeq ?? 0) &&
        (claim.actor === null || isSameUser(claim.actor, this.session.user()?.id));
      this.report(
        isNew ? doneText.awarded(buyer, numberOf(claim)) : doneText.alreadyWon(buyer, numberOf(claim)),
        isNew ? actSeq : null,
        {
          consequence: hasWaited
            ? undoText.waitsAgain(buyer)
            : undoText.claimRemoved(buyer, numberOf(claim), 'winner'),
          objectKey: claim.id,
        },
      );
    });
  }

  setQuantity(item: Item, totalQuantity: number): Promise<boolean> {
    return this.runUndoable(item.id, $localize`:@@console.failure.change:Not changed`, async () => {
      const before = item.totalQuantity;
      const { actSeq } = await this.shows.updateItem(this.store.showId(), item.id, { totalQuantity });
      this.report(doneText.units(item.itemNumber, totalQuantity), actSeq ?? null, {
        consequence: undoText.backToUnits(item.itemNumber, before),
      });
    });
  }

  /** Withdraws an item, or restores it. Undo then replaces the button for a few seconds. */
  setWithdrawn(item: Item, withdrawn: boolean): Promise<boolean> {
    const failed = withdrawn
      ? $localize`:@@console.failure.withdraw:Not withdrawn`
      : $localize`:@@console.failure.restore:Not restored`;
    return this.runUndoable(item.id, failed, async () => {
      const { itemNumber } = item;
      const { actSeq } = await this.shows.setWithdrawn(this.store.showId(), item.id, withdrawn);
      const message = withdrawn ? doneText.withdrawn(itemNumber) : doneText.restored(itemNumber);
      this.report(message, actSeq ?? null, {
        consequence: withdrawn ? undoText.backOnSale(itemNumber) : undoText.withdrawnAgain(itemNumber),
        objectKey: `sale-${item.id}`,
      });
    });
  }

  /** Sets the quantities of an item's variants. */
  setVariants(item: Item, variants: readonly VariantInput[]): Promise<boolean> {
    return this.runUndoable(item.id, $localize`:@@console.failure.change:Not changed`, async () => {
      const before = variantListText(item.variants ?? []);
      const { actSeq, variants: after = [] } = await this.shows.updateItem(this.store.showId(), item.id, {
        variants: [...variants],
        variantsBefore: before,
      });
      this.report(doneText.variants(item.itemNumber, variantListText(after)), actSeq ?? null, {
        consequence: doneText.variants(item.itemNumber, before),
      });
    });
  }

  /** The item just set as now showing here. The state may not have it yet. */
  get justShown(): Item | null {
    return this.shown && performance.now() - this.shown.at < JUST_SHOWN_MS ? this.shown.item : null;
  }

  showNow(item: Item | null): Promise<boolean> {
    return this.run(item?.id ?? 'now', $localize`:@@console.failure.show-item:Not shown`, async () => {
      await this.shows.setNowShowing(this.store.showId(), item?.id ?? null);
      this.shown = item && { item, at: performance.now() };
    });
  }

  addItem({ itemNumber, title, totalQuantity, variants, price, sku }: QuickItem): Promise<boolean> {
    return this.runUndoable(`number-${itemNumber}`, $localize`:@@console.failure.add:Not added`, async () => {
      const stock = variants === null ? { totalQuantity } : { variants };
      const priceField = price?.parsed.kind === 'price' ? { price: price.parsed.minor } : {};
      const item = { itemNumber, ...stock, ...(title && { title }), ...(sku && { sku }), ...priceField };
      const { actSeq } = await this.shows.addItems(this.store.showId(), [item]);
      this.report(doneText.added(itemNumber, totalQuantity), actSeq, {
        consequence: undoText.itemsRemoved([itemNumber]),
      });
    });
  }

  annotate(
    claim: Claim,
    change: { flagged?: boolean; operatorNotes?: string | null },
    objectKey = `note-${claim.id}`,
  ): Promise<boolean> {
    return this.run(
      objectKey,
      $localize`:@@console.failure.save:Not saved`,
      async () => void (await this.claims.annotate(claim.id, change)),
    );
  }

  activate(): Promise<boolean> {
    return this.changeStatus(LIFECYCLE_FAILURES.activate, () => this.lifecycle.activate(this.store.showId()));
  }

  pause(): Promise<boolean> {
    return this.changeStatus(LIFECYCLE_FAILURES.pause, () => this.lifecycle.pause(this.store.showId()));
  }

  resume(): Promise<boolean> {
    return this.changeStatus(LIFECYCLE_FAILURES.resume, () => this.lifecycle.resume(this.store.showId()));
  }

  /** Ends the show after a confirmation, then shows its recap. */
  async stop(): Promise<boolean> {
    const state = this.store.state();
    if (!state) return false;
    let ended: Show | null = null;
    const done = await this.changeStatus(
      LIFECYCLE_FAILURES.stop,
      async () => (ended = await this.lifecycle.stop(state.show.id, state.stats)),
    );
    if (ended !== null) void this.recap.open(state.show.id);
    return done;
  }

  /**
   * Undoes the user's last act. Waits for an act that has no response yet. Otherwise, an undo right after a
   * release would undo the act before the release.
   */
  async undoLast(): Promise<void> {
    if (this.runningAct && !(await this.runningAct)) return;
    const state = this.store.state();
    const { lastAct } = this;
    const userId = this.session.user()?.id;
    const now = this.store.serverNow();
    const undone = this.undoneSeqs();
    const act = state && userId ? lastUndoableAct(state, userId, now, undone) : null;
    const isNotInState = lastAct && state && lastAct.seq > state.lastSeq && !undone.has(lastAct.seq);
    const undoUnrecorded = this.unrecorded.undoAfter((isNotInState ? lastAct.seq : act?.seq) ?? 0, now);
    if (undoUnrecorded) undoUnrecorded();
    else if (isNotInState) void this.undoBySeq(lastAct.seq, lastAct.consequence);
    else if (act) void this.undo(act);
    else {
      this.notices.show(
        $localize`:@@console.done.nothing-to-undo:None of your changes from the last ${longDuration(UNDO_WITHIN_MS)}:duration: can be undone.`,
      );
    }
  }

  undo(act: ActRecord): Promise<boolean> {
    const state = this.store.state();
    return this.undoBySeq(act.seq, state ? undoSentence(state, act) : '');
  }

  undoBySeq(seq: number, consequence = ''): Promise<boolean> {
    return this.run(
      `act-${seq}`,
      $localize`:@@console.failure.undo:Not undone`,
      async () => {
        await this.shows.undo(this.store.showId(), seq);
        this.markUndone(seq);
        this.notices.show(doneText.undone(consequence));
      },
      true,
    );
  }

  /** Runs an undoable act. Until it ends, `undoLast` waits for it. */
  runUndoable(objectKey: string, failed: string, call: () => Promise<void>): Promise<boolean> {
    if (this.busy(objectKey)) return Promise.resolve(false);
    const run = this.run(objectKey, failed, call).finally(() => {
      if (this.runningAct === run) this.runningAct = null;
    });
    return (this.runningAct = run);
  }

  private changeStatus(failed: string, call: () => Promise<unknown>): Promise<boolean> {
    return this.run('show', failed, async () => void (await call()), true);
  }

  /**
   * Reports that an unrecorded act is done, and offers `undo`.
   * @returns `undo`, which does nothing after it has succeeded
   */
  reportUnrecorded(message: string, undo: () => Promise<boolean>): () => void {
    const lastSeq = Math.max(this.store.state()?.lastSeq ?? 0, this.lastAct?.seq ?? 0);
    const undoOnce = this.unrecorded.add(lastSeq, this.store.serverNow(), undo);
    this.notices.offerUndo(message, '', undoOnce);
    return undoOnce;
  }

  /** Reports that an act is done, and offers Undo. The row for `objectKey` stays in place with Undo. */
  report(
    message: string,
    actSeq: number | null,
    { consequence, objectKey }: { consequence: string; objectKey?: string },
  ): void {
    if (actSeq === null) {
      this.notices.show(message);
      return;
    }
    this.lastAct = { seq: actSeq, consequence };
    if (objectKey !== undefined) this.recentActs.set(objectKey, actSeq);
    this.notices.offerUndo(message, consequence, () => void this.undoBySeq(actSeq, consequence));
  }
}
