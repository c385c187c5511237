import { Logger } from '@nestjs/common';
import { after, type Clock } from '../../kernel';
import type { ReadComment } from '../platform-adapter';
import type { CommentSink } from './comment-sink';
import type { SourceReadings, SourceTarget } from './source-readings';
import { inOrderSaid } from './sweep';

/** What was read is decided after this time at the latest, if the walk that reads it is held up. */
export const MAX_HOLD_MS = 3_000;
/** As long as pages come without an error and fast, older comments are waited for up to this time. */
const MAX_CATCH_UP_MS = 10_000;
const FAST_PAGE_MS = 500;
const LOOK_AGAIN_MS = 1_000;
/** Held for less, comments belong to a walk that goes on as usual. */
const MIN_HELD_UP_MS = 500;

/** A walk with comments that are not decided yet. */
export interface Walk {
  /** Oldest first. */
  readonly found: ReadComment[];
  forget(commentIds: ReadonlySet<string>): void;
}

/** Where a reader writes what is not decided yet, so that a process after it knows it. */
export type UndecidedRecord = Pick<SourceReadings, 'forgetUndecided' | 'keepUndecided'>;

/**
 * What walks have read of one source, on its way to a decision. Comments wait for older ones that the same walk may still find, so that all are decided
 * in the order they were said; but not longer than some seconds, because webhooks bring later comments meanwhile.
 */
export class ReadComments {
  private readonly log = new Logger('Ingestion');
  /** With the text they were last read with. */
  private readonly stored = new Map<string, string>();
  /** Those of them whose author was not told: they are stored again when it is. */
  private readonly nameless = new Set<string>();
  private readonly walks = new Set<Walk>();
  /** As the database knows them. */
  private readonly undecided: Set<string>;
  private submitting: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** When the oldest of what is held was read, ms; and how many pages came since. */
  private heldSince: number | null = null;
  private pages = 0;
  private stumbled = false;

  constructor(
    private readonly target: () => SourceTarget,
    private readonly sink: Pick<CommentSink, 'noteEdits' | 'submit'>,
    private readonly record: UndecidedRecord,
    private readonly clock: Clock,
    private readonly skewMs: () => number,
    /** Read by a process that ended before it could bring them to a decision. */
    private carried: readonly ReadComment[],
  ) {
    this.undecided = new Set(carried.map(({ commentId }) => commentId));
    if (carried.length > 0) this.pageCame();
  }

  isStored({ commentId, author }: ReadComment): boolean {
    return this.stored.has(commentId) && (author === null || !this.nameless.has(commentId));
  }

  follow(walk: Walk): void {
    this.walks.add(walk);
  }

  /** Called before a walk takes a page. */
  pageCame(): void {
    this.heldSince ??= this.clock.now();
    this.pages += 1;
    if (this.timer === null) this.lookIn(MAX_HOLD_MS);
  }

  pageFailed(): void {
    this.heldSince ??= this.clock.now();
    this.stumbled = true;
    if (this.timer === null) this.lookIn(MAX_HOLD_MS);
  }

  /** A walk is at its end, or is not gone on with. Resolves after COMMIT. */
  async finish(walk: Walk): Promise<void> {
    await this.decide(walk);
    this.walks.delete(walk);
  }

  /** Together with what a process before this one had read. Resolves after COMMIT; what cannot be stored goes on waiting. */
  async decide(walk: Walk | null): Promise<void> {
    while (this.submitting !== null) await this.submitting.catch(() => undefined);
    const held = new Map([...this.carried, ...(walk?.found ?? [])].map((comment) => [comment.commentId, comment]));
    const found = inOrderSaid([...held.values()].filter((comment) => !this.isStored(comment)));
    if (found.length > 0) {
      this.submitting = this.sink.submit(this.target(), found, this.skewMs());
      await this.submitting.finally(() => (this.submitting = null));
      this.noteStored(found);
    }
    this.carried = [];
    walk?.forget(new Set(held.keys()));
    if (this.held.length === 0) this.nothingIsHeld();
  }

  /** Everything that is held, without waiting for older comments. Resolves after COMMIT, and where it could not be stored. */
  async decideAll(): Promise<void> {
    for (const walk of this.walks.size === 0 ? [null] : this.walks) {
      await this.decide(walk).catch((error: unknown) =>
        this.log.warn(`What was read of ${this.target().liveId} is not decided yet: ${String(error)}`),
      );
    }
    await this.keepUndecided();
  }

  /** The same, if the walk does not go on as usual. */
  async decideHeldUp(): Promise<void> {
    if (this.heldSince !== null && (this.stumbled || this.clock.now() - this.heldSince >= MIN_HELD_UP_MS)) await this.decideAll();
  }

  /** What a walk holds that is not at its end must outlive this process: the platform may not show it again. Where it cannot be kept now, the next turn tries. */
  async keepUndecided(): Promise<void> {
    const { held } = this;
    try {
      if (held.length === 0) {
        if (this.undecided.size > 0) await this.record.forgetUndecided(this.target());
        this.undecided.clear();
        return;
      }
      const fresh = held.filter(({ commentId }) => !this.undecided.has(commentId));
      if (fresh.length > 0) await this.record.keepUndecided(this.target(), fresh);
      for (const { commentId } of fresh) this.undecided.add(commentId);
    } catch (error) {
      this.log.warn(`What was read of ${this.target().liveId} could not be kept: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  async noteEdits(comments: ReadComment[]): Promise<void> {
    const edited = comments.filter(({ commentId, text }) => (this.stored.get(commentId) ?? text) !== text);
    if (edited.length === 0) return;
    await this.sink.noteEdits(this.target(), edited);
    for (const { commentId, text } of edited) this.stored.set(commentId, text);
  }

  /** Nobody reads any more. */
  async close(): Promise<void> {
    await this.decideAll();
    this.nothingIsHeld();
  }

  private get held(): ReadComment[] {
    return [...this.carried, ...[...this.walks].flatMap(({ found }) => found)];
  }

  private noteStored(comments: ReadComment[]): void {
    for (const { commentId, author, text } of comments) {
      this.stored.set(commentId, text);
      if (author === null) this.nameless.add(commentId);
      else this.nameless.delete(commentId);
    }
  }

  private nothingIsHeld(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.heldSince = null;
    this.pages = 0;
    this.stumbled = false;
  }

  private lookIn(ms: number): void {
    this.timer = after('ingestion', ms, async () => {
      this.timer = null;
      if (this.isFlowing()) {
        this.lookIn(LOOK_AGAIN_MS);
        return;
      }
      await this.decideAll();
      if (this.heldSince !== null && this.timer === null) this.lookIn(MAX_HOLD_MS);
    }).unref();
  }

  /** Whether the walk goes on so well that its end is near, or much is caught up with. */
  private isFlowing(): boolean {
    if (this.heldSince === null || this.stumbled) return false;
    const heldMs = this.clock.now() - this.heldSince;
    return heldMs < MAX_CATCH_UP_MS && this.pages * FAST_PAGE_MS >= heldMs;
  }
}
