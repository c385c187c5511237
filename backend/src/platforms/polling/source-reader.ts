import type { PlatformAdapter, Usage } from '@sellary/extension-kit';
import type { UndecidedStore } from './comment-buffer';
import type { CommentSink } from './comment-sink';
import type { OpenedConnection, SourceChannel } from './source-channel';
import type { Notice, SourceReadings } from './source-readings';
import type { SourceTarget } from './source-target';

/** Result of one polling cycle. */
export interface ReadingCycle {
  /** Time until the next cycle, ms; null when nothing is left to read. */
  nextMs: number | null;
  /** True if comments are arriving faster than they are read. */
  hasGap?: boolean;
  /** True if the platform no longer knew the cursor, so that reading started over. */
  hasLostPlace?: boolean;
  /** Usage of the call allowance, as last reported. */
  usage: Usage;
}

/** A reader's access to its platform, and to the claim engine, which receives the comments. */
export interface ReaderChannel extends Pick<SourceChannel, 'intervalMs' | 'mergeSources'> {
  readonly comments: Pick<CommentSink, 'submit' | 'submitChanges' | 'submitEdits'>;
  adapter(target: SourceTarget): Pick<PlatformAdapter, 'comments' | 'connect' | 'discover' | 'label'>;
}

/** Stores a reader's progress. */
export type ProgressStore = Pick<
  SourceReadings,
  'advance' | 'countStored' | 'findRival' | 'identify' | 'recordFinalScans' | 'saveCursor'
> &
  UndecidedStore;

/**
 * Reads one broadcast for one show, cycle by cycle, in the way that its platform supports. The caller waits
 * between cycles.
 */
export interface SourceReader {
  target: SourceTarget;
  /** True if no more comments will be written on the broadcast. */
  readonly isOver: boolean;
  /** Name of another show that reads the same broadcast; null if there is none. */
  readonly rival: string | null;
  /** Number of pages read, which shows that the platform is responding even if a cycle does not finish. */
  readonly pagesRead: number;
  /** Notice for operators about a source that is being read. */
  readonly notice: Notice;
  /** Makes the next cycle check the broadcast, because a change was reported. */
  refresh(): void;
  /** Decides the held comments without waiting for older ones, because the next cycle starts much later. */
  decideAll(): Promise<void>;
  /** Decides the held comments if the scan is delayed, because a later comment is about to be decided. */
  decideIfStalled(): Promise<void>;
  /**
   * Runs one cycle.
   * @throws PlatformError, or a database error; the next cycle continues where this one stopped.
   */
  runCycle(opened: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle>;
  /** Called after the last cycle. */
  close(): Promise<void>;
}
