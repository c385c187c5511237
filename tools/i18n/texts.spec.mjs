import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf, sortedTexts, unstableIds, withoutLineBreaks } from './texts.mjs';

const MESSAGES = {
  'team.invite.done': '{$name} is invited.',
  'ui.items': '{VAR_PLURAL, plural, =1 {1 item} other {{INTERPOLATION} items}}',
};

describe('The texts of a language', () => {
  it('are sorted by id', () => {
    assert.deepEqual(Object.keys(sortedTexts({ 'b.a': '', 'a.b': '', 'a.a': '' })), ['a.a', 'a.b', 'b.a']);
  });

  it('may lack some, which are named', () => {
    assert.deepEqual(problemsOf(MESSAGES, { 'team.invite.done': 'Se invitó a {$name}.' }), { missing: ['ui.items'], wrong: [] });
  });

  it('may have other plural forms with the same placeholders', () => {
    assert.deepEqual(problemsOf(MESSAGES, { ...MESSAGES, 'ui.items': '{VAR_PLURAL, plural, other {{INTERPOLATION} รายการ}}' }).wrong, []);
  });

  it('are refused when a placeholder is lost, misspelled, or added', () => {
    for (const text of ['Se invitó.', 'Se invitó a {$nombre}.', '{$name} {$role}']) {
      assert.deepEqual(problemsOf(MESSAGES, { 'team.invite.done': text }).wrong, ['team.invite.done needs the placeholders {$name}.']);
    }
  });

  it('are refused when the console no longer has a text', () => {
    assert.deepEqual(problemsOf(MESSAGES, { 'team.gone': 'Ido' }).wrong, ['team.gone is no text of the console.']);
  });
});

describe('The texts of the console', () => {
  it('do not change when a template is broken into other lines', () => {
    assert.deepEqual(withoutLineBreaks({ 'a.b': '\n  Sign in\n  again ' }), { 'a.b': 'Sign in again' });
  });

  it('are refused without an id of their own, which a change of the text would change', () => {
    assert.deepEqual(unstableIds({ ...MESSAGES, '4511632741921163713': 'Save' }), ['"Save" has no id of its own (@@folder.screen.thing).']);
  });
});
