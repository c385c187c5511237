import { setTimeout as delay } from 'node:timers/promises';
import type { Author, Broadcast } from '../world/shapes';
import type { World } from '../world/world';
import { audience, type ShowWords, STOCK } from './plain-crowd';

export interface CrowdOptions {
  seed?: number;
  /** Comments per second, on average. */
  rate?: number;
  /** Number of claims written in a burst when a popular item is shown. */
  burst?: number;
  /** Ends after this many comments. */
  comments?: number;
  /** Item numbers on offer, in the order they are shown. */
  items?: readonly string[];
  /** Variant names by item number, for items that have variants. */
  variants?: Readonly<Record<string, readonly string[]>>;
  /** The show's words. If omitted, viewers write in five languages. */
  words?: ShowWords;
}

/**
 * Shares (0 to 1) of the crowd's comments that the platform treats specially, and `longestHoldMs`, the
 * maximum hold.
 */
export interface CommentTreatment {
  /** Held back, and released up to `longestHoldMs` later with their original time. */
  held: number;
  longestHoldMs: number;
  lowQuality: number;
  anonymous: number;
  replies: number;
}

export const DEFAULT_TREATMENT: CommentTreatment = {
  held: 0,
  longestHoldMs: 90_000,
  lowQuality: 0,
  anonymous: 0,
  replies: 0,
};

const ENDED_STATUSES = new Set(['PROCESSING', 'VOD', 'LIVE_STOPPED']);

/** One crowd in one broadcast. The seed determines its comments. */
export class Crowd {
  commentCount = 0;
  private readonly ending = new AbortController();
  private readonly done: Promise<void>;

  constructor(
    private readonly world: World,
    readonly broadcast: Broadcast,
    private readonly options: CrowdOptions,
    private readonly treatment: CommentTreatment,
  ) {
    this.done = this.run();
  }

  get isOver(): boolean {
    return this.ending.signal.aborted;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.done;
  }

  private async run(): Promise<void> {
    const { seed = 1, rate = 5, burst = 12, comments = Infinity, items, variants = {}, words } = this.options;
    const { signal } = this.ending;
    const stock =
      items === undefined
        ? STOCK
        : items.map((itemNumber) => ({ itemNumber, variants: variants[itemNumber] ?? [] }));
    let due = Date.now();
    for (const event of audience({ seed, items: stock, rate, burst, ...(words && { words }) })) {
      due += event.afterMs;
      await delay(Math.max(0, due - Date.now()), undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted || this.commentCount >= comments || ENDED_STATUSES.has(this.broadcast.status)) break;
      // Only webhooks redeliver comments. A platform's list contains each comment once.
      if (event.type === 'comment' && event.purpose !== 'duplicate') {
        this.say(event.text, this.author(event.userId, event.userHandle));
      }
    }
    this.ending.abort();
  }

  private say(text: string, author: Author): void {
    const { world, broadcast, treatment } = this;
    const { chance } = world;
    const earlier = world.commentsOf(broadcast.id).at(-1);
    world.addComment({
      broadcast,
      author,
      text,
      releaseAfterMs: chance.next() < treatment.held ? chance.below(treatment.longestHoldMs) : 0,
      lowQuality: chance.next() < treatment.lowQuality,
      anonymous: chance.next() < treatment.anonymous,
      parentId:
        chance.next() < treatment.replies && earlier !== undefined ? (earlier.parentId ?? earlier.id) : null,
    });
    this.commentCount += 1;
  }

  /** A viewer has the same id in every broadcast on a platform, and a different id on the other platform. */
  private author(userId: string, handle: string): Author {
    const number = BigInt(userId.replace(/\D/g, ''));
    return this.broadcast.platform === 'facebook'
      ? { id: String(9_000_000n + number), name: displayName(handle) }
      : { id: String(6_600_000_000_000_000n + number), name: handle };
  }
}

/** People on Facebook have names, not handles. */
function displayName(handle: string): string {
  return handle
    .split(/[._\d]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
