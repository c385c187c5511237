import { isLatin, placeOf } from './typed-key';

interface KeyboardApi {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Reads the user's keyboard layout. Empty if the browser does not report it: all but Chromium on https. */
export async function readLayout(): Promise<ReadonlyMap<string, string>> {
  const { keyboard } = navigator as { keyboard?: KeyboardApi };
  try {
    return (await keyboard?.getLayoutMap()) ?? new Map<string, string>();
  } catch {
    return new Map<string, string>();
  }
}

/**
 * The signs on the caps of these keys, if the keyboard has other letters: "g i" is "เ ร" on a Thai keyboard.
 * Empty on a Latin one.
 */
export function capsOf(keys: string, layout: ReadonlyMap<string, string>): string {
  const caps = keys.split(' ').map((key) => layout.get(placeOf(key) ?? '') ?? key);
  return caps.every(isLatin) ? '' : caps.join(' ');
}
