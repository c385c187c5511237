import type { MergeResult, ReplayVerdict, ReviewList, Show, ShowEventList } from '@sellary/contracts';
import vipFirst from '../../../extensions/vip-first/src';
import { type Caller, eventually, newCaller, sales, startTestApp, type TestApp } from '../../test';
import { RuleCatalog } from '../shows';

describe('VIPs first', () => {
  let app: TestApp;
  let operator: Caller;
  let lobby: Show;

  beforeAll(async () => {
    app = await startTestApp({ extensions: [vipFirst] });
  });
  beforeEach(async () => {
    operator = await newCaller(app.url);
    lobby = await operator.activeShow([]);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  const { standing, release } = sales(() => operator);
  const buyer = async (user: string): Promise<string> =>
    (await operator.say(lobby.id, user, 'hello')).comment.buyer.id;
  const tag = async (user: string, ...tags: string[]): Promise<string> => {
    const id = await buyer(user);
    expect((await operator.call('PATCH', `/api/people/${id}`, { tags })).status).toBe(200);
    return id;
  };
  const vipShow = async (rules: object = {}, quantity = 1) => {
    const item = { itemNumber: '1', totalQuantity: quantity };
    const show = await operator.activeShow([item], { policy: 'vip-first@1', ...rules });
    return { show, itemId: show.items[0]?.id ?? '' };
  };
  const claim = async (show: Show, user: string, extra = {}) =>
    (await operator.say(show.id, user, 'sold 1', extra)).claim?.id ?? '';
  const facts = async (show: Show): Promise<Record<string, string[]>[]> => {
    const { body } = await operator.call<ShowEventList>('GET', `/api/shows/${show.id}/events?limit=200`);
    return body.events.flatMap((event) => (event.type === 'facts.read' ? [event.data.tags] : []));
  };
  const replayed = async (show: Show): Promise<ReplayVerdict> =>
    (await operator.call<ReplayVerdict>('GET', `/api/shows/${show.id}/replay`)).body;

  it('A unit that becomes free goes to the first VIP in line, by a release and by a pass.', async () => {
    await tag('cat', 'VIP', 'pays in cash');
    await tag('eve', 'vip');
    const { show, itemId } = await vipShow();
    const ann = await claim(show, 'ann');
    for (const viewer of ['bob', 'cat', 'dan', 'eve']) await claim(show, viewer);
    await release(ann);
    expect((await operator.say(show.id, 'cat', 'pass 1')).promoted).toMatchObject({
      buyer: { handle: 'eve' },
    });
    expect((await standing(show, itemId)).slice(0, 3)).toEqual([
      'winner eve',
      'waitlist bob 1',
      'waitlist dan 2',
    ]);
    expect(await replayed(show)).toMatchObject({ equal: true, differences: [] });
  });

  it('The ledger has the tags that the policy asks about, and no others; a show with another policy reads none.', async () => {
    const cat = await tag('cat', 'vip', 'pays in cash');
    await tag('dan', 'late payer');
    const { show } = await vipShow();
    for (const viewer of ['cat', 'dan']) await claim(show, viewer);
    expect(await facts(show)).toEqual([{ [cat]: ['vip'] }]);
    const read = jest.spyOn(app.nest.get(RuleCatalog), 'readTags');
    const other = await operator.activeShow([{ itemNumber: '1' }]);
    await release(await claim(other, 'cat'));
    expect(await facts(other)).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  it('A tag counts from the moment it is given until it is taken away, and each decision replays as it was.', async () => {
    const { show, itemId } = await vipShow({}, 2);
    const [ann, bob] = [await claim(show, 'ann'), await claim(show, 'bob')];
    for (const viewer of ['cat', 'dan']) await claim(show, viewer);
    await tag('dan', 'vip');
    await release(ann);
    await tag('dan');
    const dan = await claim(show, 'eve');
    expect(dan).not.toBe('');
    await tag('eve', 'vip');
    await tag('eve');
    await release(bob);
    expect((await standing(show, itemId)).filter((one) => one.startsWith('winner')).sort()).toEqual([
      'winner cat',
      'winner dan',
    ]);
    expect(await replayed(show)).toMatchObject({ equal: true, differences: [] });
  });

  it('Each account of a person has the tags of the person.', async () => {
    const cat = await tag('cat', 'vip');
    const other = await buyer('cat2');
    expect(
      (await operator.call<MergeResult>('POST', `/api/people/${cat}/merges`, { with: other })).status,
    ).toBe(201);
    const { show } = await vipShow();
    const ann = await claim(show, 'ann');
    for (const viewer of ['bob', 'cat2']) await claim(show, viewer);
    expect((await release(ann)).body.promoted?.buyer.handle).toBe('cat2');
    expect(await replayed(show)).toMatchObject({ equal: true, differences: [] });
  });

  it('Accepted reviews, their preview, and claims of the fairness window are decided by the tags.', async () => {
    await tag('cat', 'vip');
    const { show, itemId } = await vipShow({ fairnessWindowSeconds: 1 });
    const decided = () =>
      eventually(
        async () => (await operator.call<Show>('GET', `/api/shows/${show.id}`)).body.stats,
        ({ pending }) => pending === 0,
      );
    // A unit is free beside a line of viewers who asked only to wait.
    await operator.say(show.id, 'bob', 'backup 1');
    await claim(show, 'cat');
    await decided();
    expect(await standing(show, itemId)).toEqual(['winner cat', 'waitlist bob 1']);
    await operator.call('PATCH', `/api/shows/${show.id}/items/${itemId}`, { totalQuantity: 3 });
    await operator.say(show.id, 'gus', 'backup 1');
    await decided();
    await tag('dan', 'vip');
    for (const viewer of ['ann', 'dan']) await operator.say(show.id, viewer, 'claim 1');
    const { body } = await operator.call<ReviewList>('GET', `/api/shows/${show.id}/review`);
    const [ann, dan] = ['ann', 'dan'].map((name) =>
      body.comments.find(({ buyer: { handle } }) => handle === name),
    );
    expect([ann?.preview.outcome, dan?.preview.outcome]).toEqual(['waitlist', 'winner']);
    for (const one of [ann, dan]) await operator.call('POST', `/api/comments/${one?.id}/accept`, {});
    expect((await standing(show, itemId)).filter((one) => one.startsWith('winner'))).toEqual([
      'winner cat',
      'winner bob',
      'winner dan',
    ]);
    expect(await replayed(show)).toMatchObject({ equal: true, differences: [] });
  });
});
