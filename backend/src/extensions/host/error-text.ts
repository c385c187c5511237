import { messageOf } from '../../kernel';

/** Returns an extension's text without NUL characters, which a text column cannot store. */
export const storableText = (text: string, maxLength: number): string =>
  text.replaceAll('\0', '').slice(0, maxLength);

/** Returns the message of a value that an extension threw, as a text column can store it. */
export const errorText = (error: unknown, maxLength: number): string =>
  storableText(messageOf(error), maxLength);
