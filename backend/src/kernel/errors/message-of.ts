/** Message of any thrown value, or the name of an Error without a message. Never throws. */
export const messageOf = (error: unknown): string =>
  readSafely(() => (error instanceof Error ? error.message || error.name : String(error)));

/** The thrown value for a log line, with its stack if it has one. */
export const stackOf = (error: unknown): string =>
  readSafely(() => (error instanceof Error ? (error.stack ?? error.message) : String(error)));

function readSafely(read: () => string): string {
  try {
    return read();
  } catch {
    return 'An error without a message.';
  }
}
