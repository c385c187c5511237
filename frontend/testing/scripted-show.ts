import type { Comment, DismissedNumber, Resolution, Show, ShowSnapshot, ShowStats } from '@sellary/contracts';
import { isActiveClaim } from '../src/app/api/active-claim';
import { jsonClone, ScriptedStock } from './scripted-stock';
import { countShow } from './show-counts';
import { BEN, aBuyer, aClaim, aComment, aShow, anItem, at } from './wire';

/**
 * A small show server for tests. It applies the claim rules, writes the ledger rows that a server would
 * write, and recounts its statistics for every snapshot, so that the console's own counters are checked
 * against independent counts.
 */
export class ScriptedShow extends ScriptedStock {
  private readonly comments: Comment[] = [];
  private readonly review = new Map<string, Comment>();
  show = aShow();
  private lastId = 0;

  snapshot(): ShowSnapshot {
    const stats = this.recount();
    const lastSeq = this.events.length;
    return jsonClone({
      show: { ...this.show, stats, lastSeq },
      items: [...this.items.values()].map((item) => this.currentItem(item)),
      claims: this.activeClaims.map((claim) => this.currentClaim(claim)),
      comments: this.comments.toReversed().slice(0, 200),
      review: [...this.review.values()],
      lastSeq,
    });
  }

  /** Newest first, as the API lists comments. */
  get allComments(): Comment[] {
    return this.comments.toReversed();
  }

  addItem(number: string, totalQuantity: number): void {
    if (this.items.has(number)) return;
    this.items.set(number, anItem(number, { totalQuantity }));
    this.lines.set(number, []);
    this.writeItem(number);
    for (const claim of this.activeClaims.filter(
      ({ status, itemNumber }) => status === 'unmatched' && itemNumber === number,
    )) {
      this.decide({ ...claim, itemId: `item-${number}`, itemTitle: `Thing ${number}` }, 'item_added');
      this.writeClaim('claim.updated', claim.id, number);
    }
    this.writeItem(number);
  }

  removeItem(number: string): void {
    if (
      [...this.claims.values()].some(({ itemNumber }) => itemNumber === number) ||
      !this.items.delete(number)
    ) {
      return;
    }
    this.write({ type: 'item.updated', data: { itemId: `item-${number}`, removed: true } });
  }

  setQuantity(number: string, totalQuantity: number): void {
    const item = this.items.get(number);
    if (!item || totalQuantity < this.winnersOf(number).length) return;
    this.items.set(number, { ...item, totalQuantity });
    this.writeItem(number);
    while (this.unitsLeft(number) > 0 && this.lines.get(number)?.length) {
      this.promote(number, 'quantity_raised');
    }
    this.writeItem(number);
  }

  /** Sets the quantity without promoting a buyer, as between the steps of an award or a pass. */
  setQuantityOnly(number: string, totalQuantity: number): void {
    const item = this.items.get(number);
    if (!item) return;
    this.items.set(number, { ...item, totalQuantity });
    this.writeItem(number);
  }

  /** Adds an item that has one unit of each variant. */
  addItemWithVariants(number: string, names: readonly string[]): void {
    const stock = { claimedCount: 0, waitlistCount: 0, status: 'unclaimed' as const };
    const variants = names.map((name) => ({ ...stock, name, totalQuantity: 1 }));
    this.items.set(number, anItem(number, { totalQuantity: names.length, variants }));
    this.lines.set(number, []);
    this.writeItem(number);
  }

  addComment(handle: string, number: string): void {
    const buyer = aBuyer(handle);
    const hasClaim = this.activeClaims.some(
      (claim) => claim.buyer.id === buyer.id && claim.itemNumber === number,
    );
    const id = `${++this.lastId}`;
    const isKnown = this.items.has(number);
    const outcome = hasClaim
      ? 'duplicate_user'
      : !isKnown
        ? 'item_not_found'
        : this.mayWin(number)
          ? 'winner'
          : 'waitlist';
    this.receive(aComment(id, outcome, { buyer, text: `sold ${number}`, receivedAt: at(this.lastId * 10) }));
    if (hasClaim) return;
    const claim = aClaim(`claim-${id}`, {
      buyer,
      commentId: `platform-${id}`,
      rawText: `sold ${number}`,
      itemNumber: number,
      itemId: isKnown ? `item-${number}` : null,
      itemTitle: isKnown ? `Thing ${number}` : null,
    });
    this.decide(claim, 'unit_left');
    this.writeClaim('claim.created', claim.id, isKnown ? number : null);
    if (isKnown) this.writeItem(number);
  }

