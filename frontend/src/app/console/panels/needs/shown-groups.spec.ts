import { aClaim } from '../../../../../testing/wire';
import type { FoldRow, NeedsRow } from '../../state/needs-rows';
import { inShownGroups } from './shown-groups';
import type { ShownRow } from './shown-rows';

describe('Needs you groups while the list must not move', () => {
  const row = (key: string): NeedsRow => ({ kind: 'flag', key, parent: null, claim: aClaim(key) });
  const fold = (...keys: string[]): FoldRow => ({
    kind: 'fold',
    key: 'fold:flags',
    parent: null,
    group: 'flags',
    rows: keys.map(row),
  });
  const shown = (...rows: NeedsRow[]): ShownRow[] =>
    rows.map((shownRow) => ({ key: shownRow.key, row: shownRow, end: null }));
  const text = (rows: readonly NeedsRow[]): string[] =>
    rows.map((item) => (item.kind === 'fold' ? item.rows.map(({ key }) => key).join('+') : item.key));

  it('A row shown by itself does not join a new group.', () => {
    const rows = inShownGroups([fold('a', 'b', 'c', 'd')], shown(row('a'), row('c')));
    expect(text(rows)).toEqual(['a', 'c', 'b+d']);
  });

  it('A new group needs at least two rows that are not already shown by themselves.', () => {
    expect(text(inShownGroups([fold('a', 'b', 'c', 'd')], shown(row('a'), row('b'), row('c'))))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('A shown group stays a group while it has two open rows.', () => {
    const before = shown(fold('a', 'b', 'c', 'd'));
    expect(text(inShownGroups([row('x'), row('b'), row('c')], before))).toEqual(['b+c', 'x']);
    expect(text(inShownGroups([row('x'), row('c')], before))).toEqual(['x', 'c']);
  });
});
