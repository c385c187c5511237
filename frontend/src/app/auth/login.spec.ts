import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { errorResponse, testApi } from '../../../testing/api';
import { submitForm } from '../../../testing/fields';
import { aSession, flushPromises } from '../../../testing/session';
import { Login } from './login';
import { passwordStrength } from './password-strength';
import { Register } from './register';
import { safeReturnUrl } from './return-url';

describe('signing in', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    http = testApi();
  });

  function fillAndSubmit(
    { nativeElement: page }: { nativeElement: HTMLElement },
    values: Record<string, string>,
  ) {
    submitForm(page, values);
    return page;
  }

  it('An invalid email and a missing password each show an error, and nothing is sent.', async () => {
    const fixture = TestBed.createComponent(Login);
    await fixture.whenStable();
    const page = fillAndSubmit(fixture, { username: 'not an address' });
    await fixture.whenStable();
    expect(page.textContent).toContain('Enter a full email address');
    expect(page.textContent).toContain('Password is required');
    http.expectNone('/api/auth/login');
  });

  it('A failed sign-in shows the server’s message, and the user can try again.', async () => {
    const fixture = TestBed.createComponent(Login);
    await fixture.whenStable();
    const page = fillAndSubmit(fixture, { username: 'ann@example.com', 'current-password': 'wrong' });
    http
      .expectOne('/api/auth/login')
      .flush(...errorResponse(401, 'INVALID_CREDENTIALS', 'The email or password is wrong.'));
    await flushPromises();
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('The email or password is wrong.');
    expect(page.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(false);
  });

  it('The requested page opens after sign-in.', async () => {
    const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const fixture = TestBed.createComponent(Login);
    fixture.componentRef.setInput('return', '/shows/7/console');
    await fixture.whenStable();
    fillAndSubmit(fixture, { username: 'ann@example.com', 'current-password': 'correct horse' });
    http.expectOne('/api/auth/login').flush(aSession());
    await flushPromises();
    expect(go).toHaveBeenCalledWith('/shows/7/console');
  });

  it('Registering with an email that is already taken shows the error at the field.', async () => {
    const fixture = TestBed.createComponent(Register);
    await fixture.whenStable();
    const page = fillAndSubmit(fixture, {
      name: 'Ann',
      username: 'ann@example.com',
      'new-password': 'correct horse',
    });
    http
      .expectOne('/api/auth/register')
      .flush(...errorResponse(409, 'EMAIL_TAKEN', 'There is an account with this email.'));
    await flushPromises();
    await fixture.whenStable();
    expect(page.querySelector('[data-error]')?.textContent).toContain('There is an account with this email.');
  });
});

describe('the page after sign-in', () => {
  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/login?return=/x', '', null])(
    'Sign-in never redirects to %p.',
    (returnUrl) => {
      expect(safeReturnUrl(returnUrl)).toBe('/');
    },
  );
});

describe('the password hint', () => {
  it.each([
    ['', 0],
    ['short', 1],
    ['aaaaaaaaaaaa', 2],
    ['password12345', 2],
    ['tall green hut', 3],
    ['correct horse battery', 4],
  ])('The level of %p is %i.', (password, level) => {
    expect(passwordStrength(password).level).toBe(level);
  });
});
