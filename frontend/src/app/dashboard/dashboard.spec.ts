import type { Connection, Show, ShowStatus } from '@sellary/contracts';
import { UNAVAILABLE, errorResponse } from '../../../testing/api';
import { PageBench } from '../../../testing/page-bench';
import { NO_STATS, aShow } from '../../../testing/wire';
import { Dashboard } from './dashboard';

describe('dashboard', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());
  beforeEach(() => bench.open(Dashboard, 'owner'));

  function respondWithConnections(...connections: Connection[]): void {
    const platforms = { facebook: 'ready', instagram: 'ready' };
    for (const call of bench.http.match(({ url }) => url === '/api/connections')) {
      call.flush({ platforms, connections, nextCursor: null });
    }
  }

  async function answerShows(shows: Partial<Record<ShowStatus, Show[]>>): Promise<void> {
    respondWithConnections();
    for (const status of ['active', 'paused', 'draft', 'ended'] as const) {
      bench.http
        .expectOne(({ params }) => params.get('status') === status)
        .flush({ shows: shows[status] ?? [], nextCursor: null });
    }
    await bench.render();
  }

  it('The dashboard links a live show to its console.', async () => {
    await answerShows({ active: [aShow({ id: 'live' })] });
    expect(bench.page.querySelector('a[href="/shows/live/console"]')?.textContent).toContain('Open console');
  });

  it('The checklist marks the first unfinished step as current.', async () => {
    await answerShows({ draft: [aShow({ status: 'draft', stats: { ...NO_STATS } })] });
    expect(bench.page.querySelector('[aria-current=step]')?.textContent).toContain('Add items');
  });

  it('The checklist begins with connecting a Page, as the README does.', async () => {
    await answerShows({});
    expect(bench.page.querySelector('[aria-current=step]')?.textContent).toContain('Connect your Page');
    expect(bench.page.querySelector('[aria-current=step] a')?.getAttribute('href')).toBe('/connections');
  });

  it('The dashboard hides the checklist while a show is live and has claims.', async () => {
    await answerShows({ active: [aShow({ stats: { ...NO_STATS, items: 1, claims: 1 } })] });
    expect(bench.page.querySelector('app-first-steps')).toBeNull();
  });

  it('The dashboard hides the checklist after the first ended show.', async () => {
    await answerShows({ ended: [aShow({ status: 'ended' })] });
    expect(bench.page.querySelector('app-first-steps')).toBeNull();
    expect(bench.page.textContent).toContain('Recent shows');
  });

  it('The dashboard lists only the connections that need attention.', async () => {
    const connection = (displayName: string, change: Partial<Connection>) =>
      ({
        id: displayName,
        displayName,
        platform: 'facebook',
        status: 'active',
        problem: null,
        daysLeft: 50,
        ...change,
      }) as Connection;
    respondWithConnections(
      connection('Fine', {}),
      connection('Old', { status: 'expired', problem: 'Connect it again.' }),
      connection('Soon', { daysLeft: 3 }),
    );
    await answerShows({ ended: [aShow({ status: 'ended' })] });
    const rows = [...bench.page.querySelectorAll('section[aria-labelledby=attention-heading] li')].map(
      ({ textContent }) => textContent,
    );
    expect(rows).toEqual([
      expect.stringMatching(/Old.*Expired.*Connect it again\./s),
      expect.stringMatching(/Soon.*Expires soon/s),
    ]);
  });

  it('The dashboard shows why loading failed, and “Try again” loads it again.', async () => {
    respondWithConnections();
    for (const request of bench.http.match(({ url }) => url === '/api/shows')) {
      request.flush(...errorResponse(...UNAVAILABLE));
    }
    await bench.render();
    expect(bench.page.querySelector('[role=alert]')?.textContent).toContain(
      'The database is not responding.',
    );
    await bench.press('Try again');
    await answerShows({});
    expect(bench.page.querySelector('app-first-steps')).not.toBeNull();
  });

  it('A user with the viewer role is not offered steps that only operators may take.', async () => {
    await answerShows({});
    await bench.open(Dashboard, 'viewer');
    await answerShows({});
    expect(bench.page.querySelector('app-first-steps')).toBeNull();
  });
});
