import { seeded, type Chance } from '../audience/plain-crowd';
import type { SimClock } from '../clock/sim-clock';
import { Ids } from './ids';
import type {
  Author,
  Broadcast,
  CommentChange,
  LiveStatus,
  SimComment,
  SimInstagramAccount,
  SimPage,
  SimUser,
  WorldEvent,
} from './shapes';

interface NewComment {
  broadcast: Broadcast;
  author: Author;
  text: string;
  id?: string;
  /** Milliseconds; default: now. */
  createdAt?: number;
  /** Milliseconds for which the platform holds back the new comment. */
  releaseAfterMs?: number;
  parentId?: string | null;
  lowQuality?: boolean;
  anonymous?: boolean;
  attachment?: SimComment['attachment'];
}

const COMMENT_ID_BASE = 4_000_000_000_000_000n;
const INSTAGRAM_COMMENT_ID_BASE = 18_000_000_000_000_000n;
const PROCESSING_AFTER_MS = 2_000;
const VOD_AFTER_MS = 10_000;

/**
 * Everything that exists on the platform, with its events. It knows nothing about tokens, filters, or HTTP.
 */
export class World {
  readonly users = new Map<string, SimUser>();
  readonly pages = new Map<string, SimPage>();
  readonly accounts = new Map<string, SimInstagramAccount>();
  /** By `id`, not by `videoId`. */
  readonly broadcasts = new Map<string, Broadcast>();
  readonly comments = new Map<string, SimComment>();
  readonly chance: Chance;
  readonly ids: Ids;
  private readonly byBroadcast = new Map<string, SimComment[]>();
  private readonly listeners = new Set<(event: WorldEvent) => void>();

  constructor(
    readonly clock: SimClock,
    seed: number,
    run: number,
  ) {
    this.chance = seeded(seed);
    this.ids = new Ids(seed, run);
  }

  /** @returns a function that stops listening */
  listen(listener: (event: WorldEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Finds a broadcast by its `id` or its `videoId`. */
  broadcastOf(id: string): Broadcast | null {
    return (
      this.broadcasts.get(id) ?? [...this.broadcasts.values()].find(({ videoId }) => videoId === id) ?? null
    );
  }

  broadcastsOf(ownerId: string): Broadcast[] {
    return [...this.broadcasts.values()]
      .filter((broadcast) => broadcast.ownerId === ownerId)
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Every comment on the broadcast, including deleted ones, in the order of the `addComment` calls. */
  commentsOf(broadcastId: string): readonly SimComment[] {
    return this.byBroadcast.get(broadcastId) ?? [];
  }

  accountOf(ownerId: string): SimInstagramAccount | null {
    return this.accounts.get(ownerId) ?? null;
  }

  /** The page whose token has access to this Instagram account. */
  pageOfAccount(accountId: string): SimPage | null {
    return [...this.pages.values()].find(({ instagramId }) => instagramId === accountId) ?? null;
  }

  start(broadcast: Broadcast): void {
    broadcast.startedAt = this.clock.now();
    this.setStatus(broadcast, 'LIVE');
  }

  /** Ends the broadcast. Processing and the recording follow automatically. */
  stop(broadcast: Broadcast): void {
    this.setStatus(broadcast, 'LIVE_STOPPED');
    const steps: [LiveStatus, LiveStatus, number][] = [
      ['LIVE_STOPPED', 'PROCESSING', PROCESSING_AFTER_MS],
      ['PROCESSING', 'VOD', VOD_AFTER_MS],
    ];
    for (const [from, to, afterMs] of steps) {
      this.clock.ringAt(this.clock.now() + afterMs, () => {
        if (broadcast.status === from) this.setStatus(broadcast, to);
      });
    }
  }

  setStatus(broadcast: Broadcast, status: LiveStatus): void {
    broadcast.status = status;
    this.emit({ type: 'status', broadcast });
  }

  /** @throws Error if there is already a comment with `added.id` */
  addComment(added: NewComment): SimComment {
    const {
      broadcast,
      author,
      text,
      parentId = null,
      lowQuality = false,
      anonymous = false,
      attachment = null,
    } = added;
    const id = added.id ?? this.newCommentId(broadcast);
    if (this.comments.has(id)) throw new Error(`There is already a comment with the id ${id}.`);
    const createdAt = added.createdAt ?? this.clock.now();
    const comment: SimComment = {
      id,
      broadcastId: broadcast.id,
      author,
      text,
      createdAt,
      visibleAt: createdAt + (added.releaseAfterMs ?? 0),
      releasedEarly: false,
      parentId,
      lowQuality,
      anonymous,
      attachment,
      hidden: false,
      deletedAt: null,
      earlierTexts: [],
      servedAt: null,
    };
    this.comments.set(id, comment);
    const others = this.byBroadcast.get(broadcast.id);
    if (others === undefined) this.byBroadcast.set(broadcast.id, [comment]);
    else others.push(comment);
    if (comment.visibleAt <= this.clock.now()) this.emitComment('add', comment, broadcast);
    else this.clock.ringAt(comment.visibleAt, () => this.releaseWhenDue(comment, broadcast));
    return comment;
  }

  edit(comment: SimComment, text: string): void {
    comment.earlierTexts.push(comment.text);
    comment.text = text;
    this.emitUnlessHeld('edited', comment);
  }

  remove(comment: SimComment): void {
    comment.deletedAt = this.clock.now();
    this.emitUnlessHeld('remove', comment);
  }

  setHidden(comment: SimComment, hidden: boolean): void {
    comment.hidden = hidden;
    this.emitUnlessHeld(hidden ? 'hide' : 'unhide', comment);
  }

  /** Shows a held comment early. */
  release(comment: SimComment): void {
    if (comment.deletedAt !== null || this.isVisible(comment)) return;
    comment.visibleAt = this.clock.now();
    comment.releasedEarly = true;
    this.emitUnlessHeld('add', comment);
  }

  isVisible(comment: SimComment): boolean {
    return comment.deletedAt === null && comment.visibleAt <= this.clock.now();
  }

  private releaseWhenDue(comment: SimComment, broadcast: Broadcast): void {
    if (comment.deletedAt === null && !comment.releasedEarly) this.emitComment('add', comment, broadcast);
  }

  // While a comment is held back, nothing about it is reported.
  private emitUnlessHeld(change: CommentChange, comment: SimComment): void {
    const broadcast = this.broadcasts.get(comment.broadcastId);
    if (broadcast !== undefined && comment.visibleAt <= this.clock.now()) {
      this.emitComment(change, comment, broadcast);
    }
  }

  private emitComment(change: CommentChange, comment: SimComment, broadcast: Broadcast): void {
    this.emit({ type: 'comment', change, comment, broadcast });
  }

  private emit(event: WorldEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private newCommentId({ platform, videoId }: Broadcast): string {
    return platform === 'instagram'
      ? this.ids.next(INSTAGRAM_COMMENT_ID_BASE)
      : `${videoId}_${this.ids.next(COMMENT_ID_BASE)}`;
  }
}
