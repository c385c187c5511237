import { Crowd, DEFAULT_TREATMENT, type CrowdOptions, type CommentTreatment } from '../audience/crowd';
import type { Broadcast } from '../world/shapes';
import type { World } from '../world/world';
import { ControlError } from './control-error';

export interface CrowdState {
  broadcastId: string;
  said: number;
  running: boolean;
}

/** Items and words of the show that reads the broadcast. */
export type Offer = Required<Pick<CrowdOptions, 'items' | 'variants' | 'words'>>;

/** Comment count at which an automatic crowd ends, so that a forgotten show does not fill the memory. */
const MAX_COMMENTS = 20_000;

/** At most one crowd for each broadcast. */
export class Crowds {
  private readonly byBroadcast = new Map<string, Crowd>();
  private readonly offers = new Map<string, Offer>();
  /** Automatic crowds, which joined because a client read the broadcast. */
  private readonly onDemand = new WeakSet<Crowd>();

  constructor(
    private readonly world: World,
    private readonly seed: number,
  ) {}

  /**
   * Starts a seeded crowd, after stopping the broadcast's existing crowd.
   * @throws ControlError 404
   */
  async start(
    broadcastId: string,
    options: CrowdOptions = {},
    treatment: Partial<CommentTreatment> = {},
  ): Promise<CrowdState> {
    const broadcast = this.world.broadcastOf(broadcastId);
    if (broadcast === null) throw new ControlError(`There is no broadcast ${broadcastId}.`, 404);
    await this.byBroadcast.get(broadcast.id)?.stop();
    const crowd = this.begin(broadcast, options, treatment);
    return stateOf(crowd);
  }

  /** Starts an automatic crowd, unless the broadcast has a crowd, enough comments, or nothing to claim. */
  startIfNone(broadcast: Broadcast, options: CrowdOptions): Crowd | null {
    const commentCount = this.world.commentsOf(broadcast.id).length;
    if (this.byBroadcast.get(broadcast.id)?.isOver === false || commentCount >= MAX_COMMENTS) return null;
    const offer = this.offers.get(broadcast.id);
    if (offer?.items.length === 0) return null;
    // A returning crowd does not repeat its earlier comments.
    const crowd = this.begin(
      broadcast,
      {
        comments: MAX_COMMENTS - commentCount,
        ...options,
        ...offer,
        seed: (options.seed ?? this.seed) + commentCount,
      },
      {},
    );
    this.onDemand.add(crowd);
    return crowd;
  }

  /**
   * Stores the show's offer. An automatic crowd stops, and the next read starts one that claims these items.
   * @throws ControlError 404
   */
  async offer(broadcastId: string, offer: Offer): Promise<void> {
    const broadcast = this.world.broadcastOf(broadcastId);
    if (broadcast === null) throw new ControlError(`There is no broadcast ${broadcastId}.`, 404);
    this.offers.set(broadcast.id, offer);
    const crowd = this.byBroadcast.get(broadcast.id);
    if (crowd !== undefined && this.onDemand.delete(crowd)) await crowd.stop();
  }

  async stop(broadcastId: string | null = null): Promise<void> {
    const id = broadcastId === null ? null : (this.world.broadcastOf(broadcastId)?.id ?? broadcastId);
    await Promise.all(
      [...this.byBroadcast.values()]
        .filter(({ broadcast }) => id === null || broadcast.id === id)
        .map((crowd) => crowd.stop()),
    );
  }

  list(): CrowdState[] {
    return [...this.byBroadcast.values()].map(stateOf);
  }

  private begin(broadcast: Broadcast, options: CrowdOptions, treatment: Partial<CommentTreatment>): Crowd {
    const crowd = new Crowd(
      this.world,
      broadcast,
      { seed: this.seed, ...options },
      { ...DEFAULT_TREATMENT, ...treatment },
    );
    this.byBroadcast.set(broadcast.id, crowd);
    return crowd;
  }
}

const stateOf = (crowd: Crowd): CrowdState => ({
  broadcastId: crowd.broadcast.id,
  said: crowd.commentCount,
  running: !crowd.isOver,
});
