import type { LiveComment, ReportedChange } from './live-comment';

/** A comment that the platform pushed. The broadcasts it may belong to are tried in order. */
export interface PushedComment {
  /** The webhook's account. */
  accountId: string;
  /** Ids under which the broadcast may be bound. */
  liveIds: string[];
  comment: Omit<LiveComment, 'liveId'>;
  /** Time at which the platform sent it, ms; null if it does not report it. */
  sentAt: number | null;
  /** `sentAt` is known only to the second. */
  sentAtIsWholeSecond: boolean;
}

/** The platform's report of a change to an earlier comment, addressed like a new comment. */
export interface PushedChange extends Pick<PushedComment, 'accountId' | 'liveIds'> {
  change: ReportedChange;
}
