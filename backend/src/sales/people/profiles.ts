import type { PersonProfile } from '@sellary/contracts';

/** A person's profile before anything is stored. */
export const EMPTY_PROFILE: Readonly<PersonProfile> = { name: null, tags: [], note: null, language: null };

/** The canonical form of a tag: lower case, single spaces, composed characters. */
export const tidyTag = (tag: string): string =>
  tag.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Canonical tags, sorted, without duplicates. */
export const tidyTags = (tags: readonly string[]): string[] =>
  [...new Set(tags.map(tidyTag))].filter((tag) => tag !== '').sort();

/** Trims the text, and returns null if nothing is left. */
export const tidyText = (text: string | null): string | null => text?.trim() || null;

/**
 * A person's profile after a merge. The kept person's name and language take precedence, and tags and notes
 * are combined.
 */
export const mergedProfile = (kept: PersonProfile, joined: PersonProfile): PersonProfile => ({
  name: kept.name ?? joined.name,
  tags: tidyTags([...kept.tags, ...joined.tags]),
  note:
    [kept.note, joined.note === kept.note ? null : joined.note]
      .filter((note) => note !== null)
      .join('\n\n') || null,
  language: kept.language ?? joined.language,
});

/**
 * The kept person's profile after a merge is undone: as it was before the merge, with the changes made since.
 */
export function profileAfterUndo(
  before: PersonProfile,
  after: PersonProfile,
  current: PersonProfile,
): PersonProfile {
  const addedTags = current.tags.filter((tag) => !after.tags.includes(tag));
  const removedTags = after.tags.filter((tag) => !current.tags.includes(tag));
  return {
    name: current.name === after.name ? before.name : current.name,
    tags: tidyTags([...before.tags.filter((tag) => !removedTags.includes(tag)), ...addedTags]),
    note: current.note === after.note ? before.note : current.note,
    language: current.language === after.language ? before.language : current.language,
  };
}
