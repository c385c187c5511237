import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutTextNotes } from './text-notes.mjs';

describe('Translator notes', () => {
  it('Only the notes are removed; ids, texts, and placeholders are kept.', () => {
    assert.equal(
      withoutTextNotes(
        'a=$localize`:A count|shown in a chip@@shows.left:${n}:count: left: @@ 2`,b=$localize`:@@ok:OK`',
      ),
      'a=$localize`:@@shows.left:${n}:count: left: @@ 2`,b=$localize`:@@ok:OK`',
    );
  });

  it('A text without an id keeps its note.', () => {
    const code = '$localize`:A note:see ${x}:x: at a@@b:`';
    assert.equal(withoutTextNotes(code), code);
  });
});
