/** `waiting` includes jobs that are being handled or retried. */
export const JOB_STATES = ['waiting', 'done', 'failed', 'discarded'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** An extension job: work outside the product, such as an HTTP call. */
export interface JobSummary {
  id: string;
  /** Name of the handler in the extension. */
  handler: string;
  /** Stable name of the work, unique within the handler. */
  key: string;
  /** Receiver of the job, such as an endpoint's id, or null if it has none. */
  channel: string | null;
  state: JobState;
  /** Attempts since it was enqueued or sent again. */
  attempts: number;
  /**
   * Time of the next attempt, or null if there is none, or an earlier job with the same `channel` and `order`
   * comes first.
   */
  nextAttemptAt: string | null;
  /** Sentence that its handler returned. */
  result: string | null;
  /** Message of the last error. */
  error: string | null;
  createdAt: string;
  /** Time at which the job was done, failed permanently, or was discarded. Null while it is waiting. */
  endedAt: string | null;
}

/** Jobs of an extension in a workspace that are not done. */
export interface JobCounts {
  /** Waiting jobs, including those being retried. */
  waiting: number;
  /** Waiting jobs that have failed before. */
  retrying: number;
  /** Jobs that have failed permanently and are still listed. */
  failed: number;
}

/** `POST /api/extensions/:name/jobs/:id/resend` */
export interface ResendJobRequest {
  /**
   * The job's `endedAt` in the list that the caller saw. If the job has ended or was resent since then, it is
   * not resent. Without `endedAt`, this is not checked.
   */
  endedAt?: string | null;
}

/** `GET /api/extensions/:name/jobs`, newest first. */
export interface JobList {
  jobs: JobSummary[];
  nextCursor: string | null;
}
