import { aClaim } from '../../../../../testing/wire';
import type { NeedsRow } from '../../state/needs-rows';
import { type ShownInput, type ShownRow, shownRows } from './shown-rows';

describe('Needs you rows on screen', () => {
  const row = (key: string, parent: string | null = null): NeedsRow => ({
    kind: 'flag',
    key,
    parent,
    claim: aClaim(key),
  });
  const open = (...keys: string[]): NeedsRow[] => keys.map((key) => row(key));
  const list = (input: Partial<ShownInput>): ShownRow[] =>
    shownRows({
      openRows: [],
      resolved: new Map(),
      previousRows: [],
      isFrozen: false,
      endText: ({ key }) => `${key} is over`,
      ...input,
    });
  const text = (rows: readonly ShownRow[]): string[] =>
    rows.map(({ key, end }) => (end === null ? key : `${key}: ${end.text}${end.canUndo ? ' (Undo)' : ''}`));
  const resolvedRow = (key: string): ShownInput['resolved'] =>
    new Map([[key, { row: row(key), end: { text: 'done', canUndo: true } }]]);

  it('While the list may move, its rows are in the current order of importance.', () => {
    const previousRows = list({ openRows: open('a', 'b') });
    expect(text(list({ openRows: open('b', 'a'), previousRows }))).toEqual(['b', 'a']);
  });

  it('A row just resolved here stays in place with its result and Undo.', () => {
    const previousRows = list({ openRows: open('a', 'b', 'c') });
    expect(text(list({ openRows: open('a', 'c'), previousRows, resolved: resolvedRow('b') }))).toEqual([
      'a',
      'b: done (Undo)',
      'c',
    ]);
  });

  it('While the list is frozen, no row moves, a new row comes last, and a row that is gone shows how it ended.', () => {
    const previousRows = list({ openRows: open('a', 'b', 'c') });
    const now = list({ openRows: open('d', 'c', 'a'), previousRows, isFrozen: true });
    expect(text(now)).toEqual(['a', 'b: b is over', 'c', 'd']);
  });

  it('While the list is frozen, a result stays visible after its Undo expires.', () => {
    const previousRows = list({
      openRows: open('a'),
      previousRows: list({ openRows: open('a') }),
      resolved: resolvedRow('a'),
      isFrozen: true,
    });
    expect(text(list({ previousRows, isFrozen: true }))).toEqual(['a: done']);
    expect(list({ previousRows, isFrozen: false })).toEqual([]);
  });

  it('After an undo, a row reopens in place.', () => {
    const previousRows = list({
      previousRows: list({ openRows: open('a', 'b') }),
      openRows: open('b'),
      resolved: resolvedRow('a'),
      isFrozen: true,
    });
    expect(text(list({ openRows: open('a', 'b'), previousRows, isFrozen: true }))).toEqual(['a', 'b']);
  });

  it('While the list is frozen, unfolded rows appear below their parent and disappear when it is folded.', () => {
    const previousRows = list({ openRows: open('a', 'b') });
    const unfolded = [row('a'), row('a/1', 'a'), row('a/2', 'a'), row('b')];
    const shown = list({ openRows: unfolded, previousRows, isFrozen: true });
    expect(text(shown)).toEqual(['a', 'a/1', 'a/2', 'b']);
    expect(text(list({ openRows: open('a', 'b'), previousRows: shown, isFrozen: true }))).toEqual(['a', 'b']);
  });
});
