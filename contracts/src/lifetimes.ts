const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Time in which an invitation can be accepted. */
export const INVITE_LIFETIME_MS = 7 * DAY_MS;
/** Time in which a password reset link works. */
export const RESET_LINK_LIFETIME_MS = HOUR_MS;
/** Time in which the link to a page for viewers works. */
export const VIEWER_LINK_LIFETIME_MS = 30 * DAY_MS;
/** Time for which a failing job is tried again, counted from when it was enqueued or sent again. */
export const JOB_RETRY_MS = 26 * HOUR_MS;
/** Time for which a job is listed after it was done. */
export const DONE_JOB_LIFETIME_MS = 7 * DAY_MS;
/** Time for which a job is listed after it failed permanently or was discarded. */
export const FAILED_JOB_LIFETIME_MS = 30 * DAY_MS;
