import type { ExtensionInfo, JobSummary, ParkedRow, Role } from '@sellary/contracts';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { at } from '../../../testing/wire';
import { ExtensionsPage } from './extensions-page';

const SHOP: ExtensionInfo = {
  name: 'shop',
  version: '1.2.3',
  enabled: true,
  settings: {
    schema: {
      type: 'object',
      properties: {
        address: { type: 'string', title: 'Address' },
        days: { type: 'integer', title: 'Days to pay' },
        key: { type: 'string', title: 'API key', writeOnly: true },
        mode: { type: 'string', title: 'Mode', enum: ['test', 'live'] },
      },
    },
    values: { address: 'https://shop.example', days: 3 },
    secretsSet: ['key'],
  },
  actions: [],
  followers: [
    {
      name: 'Follower',
      rowsBehind: 4,
      oldestAt: at(0),
      showsRetrying: 0,
      parked: 1,
      lastError: { message: 'The shop does not respond.', at: at(0) },
    },
  ],
  jobs: null,
};
const JOB: JobSummary = {
  id: 'job-1',
  handler: 'sale',
  key: 'k',
  channel: null,
  state: 'failed',
  attempts: 40,
  nextAttemptAt: null,
  result: null,
  error: 'HTTP 500',
  createdAt: at(0),
  endedAt: at(0),
};
const SHOP_WITH_JOBS: ExtensionInfo = {
  ...SHOP,
  followers: [],
  settings: null,
  jobs: { waiting: 2, retrying: 1, failed: 1 },
};
const PARKED: ParkedRow = {
  id: 'parked-1',
  follower: 'Follower',
  show: { id: 'show-1', name: 'Sunday sale' },
  seq: 7,
  type: 'claim.created',
  error: 'The shop does not respond.',
  parkedAt: at(0),
  retrying: false,
};

const SAVE = { method: 'PUT', url: '/api/extensions/shop' };
const RESEND = { method: 'POST', url: '/api/extensions/shop/jobs/job-1/resend' };

