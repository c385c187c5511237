import { Logger } from '@nestjs/common';
import type { ReadComment } from '@sellary/extension-kit';
import { runAfter, type Clock, messageOf } from '../../kernel';
import { isDue } from '../adapter/is-due';
import type { CommentSink } from './comment-sink';
import type { SourceReadings } from './source-readings';
import type { SourceTarget } from './source-target';
import { inChronologicalOrder } from './comment-scan';

/** Maximum time that comments are held if their scan is stalled. */
export const MAX_HOLD_MS = 3_000;
/** Maximum wait for older comments while pages arrive fast and without errors. */
const MAX_CATCH_UP_MS = 10_000;
const FAST_PAGE_MS = 500;
const RECHECK_MS = 1_000;
/** Comments held for a shorter time belong to a scan without delays. */
const MIN_STALLED_MS = 500;

/** A scan with undecided comments. */
interface BufferedScan {
  /** Oldest first. */
  readonly found: ReadComment[];
  clearStored(commentIds: ReadonlySet<string>): void;
}

/** Stores undecided comments, so that a later process can decide them. */
export type UndecidedStore = Pick<SourceReadings, 'deleteUndecided' | 'saveUndecided'>;

/**
 * Undecided comments that the scans of one source have read. They wait for older comments that the same scan
 * may still find, so that all of them are decided in chronological order. They wait only a few seconds,
 * because webhooks keep delivering newer comments.
 */
export class CommentBuffer {
  private readonly log = new Logger('Polling');
  /** Texts of the stored comments as last read, by comment id. */
  private readonly storedTexts = new Map<string, string>();
  /** Ids of comments stored without an author. They are stored again when the platform reports the author. */
  private readonly storedWithoutAuthor = new Set<string>();
  private readonly scans = new Set<BufferedScan>();
  /** Ids of the undecided comments in the database. */
  private readonly savedUndecided: Set<string>;
  private submitting: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  /**
   * Time of the first page since all comments were last decided, ms, even if reading that page failed; null
   * if there is none.
   */
  private heldSince: number | null = null;
  /** Number of pages since `heldSince`, and whether one failed. */
  private pages = 0;
  private hasFailedPage = false;

  constructor(
    private readonly target: () => SourceTarget,
    private readonly sink: Pick<CommentSink, 'submit' | 'submitEdits'>,
    private readonly undecidedStore: UndecidedStore,
    private readonly clock: Clock,
    private readonly skewMs: () => number,
    /** Comments that an earlier process read but did not decide. */
    private fromEarlierProcess: readonly ReadComment[],
  ) {
    this.savedUndecided = new Set(fromEarlierProcess.map(({ commentId }) => commentId));
    if (fromEarlierProcess.length > 0) this.recordPage();
  }

  isStored({ commentId, author }: ReadComment): boolean {
    return this.storedTexts.has(commentId) && (author === null || !this.storedWithoutAuthor.has(commentId));
  }

  addScan(scan: BufferedScan): void {
    this.scans.add(scan);
  }

  /** Called before a scan adds a page. */
  recordPage(): void {
    this.heldSince ??= this.clock.now();
    this.pages += 1;
    if (this.timer === null) this.scheduleCheck(MAX_HOLD_MS);
  }

  recordFailedPage(): void {
    this.heldSince ??= this.clock.now();
    this.hasFailedPage = true;
    if (this.timer === null) this.scheduleCheck(MAX_HOLD_MS);
  }

  /** Called when a scan has ended or been abandoned. Resolves after COMMIT. */
  async finishScan(scan: BufferedScan): Promise<void> {
    await this.decide(scan);
    this.scans.delete(scan);
  }

