import type { ClaimList, ReviewList } from '@sellary/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from './wave-requests';
import { COUNTED_WORD } from './plan';

/** Maximum number of reviews resolved together. */
const MAX_REVIEWS_TOGETHER = 8;
const PAUSE_MS = 20;

const anyOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];

/**
 * An operator who keeps acting during every fault. Responses are not checked, because a request may be
 * interrupted before or after its commit, and only the ledger shows which.
 */
export class Operator {
  /** Ledger row of the operator's latest act, if the response included it. */
  private lastAct: number | null = null;

  constructor(
    private readonly call: Call,
    private readonly showId: string,
  ) {}

  async work(mayContinue: () => boolean): Promise<void> {
    const acts = [
      () => this.release(),
      () => this.release(),
      () => this.acceptOne(),
      () => this.resolveSome('accept'),
      () => this.resolveSome('dismiss'),
    ];
    while (mayContinue()) {
      // Rare, because no comment needs a review until this act is undone.
      const act = Math.random() < 0.03 ? () => this.countWord() : anyOf(acts);
      const shouldUndo = Math.random() < 0.4;
      await act?.()
        .then(() => (shouldUndo ? this.undo() : undefined))
        .catch(() => undefined);
      await delay(PAUSE_MS);
    }
  }

  private async release(): Promise<void> {
    const { claims } = await this.get<ClaimList>('claims?status=winner&limit=20');
    const claim = anyOf(claims);
    if (claim?.itemId == null) return;
    await this.act(`claims/${claim.id}/release`, {});
    await this.call('PATCH', `/api/shows/${this.showId}/items/${claim.itemId}`, {
      totalQuantity: 1 + Math.floor(Math.random() * 4),
    });
  }

  private async acceptOne(): Promise<void> {
    const comment = anyOf(await this.openReviews());
    if (comment !== undefined) await this.act(`comments/${comment.id}/accept`, {});
  }

  private async resolveSome(action: 'accept' | 'dismiss'): Promise<void> {
    const commentIds = (await this.openReviews()).slice(0, MAX_REVIEWS_TOGETHER).map(({ id }) => id);
    if (commentIds.length > 0) await this.resolve({ commentIds, action });
  }

  private countWord(): Promise<void> {
    return this.resolve({ action: 'count-word', word: COUNTED_WORD });
  }

  private async undo(): Promise<void> {
    const seq = this.lastAct;
    this.lastAct = null;
    if (seq !== null) await this.act(`shows/${this.showId}/acts/${seq}/undo`, {});
  }

  private async act(path: string, body: object): Promise<void> {
    const response = await this.call<{ actSeq?: number | null }>('POST', `/api/${path}`, body);
    this.lastAct = response.body.actSeq ?? null;
  }

  private resolve(body: object): Promise<void> {
    return this.act(`shows/${this.showId}/review/resolve`, body);
  }

  private async openReviews(): Promise<ReviewList['comments']> {
    return (await this.get<ReviewList>('review')).comments;
  }

  private async get<T>(path: string): Promise<T> {
    const { status, body } = await this.call<T>('GET', `/api/shows/${this.showId}/${path}`);
    if (status !== 200) throw new Error(`GET ${path}: ${status}`);
    return body;
  }
}
