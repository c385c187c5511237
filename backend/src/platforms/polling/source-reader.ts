import type { PlatformAdapter, Usage } from '@sellary/extension-kit';
import type { UndecidedRecord } from './comment-buffer';
import type { CommentSink } from './comment-sink';
import type { OpenedConnection, SourceChannel } from './source-channel';
import type { Notice, SourceReadings, SourceTarget } from './source-readings';

/** Result of one polling cycle. */
export interface ReadingCycle {
  /** Time until the next cycle, ms; null when nothing is left to read. */
  nextMs: number | null;
  /** More was waiting than one cycle may read. */
  gap?: boolean;
  /** The platform no longer knew where reading stopped, so it began again. */
  lostPlace?: boolean;
  /** Used part of the allowance, as last reported. */
  usage: Usage;
}

/** Source of a reader's comments, and their destination. */
export interface ReaderChannel extends Pick<SourceChannel, 'intervalMs'> {
  readonly comments: Pick<CommentSink, 'submit' | 'submitChanges' | 'submitEdits'>;
  adapter(target: SourceTarget): Pick<PlatformAdapter, 'comments' | 'discover' | 'label'>;
}

/** Stores a reader's progress. */
export type ReaderRecord = Pick<
  SourceReadings,
  'advance' | 'countStored' | 'findRival' | 'identify' | 'recordFinalScans' | 'saveCursor'
> &
  UndecidedRecord;

/**
 * Reads one broadcast for one show, cycle by cycle, in the way that its platform offers. The caller does the
 * waiting.
 */
export interface SourceReader {
  target: SourceTarget;
  /** True when no more comments are made in the broadcast. */
  readonly isOver: boolean;
  /** Name of another show that was found to listen to the same broadcast. */
  readonly rival: string | null;
  /** Grows with every page: a sign that the platform answers, even if a cycle does not come to its end. */
  readonly pagesRead: number;
  /** Notice for operators about a source that is being read. */
  readonly notice: Notice;
  /** Asks about the broadcast in the next cycle, because a change was reported. */
  refresh(): void;
  /** Decides what is held, without waiting for older comments: the next cycle is far. */
  decideAll(): Promise<void>;
  /** Decides what is held, if reading does not go on as usual: a later comment is about to be decided. */
  decideIfStalled(): Promise<void>;
  /**
   * One cycle.
   * @throws PlatformError, or what the database throws; the next cycle goes on where this one stopped.
   */
  runCycle(opened: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle>;
  /** No further cycle will run. */
  close(): Promise<void>;
}
