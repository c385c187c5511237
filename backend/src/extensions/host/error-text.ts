import { messageOf } from '../../kernel';

/** Message of whatever an extension threw, for a list: a thrown value may have none, and may refuse to be read. */
export function errorText(error: unknown, maxLength: number): string {
  try {
    const text = messageOf(error);
    // A column of type text cannot hold NUL.
    return text.replaceAll('\0', '').slice(0, maxLength);
  } catch {
    return 'An error without a message.';
  }
}