  addChatter(): void {
    const id = `${++this.lastId}`;
    this.receive(aComment(id, 'ignored', { receivedAt: at(this.lastId * 10) }));
  }

  /**
   * Adds a comment that an operator must decide.
   * @returns its id
   */
  addReview(change: Partial<Comment> = {}): string {
    const id = `${++this.lastId}`;
    const comment = aComment(id, 'review', { receivedAt: at(this.lastId * 10), ...change });
    this.review.set(id, comment);
    this.receive(comment);
    return id;
  }

  dismissFirstReview(): void {
    const [comment] = this.review.values();
    if (comment) this.resolveReview(comment.id, 'dismissed');
  }

  /** Ids of the comments that an operator has decided. */
  get decidedIds(): string[] {
    return this.comments.flatMap(({ id, resolution }) => (resolution ? [id] : []));
  }

  acceptFirstReview(): void {
    const [comment] = this.review.values();
    if (comment) this.resolveReview(comment.id, 'accepted');
  }

  /**
   * Resolves a review. An accepted comment claims its item now, after all earlier claims.
   * @returns the seq of the decision
   */
  resolveReview(id: string, resolution: Resolution, by = BEN): number {
    const comment = this.review.get(id);
    if (!comment) throw new Error(`no review ${id}`);
    this.review.delete(id);
    const actSeq = this.events.length + 1;
    const details = { resolution, by, at: at(actSeq * 10), actSeq, outcome: null, claimIds: [] };
    const resolved: Comment = { ...comment, outcome: 'ignored', resolution: details };
    this.replaceComment(resolved);
    this.write({ type: 'review.updated', by, data: { comment: resolved, resolution } });
    const [intent] = comment.parsed.intents;
    if (resolution === 'accepted' && intent && this.items.has(intent.item)) {
      const claim = aClaim(`claim-${id}-${actSeq}`, {
        buyer: comment.buyer,
        commentId: comment.commentId,
        itemNumber: intent.item,
        itemId: `item-${intent.item}`,
      });
      this.decide(claim, 'unit_left');
      this.writeClaim('claim.created', claim.id, intent.item);
      this.writeItem(intent.item);
    }
    return actSeq;
  }

  /** Undoes a decision: the comment returns to review. */
  reopenReview(id: string): void {
    const comment = this.comments.find((candidate) => candidate.id === id);
    if (!comment) throw new Error(`no comment ${id}`);
    const { resolution: _, ...reopened } = { ...comment, outcome: 'review' as const };
    this.review.set(id, reopened);
    this.replaceComment(reopened);
    this.write({ type: 'review.updated', by: BEN, data: { comment: reopened, resolution: 'reopened' } });
  }

  private replaceComment(comment: Comment): void {
    this.comments[this.comments.findIndex(({ id }) => id === comment.id)] = comment;
  }

  /** Releases or passes a claim; a freed unit goes to the first buyer in line. */
  endClaim(claimId: string, status: 'released' | 'passed'): void {
    const claim = this.claims.get(claimId);
    if (!claim || !isActiveClaim(claim)) return;
    const number = claim.itemNumber;
    const line = this.lines.get(number) ?? [];
    if (line.includes(claimId)) line.splice(line.indexOf(claimId), 1);
    this.claims.set(claimId, { ...claim, status });
    const promoted = claim.status === 'winner' ? this.lines.get(number)?.shift() : undefined;
    if (promoted) {
      this.claims.set(promoted, {
        ...this.requireClaim(promoted),
        status: 'winner',
        why: { ...claim.why, rule: 'unit_freed' },
      });
    }
    this.write({
      type: 'claim.released',
      data: {
        claim: this.currentClaim(this.requireClaim(claimId)),
        item: this.wireItem(number),
        ...(promoted && { promotedClaim: this.currentClaim(this.requireClaim(promoted)) }),
      },
    });
    if (this.items.has(number)) this.writeItem(number);
  }

