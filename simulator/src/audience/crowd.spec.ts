import { TestClient } from '../testing/test-client';
import { CrowdsOnDemand } from './on-demand';

const FAST_CROWD = { rate: 1_000, comments: 40 };

const shortTime = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the seeded audience', () => {
  const client = new TestClient();
  afterEach(() => client.close());

  const comments = () => client.control.broadcasts.comments('2000001');
  const waitForComments = async (count: number, broadcastId = '2000001'): Promise<void> => {
    while (client.control.broadcasts.comments(broadcastId).length < count) await shortTime();
  };
  /** Waits until the crowd in the broadcast has left. */
  const waitForEnd = async (broadcast: string): Promise<void> => {
    const isRunning = (): boolean =>
      client.control.crowds.list().some((crowd) => crowd.broadcastId === broadcast && crowd.running);
    while (isRunning()) await shortTime();
  };
  const offer = (json: object) =>
    client.request('/_sim/broadcasts/2000001/offer', {}, { method: 'POST', json });
  /** Starts a simulator whose broadcasts get a crowd while a client reads them. */
  const openWithCrowd = async (rate = 1_000): Promise<void> => {
    await client.open({ crowd: { rate } });
    client.token = await client.pageToken();
  };
  const read = () => client.get('/2000001/comments');

  const commentsWithSeed = async (seed: number): Promise<string[]> => {
    await client.open({ seed });
    await client.control.crowds.start('2000001', FAST_CROWD);
    await waitForComments(40);
    const written = comments();
    await client.close();
    return written.map(({ id, author, text }) => `${id} ${author.id} ${author.name}: ${text}`);
  };

  it('The same seed produces the same comments, and a different seed produces different comments.', async () => {
    const first = await commentsWithSeed(7);
    expect(first).toHaveLength(40);
    expect(await commentsWithSeed(7)).toEqual(first);
    expect(await commentsWithSeed(8)).not.toEqual(first);
  });

  it('The crowd claims the items on offer, and the platform treats its comments as configured.', async () => {
    await client.open();
    const treatment = { held: 0.5, longestHoldMs: 90_000, lowQuality: 0.5, anonymous: 0.5, replies: 0.5 };
    await client.control.crowds.start('2000001', { ...FAST_CROWD, comments: 80, items: ['7'] }, treatment);
    await waitForComments(80);
    const written = comments();
    expect(written.some(({ text }) => /sold ?7|7 ?sold/i.test(text))).toBe(true);
    for (const trait of ['lowQuality', 'anonymous', 'parentId'] as const) {
      expect(written.filter((comment) => comment[trait]).length).toBeGreaterThan(15);
    }
    expect(written.filter(({ visibleAt, createdAt }) => visibleAt > createdAt).length).toBeGreaterThan(15);
    expect(client.control.crowds.list()).toEqual([
      { broadcastId: '2000001', said: 80, running: expect.any(Boolean) },
    ]);
  });

  it('The crowd uses the items and words of the show reading the broadcast, and rarely claims an unknown item.', async () => {
    await openWithCrowd();
    const words = { claimWords: ['cf', 'เอา'], passWords: ['cc', 'ยกเลิก'] };
    await offer({ items: [], ...words });
    await read();
    expect(client.control.crowds.list()).toEqual([]);
    await offer({ items: ['A-12', '7'], ...words });
    await read();
    await waitForComments(400);
    const texts = comments().map(({ text }) => text);
    expect(texts.filter((text) => /sold|mine|vendu|meins/.test(text))).toEqual([]);
    const numbered = texts.filter((text) => /\d/.test(text));
    const unknown = numbered.filter((text) => !/A-12|(?<!\d)7(?!\d)|Ａ|７|１２/.test(text));
    expect(unknown.length / texts.length).toBeLessThan(0.06);
  });

  it('The crowd names a size if an item has sizes, and only a few viewers forget to.', async () => {
    await openWithCrowd();
    const variants = { '7': ['S', 'Rose gold'] };
    await offer({ items: ['7', '8'], variants, claimWords: ['sold'], passWords: ['pass'] });
    await read();
    await waitForComments(600);
    const texts = comments().map(({ text }) => text.normalize('NFKC'));
    const claims = texts.filter((text) => /sold+ *(on )?#?7|^7\b.* sold/i.test(text) && !/out/.test(text));
    const named = claims.filter((text) => / (S|Rose gold)\b/.test(text));
    expect(named.length).toBeGreaterThan(50);
    expect(named.length).toBeLessThan(claims.length);
    expect((claims.length - named.length) / claims.length).toBeLessThan(0.12);
    expect(texts.filter((text) => /8 (S|Rose gold)/.test(text))).toEqual([]);
  });

  it('A crowd stops on request, or when its broadcast ends.', async () => {
    await client.open();
    const running = (): boolean[] => client.control.crowds.list().map((crowd) => crowd.running);
    await client.control.crowds.start('2000001', { rate: 200 });
    await client.control.crowds.start('2000002', { rate: 200 });
    await waitForComments(1, '2000002');
    client.control.broadcasts.stop('2000002');
    await waitForEnd('2000002');
    await client.control.crowds.stop('2000001');
    expect(running()).toEqual([false, false]);
  });

  it('A crowd joins a broadcast only when a client reads its comments.', async () => {
    await openWithCrowd(500);
    await client.get('/1000001/live_videos');
    expect(client.control.crowds.list()).toEqual([]);
    await read();
    await read();
    await waitForComments(5);
    expect(client.control.crowds.list().map(({ broadcastId }) => broadcastId)).toEqual(['2000001']);
  });

  it('A crowd that joined a broadcast ends at 20,000 comments, even if a client still reads them.', async () => {
    await openWithCrowd();
    for (let count = 0; count < 19_990; count += 1) client.say('hi');
    await read();
    await waitForComments(20_000);
    await waitForEnd('2000001');
    expect(comments()).toHaveLength(20_000);
  });

  it('The crowd leaves when no client has read the broadcast for a while, and does not join an ended broadcast.', async () => {
    await client.open();
    const broadcast = client.control.broadcasts.find('2000001');
    let startCalls = 0;
    const ranMs = new Promise<number>((resolve) => {
      const began = Date.now();
      const crowd = { broadcast, isOver: false, stop: async () => resolve(Date.now() - began) };
      const onDemand = new CrowdsOnDemand(() => (startCalls++ === 0 ? crowd : null), {}, 200);
      onDemand.recordRead(broadcast);
      setTimeout(() => onDemand.recordRead(broadcast), 120);
    });
    expect(await ranMs).toBeGreaterThanOrEqual(300);
    expect(startCalls).toBe(2);
    client.control.broadcasts.stop('2000001');
    new CrowdsOnDemand(() => ((startCalls += 1), null), {}).recordRead(broadcast);
    expect(startCalls).toBe(2);
  });
});
