import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SignedInDevice } from '@sellary/contracts';
import { aSession, flushPromises } from '../../../testing/session';
import { apiErrors } from '../api/api-errors';
import { bearer } from '../auth/bearer';
import { SessionStore } from '../auth/session-store';
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
  let http: HttpTestingController;
  let fixture: ComponentFixture<Account>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiErrors, bearer])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(SessionStore).begin(aSession());
    fixture = TestBed.createComponent(Account);
    page = fixture.nativeElement as HTMLElement;
    await update();
    await answerDevices([aDevice('b', 'Chrome on Android'), aDevice('a', 'Firefox on Windows', true)]);
  });

  /** A page that is waiting for a response is never stable, so the tests wait for responses themselves. */
  async function update(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      fixture.detectChanges();
      await flushPromises();
    }
    fixture.detectChanges();
  }
  async function answerDevices(sessions: SignedInDevice[]): Promise<void> {
    http.expectOne({ method: 'GET', url: '/api/auth/sessions' }).flush({ sessions });
    await update();
  }
  const rows = (): string[] => [...page.querySelectorAll('li')].map((row) => row.textContent ?? '');
  const button = (name: string): HTMLButtonElement => {
    const found = [...page.querySelectorAll('button')].find((element) =>
      `${element.getAttribute('aria-label')} ${element.textContent}`.includes(name),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  async function changePassword(current: string, next: string): Promise<void> {
    for (const [autocomplete, value] of [
      ['current-password', current],
      ['new-password', next],
    ]) {
      const box = page.querySelector<HTMLInputElement>(`input[autocomplete="${autocomplete}"]`);
      if (!box) throw new Error(`no field ${autocomplete}`);
      box.value = value ?? '';
      box.dispatchEvent(new Event('input'));
    }
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await update();
  }

  it('The list shows this device first, and another device can be signed out.', async () => {
    expect(rows()[0]).toContain('Firefox on Windows');
    expect(rows()[0]).toContain('This device');
    button('Sign out Chrome on Android').click();
    await update();
    http.expectOne({ method: 'DELETE', url: '/api/auth/sessions/b' }).flush(null);
    await update();
    await answerDevices([aDevice('a', 'Firefox on Windows', true)]);
    expect(rows()).toHaveLength(1);
    expect(page.textContent).not.toContain('Sign out all other devices');
  });

  it('One button signs out all other devices.', async () => {
    button('Sign out all other devices').click();
    await update();
    http.expectOne({ method: 'DELETE', url: '/api/auth/sessions' }).flush(null);
    await update();
    await answerDevices([aDevice('a', 'Firefox on Windows', true)]);
    expect(document.body.textContent).toContain('All your other devices are signed out.');
  });

  it('A password change clears the fields and loads the devices again.', async () => {
    await changePassword('correct horse', 'a better battery');
    const sent = http.expectOne('/api/auth/password');
    expect(sent.request.body).toEqual({ current: 'correct horse', next: 'a better battery' });
    sent.flush(null, { status: 204, statusText: '' });
    await update();
    await answerDevices([aDevice('a', 'Firefox on Windows', true)]);
    expect(
      [...page.querySelectorAll<HTMLInputElement>('input[autocomplete$=password]')].map(({ value }) => value),
    ).toEqual(['', '']);
    expect(page.querySelector('[data-error]')).toBeNull();
  });

  it('A wrong current password is reported next to its field, and does not end the session.', async () => {
    await changePassword('wrong horse', 'a better battery');
    const message = 'The current password is wrong.';
    http
      .expectOne('/api/auth/password')
      .flush(
        { error: { code: 'INVALID_CREDENTIALS', message, details: [{ field: 'current', message }] } },
        { status: 401, statusText: '' },
      );
    await update();
    http.expectNone('/api/auth/refresh');
    expect(page.querySelector('[data-error]')?.textContent).toContain(message);
  });
});
