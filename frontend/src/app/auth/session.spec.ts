import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aSession, flushPromises } from '../../../testing/session';
import { ApiError } from '../api/api-error';
import { apiErrors } from '../api/api-errors';
import { bearer } from './bearer';
import { SessionStore } from './session-store';

const REFUSED = { error: { code: 'UNAUTHENTICATED', message: 'Sign in.' } };
const ENDED = { error: { code: 'INVALID_REFRESH_TOKEN', message: 'Sign in again.' } };
const unauthorized = { status: 401, statusText: 'Unauthorized' };

describe('a session', () => {
  let http: HttpTestingController;
  let session: SessionStore;
  let client: HttpClient;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([apiErrors, bearer])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(SessionStore);
    client = TestBed.inject(HttpClient);
  });
  afterEach(() => http.verify());

  async function signIn(): Promise<void> {
    const done = session.login({ email: 'ann@example.com', password: 'correct horse' });
    http.expectOne('/api/auth/login').flush(aSession());
    await done;
  }

  /** Sends a request. `result` becomes "answered", or the error message. */
  function call(method: 'GET' | 'POST', url = '/api/shows'): { result: string } {
    const outcome = { result: 'pending' };
    client.request(method, url).subscribe({
      next: () => (outcome.result = 'answered'),
      error: (failure: unknown) => (outcome.result = ApiError.from(failure).message),
    });
    return outcome;
  }

  it('The session is restored from the cookie when the page opens, without any token in the request.', async () => {
    const ready = session.ready();
    const request = http.expectOne('/api/auth/refresh');
    expect(request.request.body).toEqual({});
    expect(request.request.headers.has('Authorization')).toBe(false);
    expect(request.request.withCredentials).toBe(true);
    request.flush(aSession());
    await ready;
    expect(session.phase()).toBe('signed-in');
  });

  it('The token is sent with every call and is never in browser storage.', async () => {
    await signIn();
    call('GET');
    await flushPromises();
    expect(http.expectOne('/api/shows').request.headers.get('Authorization')).toBe('Bearer token-1');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token-1');
  });

  it('A rejected token is renewed once for all calls that need it, and the calls are repeated.', async () => {
    await signIn();
    const [first, second] = [call('GET', '/api/a'), call('POST', '/api/b')];
    await flushPromises();
    for (const url of ['/api/a', '/api/b']) http.expectOne(url).flush(REFUSED, unauthorized);
    await flushPromises();
    http.expectOne('/api/auth/refresh').flush(aSession({ accessToken: 'token-2' }));
    await flushPromises();
    for (const url of ['/api/a', '/api/b']) {
      const again = http.expectOne(url);
      expect(again.request.headers.get('Authorization')).toBe('Bearer token-2');
      again.flush({});
    }
    await flushPromises();
    expect([first.result, second.result]).toEqual(['answered', 'answered']);
  });

  it('A call is not repeated a second time if the renewed token is also rejected.', async () => {
    await signIn();
    const outcome = call('GET');
    await flushPromises();
    http.expectOne('/api/shows').flush(REFUSED, unauthorized);
    await flushPromises();
    http.expectOne('/api/auth/refresh').flush(aSession({ accessToken: 'token-2' }));
    await flushPromises();
    http.expectOne('/api/shows').flush(REFUSED, unauthorized);
    await flushPromises();
    expect(outcome.result).toBe('Sign in.');
  });

  describe('that ended while the user was working', () => {
    async function callAtSessionEnd(method: 'GET' | 'POST'): Promise<{ result: string }> {
      await signIn();
      const outcome = call(method);
      await flushPromises();
      http.expectOne('/api/shows').flush(REFUSED, unauthorized);
      await flushPromises();
      http.expectOne('/api/auth/refresh').flush(ENDED, unauthorized);
      await flushPromises();
      return outcome;
    }

    it('The page stays open, and pending reads finish after the user signs in.', async () => {
      const outcome = await callAtSessionEnd('GET');
      expect(session.phase()).toBe('expired');
      expect(session.user()?.name).toBe('Ann Baker');
      expect(outcome.result).toBe('pending');
      await signIn();
      await flushPromises();
      http.expectOne('/api/shows').flush({});
      await flushPromises();
      expect(outcome.result).toBe('answered');
    });

    it('An act that was not done is reported and never repeated later.', async () => {
      const outcome = await callAtSessionEnd('POST');
      expect(outcome.result).toBe('Your session has ended. Sign in, then try again.');
      await signIn();
      await flushPromises();
      http.expectNone('/api/shows');
    });
  });

  it('The user stays signed in if the server does not respond.', async () => {
    await signIn();
    const renewed = session.renew();
    await flushPromises();
    http.expectOne('/api/auth/refresh').error(new ProgressEvent('error'));
    await expect(renewed).resolves.toBe('unreachable');
    expect(session.phase()).toBe('signed-in');
  });
});
