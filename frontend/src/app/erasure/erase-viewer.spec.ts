import type { PlatformList } from '@sellary/contracts';
import { PageBench } from '../../../testing/page-bench';
import { EraseViewer } from './erase-viewer';

const PLATFORMS: PlatformList = {
  platforms: [
    {
      id: 'facebook',
      label: 'Facebook',
      icon: 'live_tv',
      capabilities: { logins: [], discover: true, comments: 'newest-first', webhooks: true },
      readiness: 'ready',
    },
  ],
};

describe('the erasure page', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  it('If the platforms cannot be loaded, the page says so and offers to try again. The server’s platforms come first.', async () => {
    await bench.open(EraseViewer, 'owner');
    await bench.drop('/api/platforms');
    expect(bench.page.querySelector('[role=alert]')?.textContent).toContain(
      'The platforms could not be loaded',
    );
    await bench.click(bench.page.querySelector<HTMLButtonElement>('[role=alert] button'));
    await bench.answer('/api/platforms', PLATFORMS);
    const select = bench.page.querySelector('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      'Facebook',
      'Rehearsal',
      'Entered by hand',
    ]);
    expect(select?.value).toBe('facebook');
  });
});
