import { type Comment, DELETED_COMMENT_NOTE } from '@sellary/contracts';
import { ScriptedShow } from '../../../../testing/scripted-show';
import { aBuyer, aParsedReview, aShow, at } from '../../../../testing/wire';
import { type NeedsRow, innerRows, needsRowsOf, sizeOf, viewerCount } from './needs-rows';
import { reduceAll } from './reduce';
import { fromSnapshot } from './show-state';

describe('Needs you rows', () => {
  const show = (): ScriptedShow => {
    const server = new ScriptedShow();
    for (const number of ['104', '105', '106']) server.addItem(number, 2);
    return server;
  };
  const reviewOf = (item: string, viewer: string, change: Partial<Comment> = {}): Partial<Comment> => ({
    buyer: aBuyer(viewer),
    text: `mine ${item}`,
    parsed: aParsedReview('weak-word', { item, word: 'mine' }),
    ...change,
  });
  const rowsOf = (server: ScriptedShow): NeedsRow[] =>
    needsRowsOf({ state: fromSnapshot(server.snapshot()), sources: [], paused: [] });
  const keysAndSizes = (rows: readonly NeedsRow[]): string[] =>
    rows.map((row) => `${row.key} × ${sizeOf(row)}`);

  it('Comments that use the same word for different items share one row.', () => {
    const server = show();
    server.addReview(reviewOf('104', 'ann'));
    server.addReview(reviewOf('105', 'zoe'));
    server.addReview(reviewOf('105', 'ann'));
    const [row, ...more] = rowsOf(server);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ kind: 'review', question: { kind: 'word', word: 'mine' } });
    expect(row?.kind === 'review' && [sizeOf(row), viewerCount(row)]).toEqual([3, 2]);
  });

  it('A claim whose comment was deleted has its own row while it has a unit or a place.', () => {
    const server = show();
    server.addComment('ann', '104');
    server.addComment('zoe', '105');
    const [ann, zoe] = server.activeClaims.map(({ id }) => id);
    server.flag(ann ?? '', `paid in cash ${DELETED_COMMENT_NOTE}`);
    server.flag(zoe ?? '', 'call her');
    expect(keysAndSizes(rowsOf(server))).toEqual([`deleted:${ann} × 1`, `flag:${zoe} × 1`]);
    server.endClaim(ann ?? '', 'released');
    expect(keysAndSizes(rowsOf(server))).toEqual([`flag:${zoe} × 1`]);
  });

  it('A comment whose meaning is in doubt has its own row, because one answer does not fit all.', () => {
    const server = show();
    for (const viewer of ['ann', 'zoe']) {
      server.addReview(
        reviewOf('104', viewer, { parsed: aParsedReview('condition', { item: '104', word: 'sold' }) }),
      );
    }
    expect(rowsOf(server).map(sizeOf)).toEqual([1, 1]);
  });

  it('The comments in a group are ordered by claim time, not by arrival.', () => {
    const server = show();
    server.addReview(reviewOf('104', 'late', { commentedAt: at(3_000) }));
    server.addReview(reviewOf('104', 'early', { commentedAt: at(1_000) }));
    const [row] = rowsOf(server);
    expect(row?.kind === 'review' && row.comments.map(({ buyer }) => buyer.handle)).toEqual([
      '@early',
      '@late',
    ]);
  });

  it('Reviews about the current item come first, then groups by size, then folded single comments and numbers.', () => {
    const server = show();
    server.show = aShow({ nowShowingItemId: 'item-106' });
    for (const viewer of ['a', 'b', 'c', 'd']) server.addComment(viewer, '199');
    for (const viewer of ['a', 'b']) server.addReview(reviewOf('104', viewer));
    for (let index = 0; index < 4; index++) {
      server.addReview(
        reviewOf('104', `s${index}`, { parsed: aParsedReview('condition', { item: '104', word: 'sold' }) }),
      );
    }
    for (const number of ['901', '902', '903', '904']) server.addComment('ann', number);
    server.addReview({
      buyer: aBuyer('noor'),
      parsed: aParsedReview('bare-word', { item: '@current', word: 'sold' }),
    });
    expect(keysAndSizes(rowsOf(server))).toEqual([
      'no-number:sold × 1',
      'number:199 × 4',
      'word:mine × 2',
      'fold:reviews × 4',
      'fold:numbers × 4',
    ]);
  });

  it('A group unfolds into its comments, and a fold into its rows.', () => {
    const server = show();
    server.addReview(reviewOf('104', 'ann'));
    server.addReview(reviewOf('105', 'zoe'));
    for (const number of ['901', '902', '903', '904']) server.addComment('ann', number);
    const [group, fold] = rowsOf(server);
    if (!group || !fold) throw new Error('two rows are expected');
    expect(innerRows(group).map(({ parent }) => parent)).toEqual(['word:mine', 'word:mine']);
    expect(keysAndSizes(innerRows(fold))).toEqual(
      ['901', '902', '903', '904'].map((number) => `number:${number} × 1`),
    );
  });

  it('A dismissed number comes back when it has twice as many claims.', () => {
    const server = show();
    server.addComment('ann', '199');
    server.dismissNumbers([{ itemNumber: '199', claims: 1 }]);
    expect(rowsOf(server)).toEqual([]);
    server.addComment('zoe', '199');
    expect(keysAndSizes(rowsOf(server))).toEqual(['number:199 × 2']);
  });

  it("A console that followed the events has the same rows as a newly opened console, even after another operator's decisions.", () => {
    const server = show();
    const opened = fromSnapshot(server.snapshot());
    const first = server.addReview(reviewOf('104', 'ann'));
    const second = server.addReview(reviewOf('105', 'zoe'));
    server.addReview(reviewOf('106', 'kim'));
    server.resolveReview(first, 'accepted');
    server.resolveReview(second, 'dismissed');
    server.reopenReview(first);
    const { state, gap } = reduceAll(opened, server.events.slice(opened.lastSeq));
    expect(gap).toBeNull();
    const followed = needsRowsOf({ state, sources: [], paused: [] });
    expect(keysAndSizes(followed)).toEqual(keysAndSizes(rowsOf(server)));
    expect(keysAndSizes(followed)).toEqual(['word:mine × 2']);
    expect([...state.resolved.values()].map(({ by, resolution }) => [resolution, by])).toEqual([
      ['dismissed', { kind: 'person', id: 'ben', name: 'Ben' }],
    ]);
  });
});
