/** Pause before reopening a lost connection to Redis or PostgreSQL, in ms. */
export const RECONNECT_MS = 1_000;
