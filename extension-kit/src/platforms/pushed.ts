import type { LiveComment, ReportedChange } from './live-comment';

/** A comment that the platform pushed. The broadcasts to which it may belong are tried in order. */
export interface PushedComment {
  /** The account of the webhook. */
  accountId: string;
  /** Ids by which the broadcast may be bound. */
  liveIds: string[];
  comment: Omit<LiveComment, 'liveId'>;
  /** Time at which the platform sent it, ms; null if it does not report it. */
  sentAt: number | null;
  /** `sentAt` is known to the second only. */
  sentAtIsWholeSecond: boolean;
}

/** The platform's report on an earlier comment, addressed like a new one. */
export interface PushedChange extends Pick<PushedComment, 'accountId' | 'liveIds'> {
  change: ReportedChange;
}
