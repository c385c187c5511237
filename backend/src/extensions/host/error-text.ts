import { messageOf } from '../../kernel';

/** Message of a value that an extension threw, as the database can store it: a text column cannot contain NUL. */
export const errorText = (error: unknown, maxLength: number): string =>
  messageOf(error).replaceAll('\0', '').slice(0, maxLength);
