import { messageOf } from '../../kernel';

/**
 * Returns the message of a value that an extension threw, without NUL characters, which a text column cannot
 * store.
 */
export const errorText = (error: unknown, maxLength: number): string =>
  messageOf(error).replaceAll('\0', '').slice(0, maxLength);
