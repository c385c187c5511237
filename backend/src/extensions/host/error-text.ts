import { messageOf } from '../../kernel';

/** Message of a value that an extension threw, without NUL, which a text column cannot store. */
export const errorText = (error: unknown, maxLength: number): string =>
  messageOf(error).replaceAll('\0', '').slice(0, maxLength);
