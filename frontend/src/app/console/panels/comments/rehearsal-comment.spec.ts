import { ConsoleBench, SHOW, errorResponse } from '../../../../../testing/console-bench';

describe('the rehearsal comment field', () => {
  let bench: ConsoleBench;
  beforeEach(async () => {
    bench = new ConsoleBench();
    await bench.open();
    bench.page.querySelector('app-rehearsal-comment form')?.dispatchEvent(new Event('submit'));
    await bench.advance(50);
  });

  it('A rehearsal comment shows its outcome.', async () => {
    const request = bench.http.expectOne('/api/debug/emit-comment');
    expect(request.request.body).toMatchObject({
      showId: SHOW,
      userHandle: 'ivy',
      text: 'sold 101',
      platform: 'rehearsal',
      liveId: 'live-1',
    });
    request.flush({ outcome: 'duplicate_user', claims: [] });
    await bench.advance(50);
    expect(bench.page.querySelector('app-rehearsal-comment')?.textContent).toContain('Duplicate');
  });

  it('The rehearsal field is absent if the server does not offer it.', async () => {
    bench.http
      .expectOne('/api/debug/emit-comment')
      .flush(...errorResponse(404, 'NOT_FOUND', 'There is nothing here.'));
    await bench.advance(50);
    expect(bench.page.querySelector('app-rehearsal-comment form')).toBeNull();
  });
});
