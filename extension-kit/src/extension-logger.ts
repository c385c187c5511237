/**
 * Writes to the product's log, under the extension's name. An injection token: use it as the type of a
 * constructor parameter. Do not log secrets, or viewers' names and comments.
 */
export abstract class ExtensionLogger {
  abstract log(message: string): void;
  abstract warn(message: string): void;
  /** Also writes the stack of `cause`. */
  abstract error(message: string, cause?: unknown): void;
  /** Written only if `LOG_LEVEL` is `debug`. */
  abstract debug(message: string): void;
}
