import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idProblems, problemsOf, refusedWordProblems, sortedTexts, withoutLineBreaks } from './texts.mjs';

const MESSAGES = {
  'team.invite.done': '{$name} is invited.',
  'ui.items': '{VAR_PLURAL, plural, =1 {1 item} other {{INTERPOLATION} items}}',
};

describe("A language's texts", () => {
  it('The texts are sorted by id.', () => {
    assert.deepEqual(Object.keys(sortedTexts({ 'b.a': '', 'a.b': '', 'a.a': '' })), ['a.a', 'a.b', 'b.a']);
  });

  it('Missing texts are listed.', () => {
    assert.deepEqual(problemsOf(MESSAGES, { 'team.invite.done': 'Se invitó a {$name}.' }), {
      missing: ['ui.items'],
      problems: [],
    });
  });

  it('A translation may have other plural forms with the same placeholders.', () => {
    assert.deepEqual(
      problemsOf(MESSAGES, {
        ...MESSAGES,
        'ui.items': '{VAR_PLURAL, plural, other {{INTERPOLATION} รายการ}}',
      }).problems,
      [],
    );
  });

  it('A translation is rejected if a placeholder is missing, misspelled, or added.', () => {
    for (const text of ['Se invitó.', 'Se invitó a {$nombre}.', '{$name} {$role}']) {
      assert.deepEqual(problemsOf(MESSAGES, { 'team.invite.done': text }).problems, [
        'team.invite.done needs the placeholders {$name}.',
      ]);
    }
  });

  it('A translation is rejected if the console no longer has the text.', () => {
    assert.deepEqual(problemsOf(MESSAGES, { 'team.gone': 'Ido' }).problems, [
      'The console has no text with the id team.gone.',
    ]);
  });
});

describe("The console's texts", () => {
  it('New line breaks in a template do not change its text.', () => {
    assert.deepEqual(withoutLineBreaks({ 'a.b': '\n  Sign in\n  again ' }), { 'a.b': 'Sign in again' });
  });

  it('A text without an explicit id is rejected, because its generated id would change with the text.', () => {
    assert.deepEqual(idProblems({ ...MESSAGES, '4511632741921163713': 'Save' }), [
      '"Save" has no id (@@folder.screen.thing).',
    ]);
  });

  it('A text with a word that CONTRIBUTING.md does not allow is reported.', () => {
    assert.deepEqual(
      refusedWordProblems({ 'team.none': 'Nobody has joined yet', 'team.one': 'Ann has joined' }),
      ['team.none: instead of “Nobody”, write user, operator, viewer, buyer, admin, or caller.'],
    );
  });
});
