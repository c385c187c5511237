import type { WinnerNames } from '@sellary/contracts';

export interface NamedBuyer {
  handle: string;
  displayName: string;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Returns a winner's name for a public page. Call it only if the page shows names. */
export function publicName({ handle, displayName }: NamedBuyer, names: Exclude<WinnerNames, 'none'>): string {
  const name = displayName.trim() || handle;
  if (names === 'full') return name;
  const words = name.split(/[\s_.-]+/u).filter((word) => word !== '');
  return (words.length === 0 ? [name] : words)
    .slice(0, 2)
    .map((word) => `${firstLetter(word).toLocaleUpperCase()}.`)
    .join(' ');
}

const firstLetter = (word: string): string => {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
};
