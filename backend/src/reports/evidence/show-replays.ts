import { Injectable } from '@nestjs/common';
import { MAX_NAMED_DIFFERENCES, type ReplayVerdict } from '@sellary/contracts';
import type { Principal } from '../../auth';
import { Replay } from '../../claim-engine';
import { ApiError, BOUNDED_READ, CallSlots, Clock, Transactions, type Tx } from '../../kernel';
import { RuleCatalog, ShowAccess } from '../../shows';

/** Enough time to replay about 20,000 comments on a small server. */
const MAX_REPLAY_MS = 120_000;

/**
 * Replays whole shows for callers. A replay does as much reading and deciding as the show itself did, so only
 * one runs at a time per workspace, and it ends when its caller disconnects.
 */
@Injectable()
export class ShowReplays {
  private readonly slots = new CallSlots({
    perWorkspace: 1,
    total: 2,
    waitingPerWorkspace: 2,
    maxWaitMs: 10_000,
    name: 'replays',
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly access: ShowAccess,
    private readonly clock: Clock,
    private readonly catalog: RuleCatalog,
  ) {}

  /** @throws ApiError NOT_FOUND, RATE_LIMITED, UNAVAILABLE if it takes too long */
  verdict(principal: Principal, showId: string, disconnected: AbortSignal): Promise<ReplayVerdict> {
    return this.withSnapshot(principal, showId, disconnected, (_, verdict) => Promise.resolve(verdict));
  }

  /**
   * Replays a show, and runs further reads in the same snapshot.
   * @throws the same errors as `verdict`
   */
  async withSnapshot<T>(
    { userId, workspaceId }: Pick<Principal, 'userId' | 'workspaceId'>,
    showId: string,
    disconnected: AbortSignal,
    work: (tx: Tx, verdict: ReplayVerdict) => Promise<T>,
  ): Promise<T> {
    await this.access.assertVisible(workspaceId, showId);
    return this.slots.run({ userId, workspaceId }, () => {
      const signal = AbortSignal.any([disconnected, AbortSignal.timeout(MAX_REPLAY_MS)]);
      return this.transactions
        .snapshot(async (tx) => work(tx, await this.replay(tx, showId, signal)), BOUNDED_READ)
        .catch((error: unknown) => {
          throw signal.aborted && error === signal.reason ? tookTooLongError() : error;
        });
    });
  }

  private async replay(tx: Tx, showId: string, signal: AbortSignal): Promise<ReplayVerdict> {
    const { differences, events, ...report } = await new Replay(tx, showId, {
      policies: (id) => this.catalog.policy(id),
      signal,
    }).run();
    return {
      ...report,
      equal: differences.length === 0,
      differences: differences.slice(0, MAX_NAMED_DIFFERENCES),
      differenceCount: differences.length,
      rows: events,
      checkedAt: this.clock.iso(),
    };
  }
}

const tookTooLongError = (): ApiError =>
  ApiError.retryAfter(
    60,
    'UNAVAILABLE',
    'The replay took too long. Run "npm run replay" on the server, or try again when the server is less busy.',
  );
