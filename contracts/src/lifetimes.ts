const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Time during which an invitation can be accepted. */
export const INVITE_LIFETIME_MS = 7 * DAY_MS;
/** Time during which a password reset link works. */
export const RESET_LINK_LIFETIME_MS = HOUR_MS;
/** Time during which the link to a viewer page works. */
export const VIEWER_LINK_LIFETIME_MS = 30 * DAY_MS;
/** Time during which a failing job is retried, counted from when it was enqueued or sent again. */
export const JOB_RETRY_MS = 26 * HOUR_MS;
/** Time that a job stays listed after it is done. */
export const DONE_JOB_LIFETIME_MS = 7 * DAY_MS;
/** Time that a job stays listed after it fails permanently or is discarded. */
export const FAILED_JOB_LIFETIME_MS = 30 * DAY_MS;
