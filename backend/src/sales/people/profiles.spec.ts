import type { PersonProfile } from '@sellary/contracts';
import { EMPTY_PROFILE, mergedProfile, profileAfterUndo, tidyTags } from './profiles';

const BELLA: PersonProfile = { name: 'Bella', tags: ['regular', 'vip'], note: 'Rings twice', language: null };
const ROSA: PersonProfile = { name: 'Rosa', tags: ['pickup', 'vip'], note: 'Pays in cash', language: 'es' };

describe("A person's profile", () => {
  it('Tags that differ only in case, spaces, or Unicode composition are the same tag.', () => {
    expect(tidyTags([' VIP ', 'vip', 'cafe\u0301', 'café', 'slow  payer', ' '])).toEqual([
      'café',
      'slow payer',
      'vip',
    ]);
  });

  it("A merge prefers the kept person's name and language, and keeps all tags and notes.", () => {
    expect(mergedProfile(BELLA, ROSA)).toEqual({
      name: 'Bella',
      tags: ['pickup', 'regular', 'vip'],
      note: 'Rings twice\n\nPays in cash',
      language: 'es',
    });
    expect(mergedProfile(EMPTY_PROFILE, ROSA)).toEqual(ROSA);
    expect(mergedProfile(BELLA, EMPTY_PROFILE)).toEqual(BELLA);
  });

  it('A merge does not repeat a note that both people have.', () => {
    expect(mergedProfile(BELLA, { ...ROSA, note: 'Rings twice' }).note).toBe('Rings twice');
  });

  it('An undo restores the profile from before the merge.', () => {
    const after = mergedProfile(BELLA, ROSA);
    expect(profileAfterUndo(BELLA, after, after)).toEqual(BELLA);
  });

  it('An undo keeps the changes made after the merge.', () => {
    const after = mergedProfile(BELLA, ROSA);
    const current = { ...after, tags: ['new', 'pickup', 'vip'], note: 'Moved', name: 'Bella R.' };
    expect(profileAfterUndo(BELLA, after, current)).toEqual({
      name: 'Bella R.',
      tags: ['new', 'vip'],
      note: 'Moved',
      language: null,
    });
  });
});
