import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { ExtensionInfo, JobSummary, ParkedRow, Role } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { at } from '../../../testing/wire';
import { SessionStore } from '../auth/session-store';
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

describe('the extensions page', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<ExtensionsPage>;
  let page: HTMLElement;

  async function render(): Promise<void> {
    fixture.detectChanges();
    await flushPromises();
    fixture.detectChanges();
    await flushPromises();
  }
  async function open(role: Role, extensions: ExtensionInfo[]): Promise<void> {
    http = testApi();
    TestBed.inject(SessionStore).begin(aSession({ role }));
    fixture = TestBed.createComponent(ExtensionsPage);
    page = fixture.nativeElement as HTMLElement;
    await render();
    http.expectOne('/api/extensions').flush({ extensions });
    await render();
    http
      .match('/api/extensions/shop/parked?limit=50')
      .forEach((request) => request.flush({ parked: [PARKED], nextCursor: null }));
    await render();
  }
  const text = (): string => (page.textContent ?? '').replace(/\s+/g, ' ');
  const press = async (name: string): Promise<void> => {
    [...page.querySelectorAll('button')].find((button) => button.textContent?.includes(name))?.click();
    await render();
  };
  const field = (label: string): HTMLInputElement => {
    const found = [...page.querySelectorAll('label')].find((element) => element.textContent?.includes(label));
    return page.querySelector(`#${found?.htmlFor}`) as HTMLInputElement;
  };

  it('Without extensions, the page explains how to add one.', async () => {
    await open('admin', []);
    expect(text()).toContain('This server has no extensions');
    expect(text()).toContain('EXTENSIONS');
    expect(text()).not.toContain('Turning an extension on or off');
  });

  it('The card shows the version, the health, and the last error. A secret is shown only as “Stored”.', async () => {
    await open('admin', [SHOP]);
    expect(text()).toContain('Turning an extension on or off affects this workspace only.');
    expect(text()).toContain('Version 1.2.3');
    expect(text()).toContain('1 event set aside · 4 events waiting');
    expect(text()).toContain('The shop does not respond.');
    expect(field('API key').value).toBe('');
    expect(field('API key').placeholder).toContain('Stored');
  });

  it('A choice without a value is empty, and can be set and cleared.', async () => {
    await open('admin', [SHOP]);
    const mode = field('Mode');
    expect(mode.value).toBe('');
    for (const value of ['live', '']) {
      mode.value = value;
      mode.dispatchEvent(new Event('change'));
      await render();
      page.querySelector('form')?.dispatchEvent(new Event('submit'));
      await render();
      const put = http.expectOne({ method: 'PUT', url: '/api/extensions/shop' });
      expect(put.request.body).toEqual({ settings: { mode: value || null } });
      put.flush(SHOP);
      await render();
    }
  });

  it('Only changed values are saved, and the error for a rejected value is shown next to its field.', async () => {
    await open('admin', [SHOP]);
    const days = field('Days to pay');
    days.value = '0';
    days.dispatchEvent(new Event('input'));
    await render();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await render();
    const request = http.expectOne({ method: 'PUT', url: '/api/extensions/shop' });
    expect(request.request.body).toEqual({ settings: { days: 0 } });
    request.flush(
      {
        error: {
          code: 'VALIDATION_FAILED',
          message: 'days must not be less than 1',
          details: [{ field: 'settings.days', message: 'days must not be less than 1' }],
        },
      },
      { status: 400, statusText: '' },
    );
    await render();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('days must not be less than 1');
    expect(days.value).toBe('0');
  });

  it('Settings cannot be changed while they are saved.', async () => {
    await open('admin', [SHOP]);
    const [address, mode] = [field('Address'), field('Mode')];
    address.value = 'https://new.example';
    address.dispatchEvent(new Event('input'));
    await render();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await render();
    expect([address.readOnly, mode.disabled]).toEqual([true, true]);
    http.expectOne({ method: 'PUT', url: '/api/extensions/shop' }).flush(SHOP);
    await render();
    expect([address.readOnly, mode.disabled]).toEqual([false, false]);
  });

  it('Nothing is saved while a number field has text that is not a number.', async () => {
    await open('admin', [SHOP]);
    const address = field('Address');
    address.value = 'https://new.example';
    address.dispatchEvent(new Event('input'));
    const days = field('Days to pay');
    // How a browser reports "5-10".
    Object.defineProperty(days, 'validity', { value: { badInput: true }, configurable: true });
    days.value = '';
    days.dispatchEvent(new Event('input'));
    await render();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Enter a number');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await render();
    http.expectNone(({ method }) => method === 'PUT');
    Object.defineProperty(days, 'validity', { value: { badInput: false } });
    days.value = '5';
    days.dispatchEvent(new Event('input'));
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await render();
    const { request } = http.expectOne({ method: 'PUT', url: '/api/extensions/shop' });
    expect(request.body).toEqual({ settings: { address: 'https://new.example', days: 5 } });
  });

  it('An event that was set aside can be retried.', async () => {
    await open('admin', [SHOP]);
    expect(text()).toContain('Sunday sale');
    await press('Retry event');
    const request = http.expectOne('/api/extensions/shop/parked/retry');
    expect(request.request.body).toEqual({ ids: ['parked-1'] });
    request.flush({ rows: 1 });
    await render();
    expect(text()).toContain('Retrying soon');
  });

  it('By default, failed outgoing jobs are listed and can be sent again or discarded. A filter shows the others.', async () => {
    await open('admin', [SHOP_WITH_JOBS]);
    const answerList = (state: string, jobs: JobSummary[]) =>
      http.expectOne(`/api/extensions/shop/jobs?state=${state}&limit=20`).flush({ jobs, nextCursor: null });
    answerList('failed', [JOB]);
    await render();
    expect(text()).toContain('1 outgoing job failed · Retrying outgoing jobs · 2 outgoing jobs waiting');
    expect(text()).toContain('HTTP 500');
    await press('Send job again');
    http.expectOne({ method: 'POST', url: '/api/extensions/shop/jobs/job-1/resend' }).flush(null);
    await render();
    answerList('failed', [JOB]);
    http.expectOne('/api/extensions').flush({ extensions: [SHOP_WITH_JOBS] });
    await render();
    await press('Discard job');
    http.expectOne({ method: 'POST', url: '/api/extensions/shop/jobs/job-1/discard' }).flush(null);
    await render();
    answerList('failed', []);
    http.expectOne('/api/extensions').flush({ extensions: [SHOP_WITH_JOBS] });
    await render();
    expect(text()).toContain('No jobs have failed.');
    await press('Waiting (2)');
    answerList('waiting', [{ ...JOB, state: 'waiting', nextAttemptAt: at(0) }]);
    await render();
    expect(text()).toContain('Due now');
    await press('Try job now');
    http
      .expectOne({ method: 'POST', url: '/api/extensions/shop/jobs/job-1/resend' })
      .flush({ error: { code: 'NOT_FOUND', message: 'gone' } }, { status: 404, statusText: '' });
    await render();
    answerList('waiting', []);
    http.expectOne('/api/extensions').flush({ extensions: [SHOP_WITH_JOBS] });
    await render();
    expect(text()).toContain('No jobs are waiting.');
  });

  it('The chosen filter of outgoing jobs stays when their counts are reloaded.', async () => {
    await open('admin', [SHOP_WITH_JOBS]);
    http.expectOne('/api/extensions/shop/jobs?state=failed&limit=20').flush({ jobs: [], nextCursor: null });
    await press('Done');
    const answerDone = () =>
      http
        .expectOne('/api/extensions/shop/jobs?state=done&limit=20')
        .flush({ jobs: [{ ...JOB, state: 'done', error: null }], nextCursor: null });
    answerDone();
    await render();
    await press('Send job again');
    http.expectOne({ method: 'POST', url: '/api/extensions/shop/jobs/job-1/resend' }).flush(null);
    await render();
    answerDone();
    const jobs = { waiting: 3, retrying: 1, failed: 1 };
    http.expectOne('/api/extensions').flush({ extensions: [{ ...SHOP_WITH_JOBS, jobs }] });
    await render();
    expect(text()).toContain('Waiting (3)');
    http.expectNone('/api/extensions/shop/jobs?state=failed&limit=20');
  });

  it('The switch returns to its old position if the server rejects the change.', async () => {
    await open('admin', [SHOP]);
    const box = page.querySelector<HTMLInputElement>('[role=switch]');
    box?.click();
    await render();
    http
      .expectOne({ method: 'PUT', url: '/api/extensions/shop' })
      .flush({ error: { code: 'FORBIDDEN', message: 'Ask an admin.' } }, { status: 403, statusText: '' });
    await render();
    expect(box?.checked).toBe(true);
  });

  it('An operator sees the extensions but cannot change them.', async () => {
    await open('operator', [{ ...SHOP, settings: null }]);
    expect(text()).toContain('Only admins and owners can change these settings.');
    expect(page.querySelector<HTMLInputElement>('[role=switch]')?.disabled).toBe(true);
    expect(page.querySelector('app-parked-rows')).toBeNull();
  });
});
