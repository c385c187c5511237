import type { World } from '../world/world';
import { LIVE_STATUSES, type Broadcast, type LiveStatus, type SimComment } from '../world/shapes';
import { ControlError } from './control-error';

export interface NewBroadcast {
  /** Page or Instagram account. */
  owner: string;
  id?: string;
  videoId?: string;
  title?: string;
  description?: string;
  /** Default: LIVE. */
  status?: LiveStatus;
  viewers?: number;
}

export interface InjectedComment {
  broadcastId: string;
  text: string;
  id?: string;
  authorId?: string;
  authorName?: string;
  /** Milliseconds of the simulated clock; default: now. */
  createdAt?: number;
  releaseAfterMs?: number;
  parentId?: string;
  lowQuality?: boolean;
  anonymous?: boolean;
  attachment?: 'sticker' | 'photo';
}

const LIVE_VIDEO_ID_BASE = 2_000_000_000_000_000n;
const VIDEO_ID_BASE = 3_000_000_000_000_000n;
const MEDIA_ID_BASE = 17_990_000_000_000_000n;

/** Changes broadcasts and their comments on behalf of the test or user that controls the simulation. */
export class Broadcasts {
  constructor(private readonly world: World) {}

  list(): readonly Broadcast[] {
    return [...this.world.broadcasts.values()];
  }

  /** @throws ControlError 404 */
  find(id: string): Broadcast {
    const broadcast = this.world.broadcastOf(id);
    if (broadcast === null) throw new ControlError(`There is no broadcast ${id}.`, 404);
    return broadcast;
  }

  create({ owner, title, description, status = 'LIVE', viewers, ...ids }: NewBroadcast): Broadcast {
    const { world } = this;
    const platform = world.pages.has(owner) ? 'facebook' : world.accounts.has(owner) ? 'instagram' : null;
    if (platform === null) throw new ControlError(`There is no page or account ${owner}.`, 404);
    const id = ids.id ?? world.ids.next(platform === 'facebook' ? LIVE_VIDEO_ID_BASE : MEDIA_ID_BASE);
    const videoId = platform === 'instagram' ? id : (ids.videoId ?? world.ids.next(VIDEO_ID_BASE));
    if (world.broadcastOf(id) !== null || world.broadcastOf(videoId) !== null) {
      throw new ControlError(`There is already a broadcast ${id}.`);
    }
    const now = world.clock.now();
    const broadcast: Broadcast = {
      platform,
      id,
      videoId,
      ownerId: owner,
      title: title ?? null,
      description: description ?? null,
      status: 'UNPUBLISHED',
      createdAt: now,
      startedAt: null,
      viewers: viewers ?? 42,
    };
    world.broadcasts.set(id, broadcast);
    if (status === 'LIVE') world.start(broadcast);
    else broadcast.status = status;
    return broadcast;
  }

  /** UNPUBLISHED → LIVE. */
  start(id: string): Broadcast {
    const broadcast = this.find(id);
    this.world.start(broadcast);
    return broadcast;
  }

  /** LIVE → LIVE_STOPPED; PROCESSING and VOD follow automatically. */
  stop(id: string): Broadcast {
    const broadcast = this.find(id);
    this.world.stop(broadcast);
    return broadcast;
  }

  setStatus(id: string, status: LiveStatus): Broadcast {
    if (!LIVE_STATUSES.includes(status)) {
      throw new ControlError(`status must be one of ${LIVE_STATUSES.join(', ')}.`);
    }
    const broadcast = this.find(id);
    this.world.setStatus(broadcast, status);
    return broadcast;
  }

  /** Deletes the video, as its seller can. Later requests for it get error 100 with subcode 33. */
  remove(id: string): void {
    this.world.broadcasts.delete(this.find(id).id);
  }

  say({ broadcastId, authorId, authorName, ...options }: InjectedComment): SimComment {
    const broadcast = this.find(broadcastId);
    if (options.id !== undefined && this.world.comments.has(options.id)) {
      throw new ControlError(`There is already a comment ${options.id}.`);
    }
    const id = authorId ?? (broadcast.platform === 'facebook' ? '9000999' : '6600000000000999');
    return this.world.addComment({
      broadcast,
      author: { id, name: authorName ?? 'Test Viewer' },
      ...options,
    });
  }

  edit(id: string, text: string): void {
    this.world.edit(this.comment(id), text);
  }

  delete(id: string): void {
    this.world.remove(this.comment(id));
  }

  /** Reveals the comment's author to every client from now on. */
  reveal(id: string): void {
    this.comment(id).anonymous = false;
  }

  /** Releases a held comment. */
  release(id: string): void {
    this.world.release(this.comment(id));
  }

  hide(id: string, hidden = true): void {
    this.world.setHidden(this.comment(id), hidden);
  }

  /** Every comment on the broadcast, including hidden, held, and deleted ones, in order of creation. */
  comments(broadcastId: string): readonly SimComment[] {
    return this.world.commentsOf(this.world.broadcastOf(broadcastId)?.id ?? broadcastId);
  }

  private comment(id: string): SimComment {
    const comment = this.world.comments.get(id);
    if (comment === undefined) throw new ControlError(`There is no comment ${id}.`, 404);
    return comment;
  }
}