  /**
   * Decides a scan's comments, together with the comments that an earlier process read. Resolves after
   * COMMIT. Rejects if the comments cannot be stored. They then keep waiting.
   */
  async decide(scan: BufferedScan | null): Promise<void> {
    while (this.submitting !== null) await this.submitting.catch(() => undefined);
    const held = new Map(
      [...this.fromEarlierProcess, ...(scan?.found ?? [])].map((comment) => [comment.commentId, comment]),
    );
    const undecided = inChronologicalOrder([...held.values()].filter((comment) => !this.isStored(comment)));
    if (undecided.length > 0) {
      this.submitting = this.sink.submit(this.target(), undecided, this.skewMs());
      await this.submitting.finally(() => (this.submitting = null));
      this.rememberStored(undecided);
    }
    this.fromEarlierProcess = [];
    scan?.clearStored(new Set(held.keys()));
    if (this.heldComments.length === 0) this.resetHold();
  }

  /**
   * Decides all held comments without waiting for older ones. Resolves after COMMIT and never rejects.
   * Comments that cannot be stored keep waiting.
   */
  async decideAll(): Promise<void> {
    for (const scan of this.scans.size === 0 ? [null] : this.scans) {
      await this.decide(scan).catch((error: unknown) =>
        this.log.warn(`Comments from ${this.target().liveId} are not decided yet: ${messageOf(error)}`),
      );
    }
    await this.saveUndecided();
  }

  /** Same as `decideAll`, but only if the scan is delayed. */
  async decideIfStalled(): Promise<void> {
    if (
      this.heldSince !== null &&
      (this.hasFailedPage || isDue(this.clock.now(), this.heldSince, MIN_STALLED_MS))
    ) {
      await this.decideAll();
    }
  }

  /**
   * Stores the held comments of unfinished scans, because the platform may not return them again. If this
   * fails, the next cycle tries again.
   */
  async saveUndecided(): Promise<void> {
    const held = this.heldComments;
    try {
      if (held.length === 0) {
        if (this.savedUndecided.size > 0) await this.undecidedStore.deleteUndecided(this.target());
        this.savedUndecided.clear();
        return;
      }
      const unsaved = held.filter(({ commentId }) => !this.savedUndecided.has(commentId));
      if (unsaved.length > 0) await this.undecidedStore.saveUndecided(this.target(), unsaved);
      for (const { commentId } of unsaved) this.savedUndecided.add(commentId);
    } catch (error) {
      this.log.warn(
        `Undecided comments from ${this.target().liveId} could not be stored: ${messageOf(error)}`,
      );
    }
  }

  async submitEdits(comments: ReadComment[]): Promise<void> {
    const edited = comments.filter(
      ({ commentId, text }) => (this.storedTexts.get(commentId) ?? text) !== text,
    );
    if (edited.length === 0) return;
    await this.sink.submitEdits(this.target(), edited);
    for (const { commentId, text } of edited) this.storedTexts.set(commentId, text);
  }

  /** Decides the comments still held, because no more pages will be read. */
  async close(): Promise<void> {
    await this.decideAll();
    this.resetHold();
  }

  private get heldComments(): ReadComment[] {
    return [...this.fromEarlierProcess, ...[...this.scans].flatMap(({ found }) => found)];
  }

  private rememberStored(comments: ReadComment[]): void {
    for (const { commentId, author, text } of comments) {
      this.storedTexts.set(commentId, text);
      if (author === null) this.storedWithoutAuthor.add(commentId);
      else this.storedWithoutAuthor.delete(commentId);
    }
  }

  private resetHold(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.heldSince = null;
    this.pages = 0;
    this.hasFailedPage = false;
  }

  private scheduleCheck(ms: number): void {
    this.timer = runAfter('polling', ms, async () => {
      this.timer = null;
      if (this.isFlowing()) {
        this.scheduleCheck(RECHECK_MS);
        return;
      }
      await this.decideAll();
      if (this.heldSince !== null && this.timer === null) this.scheduleCheck(MAX_HOLD_MS);
    }).unref();
  }

  /** True if the scan is progressing fast enough to end or catch up soon. */
  private isFlowing(): boolean {
    if (this.heldSince === null || this.hasFailedPage) return false;
    const now = this.clock.now();
    return !isDue(now, this.heldSince, MAX_CATCH_UP_MS) && this.pages * FAST_PAGE_MS >= now - this.heldSince;
  }
}