describe('the extensions page', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  async function open(role: Role, extensions: ExtensionInfo[]): Promise<void> {
    await bench.open(ExtensionsPage, role);
    await bench.answer('/api/extensions', { extensions });
    await bench.answerAll('/api/extensions/shop/parked?limit=50', { parked: [PARKED], nextCursor: null });
  }
  const answerJobs = (state: string, jobs: JobSummary[]) =>
    bench.answer(`/api/extensions/shop/jobs?state=${state}&limit=20`, { jobs, nextCursor: null });
  const field = (label: string): HTMLInputElement => {
    const found = [...bench.page.querySelectorAll('label')].find((element) =>
      element.textContent?.includes(label),
    );
    return bench.page.querySelector(`#${found?.htmlFor}`) as HTMLInputElement;
  };

  it('Without extensions, the page explains how to add one.', async () => {
    await open('admin', []);
    expect(bench.text()).toContain('This server has no extensions');
    expect(bench.text()).toContain('EXTENSIONS');
    expect(bench.text()).not.toContain('Turning an extension on or off');
  });

  it('The card shows the version, the health, and the last error. A secret is shown only as “Stored”.', async () => {
    await open('admin', [SHOP]);
    expect(bench.text()).toContain('Turning an extension on or off affects this workspace only.');
    expect(bench.text()).toContain('Version 1.2.3');
    expect(bench.text()).toContain('1 event set aside · 4 events waiting');
    expect(bench.text()).toContain('The shop does not respond.');
    expect(field('API key').value).toBe('');
    expect(field('API key').placeholder).toContain('Stored');
  });

  it('A choice without a value is empty, and can be set and cleared.', async () => {
    await open('admin', [SHOP]);
    const mode = field('Mode');
    expect(mode.value).toBe('');
    for (const value of ['live', '']) {
      await bench.enter(mode, value, 'change');
      await bench.submit();
      const { body } = await bench.answer(SAVE, SHOP);
      expect(body).toEqual({ settings: { mode: value || null } });
    }
  });

  it('Only changed values are saved, and the error for a rejected value is shown next to its field.', async () => {
    await open('admin', [SHOP]);
    const days = field('Days to pay');
    await bench.enter(days, '0');
    await bench.submit();
    const { body } = await bench.reject(SAVE, 400, 'VALIDATION_FAILED', 'days must not be less than 1', [
      { field: 'settings.days', message: 'days must not be less than 1' },
    ]);
    expect(body).toEqual({ settings: { days: 0 } });
    expect(bench.page.querySelector('[role=alert]')?.textContent).toContain('days must not be less than 1');
    expect(days.value).toBe('0');
  });

  it('Settings cannot be changed while they are being saved.', async () => {
    await open('admin', [SHOP]);
    const [address, mode] = [field('Address'), field('Mode')];
    await bench.enter(address, 'https://new.example');
    await bench.submit();
    expect([address.readOnly, mode.disabled]).toEqual([true, true]);
    await bench.answer(SAVE, SHOP);
    expect([address.readOnly, mode.disabled]).toEqual([false, false]);
  });

  it('Nothing is saved while a number field has text that is not a number.', async () => {
    await open('admin', [SHOP]);
    const address = field('Address');
    setField(address, 'https://new.example');
    const days = field('Days to pay');
    // How a browser reports "5-10".
    Object.defineProperty(days, 'validity', { value: { badInput: true }, configurable: true });
    await bench.enter(days, '');
    expect(bench.page.querySelector('[role=alert]')?.textContent).toContain('Enter a number');
    await bench.submit();
    bench.http.expectNone(({ method }) => method === 'PUT');
    Object.defineProperty(days, 'validity', { value: { badInput: false } });
    setField(days, '5');
    await bench.submit();
    const { request } = bench.http.expectOne(SAVE);
    expect(request.body).toEqual({ settings: { address: 'https://new.example', days: 5 } });
  });

  it('An event that was set aside can be retried.', async () => {
    await open('admin', [SHOP]);
    expect(bench.text()).toContain('Sunday sale');
    await bench.press('Retry event');
    const { body } = await bench.answer('/api/extensions/shop/parked/retry', { rows: 1 });
    expect(body).toEqual({ ids: ['parked-1'] });
    expect(bench.text()).toContain('Retrying soon');
  });

  it('By default, failed outgoing jobs are listed and can be sent again or discarded. A filter shows the others.', async () => {
    await open('admin', [SHOP_WITH_JOBS]);
    await answerJobs('failed', [JOB]);
    expect(bench.text()).toContain(
      '1 outgoing job failed · Retrying outgoing jobs · 2 outgoing jobs waiting',
    );
    expect(bench.text()).toContain('HTTP 500');
    await bench.press('Send job again');
    const { body } = await bench.answer(RESEND, null);
    expect(body).toEqual({ endedAt: JOB.endedAt });
    await answerJobs('failed', [JOB]);
    await bench.answer('/api/extensions', { extensions: [SHOP_WITH_JOBS] });
    await bench.press('Discard job');
    await bench.answer({ method: 'POST', url: '/api/extensions/shop/jobs/job-1/discard' }, null);
    await answerJobs('failed', []);
    await bench.answer('/api/extensions', { extensions: [SHOP_WITH_JOBS] });
    expect(bench.text()).toContain('No jobs have failed.');
    await bench.press('Waiting (2)');
    await answerJobs('waiting', [{ ...JOB, state: 'waiting', nextAttemptAt: at(0) }]);
    expect(bench.text()).toContain('Due now');
    await bench.press('Try job now');
    await bench.reject(RESEND, 404, 'NOT_FOUND', 'gone');
    await answerJobs('waiting', []);
    await bench.answer('/api/extensions', { extensions: [SHOP_WITH_JOBS] });
    expect(bench.text()).toContain('No jobs are waiting.');
  });

  it('The chosen filter of outgoing jobs stays when their counts are reloaded.', async () => {
    await open('admin', [SHOP_WITH_JOBS]);
    await answerJobs('failed', []);
    await bench.press('Done');
    const answerDone = () => answerJobs('done', [{ ...JOB, state: 'done', error: null }]);
    await answerDone();
    await bench.press('Send job again');
    await bench.answer(RESEND, null);
    await answerDone();
    const jobs = { waiting: 3, retrying: 1, failed: 1 };
    await bench.answer('/api/extensions', { extensions: [{ ...SHOP_WITH_JOBS, jobs }] });
    expect(bench.text()).toContain('Waiting (3)');
    bench.http.expectNone('/api/extensions/shop/jobs?state=failed&limit=20');
  });

  it('The switch returns to its old position if the server rejects the change.', async () => {
    await open('admin', [SHOP]);
    const box = bench.page.querySelector<HTMLInputElement>('[role=switch]');
    await bench.click(box);
    await bench.reject(SAVE, 403, 'FORBIDDEN', 'Ask an admin.');
    expect(box?.checked).toBe(true);
  });

  it('An operator sees the extensions but cannot change them.', async () => {
    await open('operator', [{ ...SHOP, settings: null }]);
    expect(bench.text()).toContain('Only admins and owners can change these settings.');
    expect(bench.page.querySelector<HTMLInputElement>('[role=switch]')?.disabled).toBe(true);
    expect(bench.page.querySelector('app-parked-rows')).toBeNull();
  });
});
