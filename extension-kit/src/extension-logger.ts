/**
 * Writes to the log of the product, under the name of the extension. An injection token: name it as the type
 * of a constructor parameter. Do not log secrets, or the names and comments of viewers.
 */
export abstract class ExtensionLogger {
  abstract log(message: string): void;
  abstract warn(message: string): void;
  /** `cause`: its stack is written as well. */
  abstract error(message: string, cause?: unknown): void;
  /** Written only if `LOG_LEVEL` is `debug`. */
  abstract debug(message: string): void;
}