  /** Undoes a release: the buyer wins again, and the promoted buyer goes back to the front of the line. */
  undoRelease(claimId: string): void {
    const claim = this.claims.get(claimId);
    if (claim?.status !== 'released' || claim.itemId === null) return;
    const number = claim.itemNumber;
    const last = this.winnersOf(number).at(-1);
    if (this.unitsLeft(number) === 0 && last) {
      this.claims.set(last.id, { ...last, status: 'waitlist' });
      this.lines.get(number)?.unshift(last.id);
      this.writeClaim('claim.updated', last.id, number);
    }
    if (this.unitsLeft(number) === 0) return;
    this.claims.set(claimId, { ...claim, status: 'winner' });
    this.writeClaim('claim.updated', claimId, number);
    this.writeItem(number);
  }

  /** Awards a unit by hand. The rows for the claim and the act have the same time, as on a server. */
  award(handle: string, number: string): void {
    const id = `award-${++this.lastId}`;
    const actAt = at((this.events.length + 1) * 10);
    const buyer = aBuyer(handle);
    const why = { ...aClaim(id).why, rule: 'awarded' };
    const [itemNumber, itemId, status] = [number, `item-${number}`, 'winner' as const];
    const byHand = { operatorAction: true, actor: BEN, rawText: null, receivedAt: actAt };
    this.claims.set(id, aClaim(id, { buyer, itemNumber, itemId, status, why, ...byHand }));
    this.writeClaim('claim.created', id, number);
    const changes = [{ claimId: id, before: null, after: status }];
    const input = { itemId, buyerId: buyer.id, claimId: id, at: actAt, changes };
    this.write({ type: 'operator.act', by: BEN, data: { act: 'award', batch: 1, undoable: true, input } });
    for (const event of this.events.slice(-2)) event.at = actAt;
    this.writeItem(number);
  }

  /** Takes an item off sale and closes its waiting claims. */
  withdraw(number: string): void {
    const item = this.items.get(number);
    if (!item) return;
    this.items.set(number, { ...item, withdrawnAt: at(this.events.length * 10) });
    const line = this.lines.get(number) ?? [];
    for (let id = line.shift(); id !== undefined; id = line.shift()) {
      this.claims.set(id, { ...this.requireClaim(id), status: 'closed' });
      this.writeClaim('claim.updated', id, number);
    }
    this.writeItem(number);
  }

  /** Flags a claim, with a note from an operator or the engine. */
  flag(claimId: string, operatorNotes: string): void {
    this.claims.set(claimId, { ...this.requireClaim(claimId), flagged: true, operatorNotes });
    this.writeClaim('claim.updated', claimId, this.requireClaim(claimId).itemNumber);
  }

  showItem(number: string): void {
    this.show = { ...this.show, nowShowingItemId: `item-${number}` };
    const input = { before: null, itemId: `item-${number}` };
    this.write({ type: 'operator.act', data: { act: 'now_showing', batch: 1, undoable: false, input } });
  }

  /** Sets the numbers that operators have dismissed. */
  dismissNumbers(dismissedNumbers: DismissedNumber[]): Show {
    this.show = { ...this.show, dismissedNumbers };
    this.write({ type: 'show.updated', data: { show: this.show } });
    return this.show;
  }

  setStatus(status: 'active' | 'paused' | 'ended'): void {
    const { pausedAt: _previousPause, ...show } = this.show;
    const nextRowAt = at((this.events.length + 1) * 10);
    this.show = { ...show, status, ...(status === 'paused' && { pausedAt: nextRowAt }) };
    this.write({ type: 'session.status', data: { showId: show.id, status, stats: this.recount() } });
  }

  private receive(comment: Comment): void {
    this.comments.push(comment);
    this.write({ type: 'comment.received', data: { comment, parsed: comment.parsed } });
  }

  private recount(): ShowStats {
    const items = [...this.items.values()].map((item) => this.currentItem(item));
    return countShow(items, [...this.claims.values()], {
      review: this.review.size,
      comments: this.comments.length,
    });
  }
}
