import { Injectable, Logger } from '@nestjs/common';
import { ClaimIntake, CommentChanges, type IntakeResult } from '../../claim-engine';
import { ApiError, nextTurn } from '../../kernel';
import { AdapterRegistry } from '../adapter-registry';
import { type Fields, listOf, textOf } from '../graph/graph-json';
import { Ingestion } from '../ingestion/ingestion';
import type { PlatformAdapter, PushedComment } from '../platform-adapter';
import { BoundLives, type Listener } from './bound-lives';
import { ClaimTimes } from './claim-times';

/** Comments of a delivery whose conversion takes a step of its own. */
const MANY = 200;

export interface Delivered {
  showId: string;
  result: IntakeResult;
}

/** Brings what a platform pushed to the shows that listen to the broadcast. */
@Injectable()
export class Delivery {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly adapters: AdapterRegistry,
    private readonly lives: BoundLives,
    private readonly intake: ClaimIntake,
    private readonly changes: CommentChanges,
    private readonly ingestion: Ingestion,
    private readonly times: ClaimTimes,
  ) {}

  /**
   * Resolves after every comment is committed; what nobody listens to is left alone. `workspaceId`: to the shows of that workspace only.
   * @throws ApiError UNAVAILABLE where something could not be stored: the platform delivers again.
   */
  async take(payload: unknown, workspaceId?: string): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    // A sample in the documentation is a list of payloads.
    for (const one of listOf(payload)) delivered.push(...(await this.takeOne(one, workspaceId)));
    return delivered;
  }

  private async takeOne(payload: Fields, workspaceId: string | undefined): Promise<Delivered[]> {
    const object = textOf(payload['object']);
    const adapters = this.adapters.all.filter((adapter) => adapter.webhook.object === object);
    for (const adapter of adapters) this.ingestion.lookAt(adapter.webhook.accountsToLookAt(payload));
    const delivered = await Promise.all(adapters.map((adapter) => this.deliver(adapter, payload, workspaceId)));
    return delivered.flat();
  }

  private async deliver(adapter: PlatformAdapter, payload: Fields, workspaceId: string | undefined): Promise<Delivered[]> {
    const pushed = adapter.webhook.comments(payload);
    if (pushed.length > MANY) await nextTurn();
    const changes = adapter.webhook.changes(payload);
    if (pushed.length === 0 && changes.length === 0) return [];
    try {
      const byShow = await this.sort(adapter, pushed, workspaceId, (one) => one);
      const delivered = await Promise.all(
        [...byShow].map(async ([listener, ones]) => {
          const { showId } = listener;
          const comments = await this.times.settle(adapter, ones, listener);
          // What was read before them is not overtaken because its walk is held up.
          this.ingestion.decideHeldUp(showId);
          return (await this.intake.submit(showId, comments)).map((result) => ({ showId, result }));
        }),
      );
      // After the comments: one may be made and edited in the same delivery.
      const changed = await this.sort(adapter, changes, workspaceId, ({ told }, { liveId }) => ({ ...told, liveId }));
      await Promise.all([...changed].map(([listener, told]) => this.changes.note(listener.workspaceId, listener.showId, told)));
      return delivered.flat();
    } catch (error) {
      this.log.warn(`Comments could not be stored: ${error instanceof Error ? error.message : 'unknown'}`);
      throw new ApiError('UNAVAILABLE', 'The comments could not be stored. Deliver them again.', undefined, 2);
    }
  }

  /** What was pushed, by the shows that listen to its broadcast. */
  private async sort<T extends Pick<PushedComment, 'accountId' | 'liveIds'>, U>(
    adapter: PlatformAdapter,
    pushed: T[],
    workspaceId: string | undefined,
    make: (one: T, listener: Listener) => U,
  ): Promise<Map<Listener, U[]>> {
    const addresses = pushed.flatMap(({ accountId, liveIds }) => liveIds.map((liveId) => ({ accountId, liveId })));
    const found = await this.lives.of(adapter.platform, addresses, workspaceId);
    const byShow = new Map<string, { listener: Listener; made: U[] }>();
    let at = 0;
    for (const one of pushed) {
      const listeners = found.slice(at, (at += one.liveIds.length)).flat();
      for (const listener of new Map(listeners.map((each) => [each.showId, each])).values()) {
        const known = byShow.get(listener.showId);
        if (known === undefined) byShow.set(listener.showId, { listener, made: [make(one, listener)] });
        else known.made.push(make(one, listener));
      }
    }
    return new Map([...byShow.values()].map(({ listener, made }) => [listener, made]));
  }
}
