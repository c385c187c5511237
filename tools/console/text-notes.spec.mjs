import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutTextNotes } from './text-notes.mjs';

describe('Notes for translators', () => {
  it('Texts keep their ids and values, and lose only their notes.', () => {
    assert.equal(
      withoutTextNotes(
        'a=$localize`:A count|shown in a chip@@shows.left:${n}:count: left: @@ 2`,b=$localize`:@@ok:OK`',
      ),
      'a=$localize`:@@shows.left:${n}:count: left: @@ 2`,b=$localize`:@@ok:OK`',
    );
  });

  it('Texts without an id stay as they are.', () => {
    const code = '$localize`:A note:see ${x}:x: at a@@b:`';
    assert.equal(withoutTextNotes(code), code);
  });
});
