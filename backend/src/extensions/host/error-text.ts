import { messageOf } from '../../kernel';

/** Message of a value that an extension threw, for a list. A column of type text cannot hold NUL. */
export const errorText = (error: unknown, maxLength: number): string =>
  messageOf(error).replaceAll('\0', '').slice(0, maxLength);
