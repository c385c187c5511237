import { isLatin, physicalKeyOf } from './typed-key';

interface KeyboardApi {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Reads the user's keyboard layout. Empty in browsers other than Chromium, and without HTTPS. */
export async function readLayout(): Promise<ReadonlyMap<string, string>> {
  const { keyboard } = navigator as { keyboard?: KeyboardApi };
  try {
    return (await keyboard?.getLayoutMap()) ?? new Map<string, string>();
  } catch {
    return new Map<string, string>();
  }
}

/**
 * Returns the characters on the key caps of a non-Latin keyboard, such as "เ ร" for "g i" on a Thai keyboard.
 * Empty on a Latin keyboard.
 */
export function keyCapsOf(keys: string, layout: ReadonlyMap<string, string>): string {
  const caps = keys.split(' ').map((key) => layout.get(physicalKeyOf(key) ?? '') ?? key);
  return caps.every(isLatin) ? '' : caps.join(' ');
}
