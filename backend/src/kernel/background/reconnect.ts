/** Pause before a lost connection to Redis or PostgreSQL is opened again, ms. */
export const RECONNECT_MS = 1_000;
