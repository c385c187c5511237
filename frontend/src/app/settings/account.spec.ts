import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { SignedInDevice } from '@sellary/contracts';
import { PageBench } from '../../../testing/page-bench';
import { apiErrors } from '../api/api-errors';
import { bearer } from '../auth/bearer';
import { Account } from './account';

const AT = '2026-11-01T10:00:00.000Z';
const aDevice = (id: string, device: string, current = false): SignedInDevice => ({
  id,
  device,
  address: '203.0.113.7',
  createdAt: AT,
  lastUsedAt: AT,
  current,
});

describe('The account page', () => {
  let bench: PageBench;
  beforeEach(async () => {
    bench = new PageBench(
      provideHttpClient(withInterceptors([apiErrors, bearer])),
      provideHttpClientTesting(),
    );
    await bench.open(Account, 'owner');
    await answerDevices([aDevice('b', 'Chrome on Android'), aDevice('a', 'Firefox on Windows', true)]);
  });
  afterEach(() => bench.close());

  async function answerDevices(sessions: SignedInDevice[]): Promise<void> {
    await bench.answer({ method: 'GET', url: '/api/auth/sessions' }, { sessions });
  }
  const rows = (): string[] => [...bench.page.querySelectorAll('li')].map((row) => row.textContent ?? '');
  const changePassword = (current: string, next: string): Promise<void> =>
    bench.submit({ 'current-password': current, 'new-password': next });

  it('The list shows this device first, and another device can be signed out.', async () => {
    expect(rows()[0]).toContain('Firefox on Windows');
    expect(rows()[0]).toContain('This device');
    await bench.press(/^Sign out Chrome on Android/);
    await bench.answer({ method: 'DELETE', url: '/api/auth/sessions/b' }, null);
    await answerDevices([aDevice('a', 'Firefox on Windows', true)]);
    expect(rows()).toHaveLength(1);
    expect(bench.page.textContent).not.toContain('Sign out all other devices');
  });

  it('One button signs out all other devices.', async () => {
    await bench.press('Sign out all other devices');
    await bench.answer({ method: 'DELETE', url: '/api/auth/sessions' }, null);
    await answerDevices([aDevice('a', 'Firefox on Windows', true)]);
    expect(document.body.textContent).toContain('All your other devices are signed out.');
  });

  it('A password change clears the fields and loads the devices again.', async () => {
    await changePassword('correct horse', 'a better battery');
    const sent = bench.http.expectOne('/api/auth/password');
    expect(sent.request.body).toEqual({ current: 'correct horse', next: 'a better battery' });
    sent.flush(null, { status: 204, statusText: '' });
    await bench.render();
    await answerDevices([aDevice('a', 'Firefox on Windows', true)]);
    expect(
      [...bench.page.querySelectorAll<HTMLInputElement>('input[autocomplete$=password]')].map(
        ({ value }) => value,
      ),
    ).toEqual(['', '']);
    expect(bench.page.querySelector('[data-error]')).toBeNull();
  });

  it('A wrong current password is reported next to its field, and does not end the session.', async () => {
    await changePassword('wrong horse', 'a better battery');
    const message = 'The current password is wrong.';
    await bench.reject('/api/auth/password', 401, 'INVALID_CREDENTIALS', message, [
      { field: 'current', message },
    ]);
    bench.http.expectNone('/api/auth/refresh');
    expect(bench.page.querySelector('[data-error]')?.textContent).toContain(message);
  });
});
