import { type Comment, DEFAULT_RULES } from '@sellary/contracts';
import { ScriptedShow } from '../../../../../testing/scripted-show';
import { aBuyer, aComment, aDoubt, aShow, at } from '../../../../../testing/wire';
import { fromSnapshot } from '../../state/show-state';
import { previewAs, previewsOf } from './preview';
import { previewSum, previewText } from './preview-text';

describe('preview of accepting comments', () => {
  const comment = (viewer: string, item: string | undefined, ms = 1_000): Comment =>
    aComment(viewer, 'review', {
      buyer: aBuyer(viewer),
      commentedAt: at(ms),
      parsed: aDoubt('weak-word', { ...(item !== undefined && { item }), word: 'mine' }),
    });
  const texts = (server: ScriptedShow, ...comments: Comment[]): string[] =>
    previewsOf(fromSnapshot(server.snapshot()), comments).map(previewText);
  const show = (units: number): ScriptedShow => {
    const server = new ScriptedShow();
    server.addItem('104', units);
    return server;
  };

  it('A free unit is won, and the last one is named as such.', () => {
    expect(texts(show(2), comment('ann', '104'))).toEqual(['wins a unit of #104']);
    expect(texts(show(1), comment('ann', '104'))).toEqual(['wins the last unit of #104']);
  });

  it('Without a free unit, the claim waits before the first waiting claim with a later claim time.', () => {
    const server = show(1);
    for (const viewer of ['ivy', 'rita', 'tess']) server.comment(viewer, '104');
    expect(texts(server, comment('ann', '104', 500))).toEqual(['waits for #104, position 1']);
    expect(texts(server, comment('ann', '104', 5_000))).toEqual(['waits for #104, position 3']);
  });

  it('A buyer who has the item, waits for it, or names an unknown one is told apart.', () => {
    const server = show(1);
    for (const viewer of ['ivy', 'rita']) server.comment(viewer, '104');
    expect(texts(server, comment('ivy', '104'))).toEqual(['already has #104']);
    expect(texts(server, comment('rita', '104'))).toEqual(['already waits for #104, position 1']);
    expect(texts(server, comment('ann', '199'))).toEqual(['keeps a place until #199 exists']);
    expect(texts(server, comment('ann', undefined))).toEqual(['names no item: choose one first']);
  });

  it('A buyer gets no more units than the show allows one buyer, also within a group.', () => {
    const server = show(9);
    server.addItem('105', 9);
    server.addItem('106', 9);
    server.show = aShow({ rules: { ...DEFAULT_RULES, maxUnitsPerShow: 2 } });
    server.comment('ivy', '104');
    const limit = 'gets nothing: the limit for one buyer is 2 units per show';
    expect(texts(server, comment('ivy', '105', 1_000), comment('ivy', '106', 2_000))).toEqual([
      'wins a unit of #105',
      limit,
    ]);
    expect(texts(server, comment('ann', '106'))).toEqual(['wins a unit of #106']);
  });

  it('No buyer gets a withdrawn item, not even one who has it.', () => {
    const server = show(2);
    server.comment('ivy', '104');
    server.withdraw('104');
    const previews = [comment('ann', '104'), comment('ivy', '104')];
    expect(texts(server, ...previews)).toEqual([
      'gets nothing: #104 is withdrawn',
      'gets nothing: #104 is withdrawn',
    ]);
  });

  it('A group is decided in the order of claim times, and one buyer counts once.', () => {
    const server = show(2);
    const previews = previewsOf(fromSnapshot(server.snapshot()), [
      comment('c', '104', 3_000),
      comment('a', '104', 1_000),
      comment('b', '104', 2_000),
      comment('a', '104', 4_000),
    ]);
    expect(previewSum(previews)).toBe('2 win, 1 wait, 1 change nothing');
  });

  it('A comment can be previewed as a pass.', () => {
    const server = show(1);
    server.comment('ivy', '104');
    const state = fromSnapshot(server.snapshot());
    const asPass = (viewer: string): string =>
      previewText(previewAs(state, comment(viewer, '104'), { act: 'pass', item: '104' }));
    expect([asPass('ivy'), asPass('ann')]).toEqual(['gives up #104', 'has no claim on #104 to give up']);
  });

  it('Several units are won as far as they are left, and an item with variants needs one.', () => {
    const server = show(2);
    const state = fromSnapshot(server.snapshot());
    const as = (wish: Parameters<typeof previewAs>[2], from = state): string =>
      previewText(previewAs(from, comment('ann', '104'), wish));
    expect(as({ act: 'claim', item: '104', qty: 3 })).toBe('wins 2 and waits for 1 of #104');
    const [item] = [...state.items.values()];
    const counts = { totalQuantity: 1, claimedCount: 0, waitlistCount: 0, status: 'unclaimed' as const };
    const variants = [
      { name: 'S', ...counts, claimedCount: 1 },
      { name: 'M', ...counts },
    ];
    const sized = { ...state, items: new Map(item ? [[item.id, { ...item, variants }]] : []) };
    expect(as({ act: 'claim', item: '104' }, sized)).toBe('names no variant of #104: choose one first');
    expect(as({ act: 'claim', item: '104', variant: 'm' }, sized)).toBe('wins the last unit of #104 M');
    expect(as({ act: 'claim', item: '104', variant: 'S' }, sized)).toBe('waits for #104 S, position 1');
  });
});
