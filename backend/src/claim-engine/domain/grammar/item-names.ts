/** A show's item numbers that have letters. */
export interface ItemNames {
  /** Length of the longest name, or 0 if there is none. */
  longest: number;
  /** First characters, without accents. */
  starts: ReadonlySet<string>;
  /** Item keys by their spelling without accents; null if several items share the spelling. */
  byPlainForm: ReadonlyMap<string, string | null>;
}

const NO_NAMES: ItemNames = { longest: 0, starts: new Set(), byPlainForm: new Map() };
const cache = new WeakMap<ReadonlySet<string>, { size: number; names: ItemNames }>();

/** Returns a key without accents: `CAFE` for `CAFÉ`. Vowel marks in Thai and other scripts are kept. */
export function plainForm(key: string): string {
  return /[^\x20-\x7e]/.test(key)
    ? key
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : key;
}

/** The item numbers with letters among `keys`, cached because many comments are read with the same items. */
export function itemNamesOf(keys: ReadonlySet<string>): ItemNames {
  if (keys.size === 0) return NO_NAMES;
  const cached = cache.get(keys);
  if (cached?.size === keys.size) return cached.names;
  const lettered = [...keys].filter((key) => /\p{L}/u.test(key));
  const byPlainForm = new Map<string, string | null>();
  for (const key of lettered) {
    const form = plainForm(key);
    byPlainForm.set(form, byPlainForm.has(form) ? null : key);
  }
  const forms = [...byPlainForm.keys()];
  const names: ItemNames = {
    longest: forms.reduce((longest, { length }) => Math.max(longest, length), 0),
    starts: new Set(forms.map((form) => form.charAt(0))),
    byPlainForm,
  };
  cache.set(keys, { size: keys.size, names });
  return names;
}
