import { aClaim } from '../../../../../testing/wire';
import type { NeedsRow } from '../../state/needs-rows';
import { type ShownInput, type ShownRow, shownRows } from './shown-rows';

describe('rows of Needs you as shown', () => {
  const row = (key: string, parent: string | null = null): NeedsRow => ({
    kind: 'flag',
    key,
    parent,
    claim: aClaim(key),
  });
  const open = (...keys: string[]): NeedsRow[] => keys.map((key) => row(key));
  const show = (input: Partial<ShownInput>): ShownRow[] =>
    shownRows({
      open: [],
      settled: new Map(),
      before: [],
      holds: false,
      endOf: ({ key }) => `${key} is over`,
      ...input,
    });
  const text = (rows: readonly ShownRow[]): string[] =>
    rows.map(({ key, past }) =>
      past === null ? key : `${key}: ${past.text}${past.undoable ? ' (Undo)' : ''}`,
    );
  const settled = (key: string): ShownInput['settled'] =>
    new Map([[key, { row: row(key), past: { text: 'done', undoable: true } }]]);

  it('Rows are in the order of importance.', () => {
    expect(text(show({ open: open('b', 'a'), before: show({ open: open('a', 'b') }) }))).toEqual(['b', 'a']);
  });

  it('A row that was just resolved here stays in its place with its result and Undo.', () => {
    const before = show({ open: open('a', 'b', 'c') });
    expect(text(show({ open: open('a', 'c'), before, settled: settled('b') }))).toEqual([
      'a',
      'b: done (Undo)',
      'c',
    ]);
  });

  it('While the list holds still, no row moves: a new row comes last, and a row that is gone reports its end.', () => {
    const before = show({ open: open('a', 'b', 'c') });
    const now = show({ open: open('d', 'c', 'a'), before, holds: true });
    expect(text(now)).toEqual(['a', 'b: b is over', 'c', 'd']);
  });

  it('A result that was shown stays after its Undo is over, as long as the list holds still.', () => {
    const before = show({
      open: open('a'),
      before: show({ open: open('a') }),
      settled: settled('a'),
      holds: true,
    });
    expect(text(show({ before, holds: true }))).toEqual(['a: done']);
    expect(show({ before, holds: false })).toEqual([]);
  });

  it('An undone row is open again in its place.', () => {
    const before = show({
      before: show({ open: open('a', 'b') }),
      open: open('b'),
      settled: settled('a'),
      holds: true,
    });
    expect(text(show({ open: open('a', 'b'), before, holds: true }))).toEqual(['a', 'b']);
  });

  it('Rows that are unfolded while the list holds still appear below their parent, and leave when it is folded.', () => {
    const before = show({ open: open('a', 'b') });
    const unfolded = [row('a'), row('a/1', 'a'), row('a/2', 'a'), row('b')];
    const shown = show({ open: unfolded, before, holds: true });
    expect(text(shown)).toEqual(['a', 'a/1', 'a/2', 'b']);
    expect(text(show({ open: open('a', 'b'), before: shown, holds: true }))).toEqual(['a', 'b']);
  });
});
