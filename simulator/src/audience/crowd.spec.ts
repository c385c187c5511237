import { TestClient } from '../testing/test-client';
import { CrowdsOnDemand } from './on-demand';

const FAST_CROWD = { rate: 1_000, comments: 40 };

async function waitForComments(testClient: TestClient, broadcastId: string, count: number): Promise<void> {
  while (testClient.control.broadcasts.comments(broadcastId).length < count) await shortTime();
}

/** Waits until the crowd in the broadcast has left. */
async function waitForEnd(testClient: TestClient, broadcast: string): Promise<void> {
  const isRunning = (): boolean =>
    testClient.control.crowds.list().some((crowd) => crowd.broadcastId === broadcast && crowd.running);
  while (isRunning()) await shortTime();
}

const shortTime = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the seeded audience', () => {
  const commentsWithSeed = async (seed: number): Promise<string[]> => {
    const testClient = await TestClient.start({ seed });
    await testClient.control.crowds.start('2000001', FAST_CROWD);
    await waitForComments(testClient, '2000001', 40);
    const comments = testClient.control.broadcasts.comments('2000001');
    await testClient.simulator.close();
    return comments.map(({ id, author, text }) => `${id} ${author.id} ${author.name}: ${text}`);
  };

  it('The same seed produces the same comments, and another seed produces other comments.', async () => {
    const first = await commentsWithSeed(7);
    expect(first).toHaveLength(40);
    expect(await commentsWithSeed(7)).toEqual(first);
    expect(await commentsWithSeed(8)).not.toEqual(first);
  });

  it('The crowd claims the items on offer, and the platform treats its comments as configured.', async () => {
    const testClient = await TestClient.start();
    const treatment = { held: 0.5, longestHoldMs: 90_000, lowQuality: 0.5, anonymous: 0.5, replies: 0.5 };
    await testClient.control.crowds.start(
      '2000001',
      { ...FAST_CROWD, comments: 80, items: ['7'] },
      treatment,
    );
    await waitForComments(testClient, '2000001', 80);
    const comments = testClient.control.broadcasts.comments('2000001');
    expect(comments.some(({ text }) => /sold ?7|7 ?sold/i.test(text))).toBe(true);
    for (const trait of ['lowQuality', 'anonymous', 'parentId'] as const) {
      expect(comments.filter((comment) => comment[trait]).length).toBeGreaterThan(15);
    }
    expect(comments.filter(({ visibleAt, createdAt }) => visibleAt > createdAt).length).toBeGreaterThan(15);
    expect(testClient.control.crowds.list()).toEqual([
      { broadcastId: '2000001', said: 80, running: expect.any(Boolean) },
    ]);
    await testClient.simulator.close();
  });

  it('The crowd uses the items and words of the show reading the broadcast, and rarely claims an unknown item.', async () => {
    const testClient = await TestClient.start({ crowd: { rate: 1_000 } });
    const offer = (items: string[]) =>
      testClient.request(
        '/_sim/broadcasts/2000001/offer',
        {},
        { method: 'POST', json: { items, claimWords: ['cf', 'เอา'], passWords: ['cc', 'ยกเลิก'] } },
      );
    const token = await testClient.pageToken();
    const read = () => testClient.request('/v26.0/2000001/comments', {}, { token });
    await offer([]);
    await read();
    expect(testClient.control.crowds.list()).toEqual([]);
    await offer(['A-12', '7']);
    await read();
    await waitForComments(testClient, '2000001', 400);
    const texts = testClient.control.broadcasts.comments('2000001').map(({ text }) => text);
    expect(texts.filter((text) => /sold|mine|vendu|meins/.test(text))).toEqual([]);
    const numbered = texts.filter((text) => /\d/.test(text));
    const unknown = numbered.filter((text) => !/A-12|(?<!\d)7(?!\d)|Ａ|７|１２/.test(text));
    expect(unknown.length / texts.length).toBeLessThan(0.06);
    await testClient.simulator.close();
  });

  it('The crowd names a size if an item has sizes, and only a few viewers forget to.', async () => {
    const testClient = await TestClient.start({ crowd: { rate: 1_000 } });
    const sizes = ['S', 'Rose gold'];
    await testClient.request(
      '/_sim/broadcasts/2000001/offer',
      {},
      {
        method: 'POST',
        json: { items: ['7', '8'], variants: { '7': sizes }, claimWords: ['sold'], passWords: ['pass'] },
      },
    );
    await testClient.request('/v26.0/2000001/comments', {}, { token: await testClient.pageToken() });
    await waitForComments(testClient, '2000001', 600);
    const texts = testClient.control.broadcasts.comments('2000001').map(({ text }) => text.normalize('NFKC'));
    const claims = texts.filter((text) => /sold+ *(on )?#?7|^7\b.* sold/i.test(text) && !/out/.test(text));
    const named = claims.filter((text) => / (S|Rose gold)\b/.test(text));
    expect(named.length).toBeGreaterThan(50);
    expect(named.length).toBeLessThan(claims.length);
    expect((claims.length - named.length) / claims.length).toBeLessThan(0.12);
    expect(texts.filter((text) => /8 (S|Rose gold)/.test(text))).toEqual([]);
    await testClient.simulator.close();
  });

  it('A crowd stops on request, or when its broadcast ends.', async () => {
    const testClient = await TestClient.start();
    const running = (): boolean[] => testClient.control.crowds.list().map((crowd) => crowd.running);
    await testClient.control.crowds.start('2000001', { rate: 200 });
    await testClient.control.crowds.start('2000002', { rate: 200 });
    await waitForComments(testClient, '2000002', 1);
    testClient.control.broadcasts.stop('2000002');
    await waitForEnd(testClient, '2000002');
    await testClient.control.crowds.stop('2000001');
    expect(running()).toEqual([false, false]);
    await testClient.simulator.close();
  });

  it('A crowd joins a broadcast only when a client reads its comments.', async () => {
    const testClient = await TestClient.start({ crowd: { rate: 500 } });
    const token = await testClient.pageToken();
    await testClient.request('/v26.0/1000001/live_videos', {}, { token });
    expect(testClient.control.crowds.list()).toEqual([]);
    await testClient.request('/v26.0/2000001/comments', {}, { token });
    await testClient.request('/v26.0/2000001/comments', {}, { token });
    await waitForComments(testClient, '2000001', 5);
    expect(testClient.control.crowds.list().map(({ broadcastId }) => broadcastId)).toEqual(['2000001']);
    await testClient.simulator.close();
  });

  it('A crowd that joined a broadcast ends at 20,000 comments, even if a client still reads them.', async () => {
    const testClient = await TestClient.start({ crowd: { rate: 1_000 } });
    for (let count = 0; count < 19_990; count += 1) {
      testClient.control.broadcasts.say({ broadcastId: '2000001', text: 'hi' });
    }
    const token = await testClient.pageToken();
    await testClient.request('/v26.0/2000001/comments', {}, { token });
    await waitForComments(testClient, '2000001', 20_000);
    await waitForEnd(testClient, '2000001');
    expect(testClient.control.broadcasts.comments('2000001')).toHaveLength(20_000);
    await testClient.simulator.close();
  });

  it('The crowd leaves when no client has read the broadcast for a while, and does not join an ended broadcast.', async () => {
    const testClient = await TestClient.start();
    const broadcast = testClient.control.broadcasts.find('2000001');
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
    testClient.control.broadcasts.stop('2000001');
    new CrowdsOnDemand(() => ((startCalls += 1), null), {}).recordRead(broadcast);
    expect(startCalls).toBe(2);
    await testClient.simulator.close();
  });
});
