import { ConsoleBench, SHOW } from '../../../../../testing/console-bench';

describe('the rehearsal comment field', () => {
  let bench: ConsoleBench;
  beforeEach(async () => {
    bench = new ConsoleBench();
    await bench.open();
    bench.page.querySelector('app-rehearsal-comment form')?.dispatchEvent(new Event('submit'));
    await bench.advance(50);
  });
  afterEach(() => bench.close());

  it('A rehearsal comment shows its outcome.', async () => {
    const { body } = await bench.answer('/api/debug/emit-comment', { outcome: 'duplicate_user', claims: [] });
    expect(body).toMatchObject({
      showId: SHOW,
      userHandle: 'ivy',
      text: 'sold 101',
      platform: 'rehearsal',
      liveId: 'live-1',
    });
    expect(bench.page.querySelector('app-rehearsal-comment')?.textContent).toContain('Duplicate');
  });

  it('The rehearsal field is absent if the server does not offer it.', async () => {
    await bench.reject('/api/debug/emit-comment', 404, 'NOT_FOUND', 'There is nothing here.');
    expect(bench.page.querySelector('app-rehearsal-comment form')).toBeNull();
  });
});
