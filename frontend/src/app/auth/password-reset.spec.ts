import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { errorResponse, testApi } from '../../../testing/api';
import { submitForm } from '../../../testing/fields';
import { flushPromises } from '../../../testing/session';
import { ForgotPassword } from './forgot-password';
import { ResetPassword } from './reset-password';

describe('A forgotten password', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    http = testApi();
  });

  const stablePage = async (fixture: ComponentFixture<unknown>): Promise<HTMLElement> => {
    await flushPromises();
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };
  async function openForgot(passwordReset: 'mail' | 'command'): Promise<ComponentFixture<ForgotPassword>> {
    const fixture = TestBed.createComponent(ForgotPassword);
    fixture.detectChanges();
    http.expectOne('/api/auth/options').flush({ passwordReset });
    await stablePage(fixture);
    return fixture;
  }
  async function openReset(): Promise<ComponentFixture<ResetPassword>> {
    const fixture = TestBed.createComponent(ResetPassword);
    fixture.componentRef.setInput('token', 'secret');
    await stablePage(fixture);
    return fixture;
  }

  it('A user enters an email address to request a link, and the message is the same whether or not the account exists.', async () => {
    const fixture = await openForgot('mail');
    submitForm(await stablePage(fixture), { username: 'ann@example.com' });
    const sent = http.expectOne('/api/auth/password-reset');
    expect(sent.request.body).toEqual({ email: 'ann@example.com' });
    sent.flush(null, { status: 202, statusText: '' });
    expect((await stablePage(fixture)).textContent).toContain(
      'If ann@example.com has an account, a link is on its way.',
    );
  });

  it('The page shows the command to run if the server sends no email.', async () => {
    const page = await stablePage(await openForgot('command'));
    expect(page.textContent).toContain('npm run user:reset-password -- you@example.com');
    expect(page.querySelector('form')).toBeNull();
  });

  it('The field shows why a new password is rejected.', async () => {
    const fixture = await openReset();
    submitForm(await stablePage(fixture), { 'new-password': 'password1234' });
    const details = [{ field: 'password', message: 'Too common.' }];
    http
      .expectOne('/api/auth/password-reset/secret')
      .flush(...errorResponse(400, 'VALIDATION_FAILED', 'Too common.', details));
    expect((await stablePage(fixture)).querySelector('[data-error]')?.textContent).toContain('Too common.');
  });

  it('A link that no longer works is reported, and a new one can be requested.', async () => {
    const fixture = await openReset();
    submitForm(await stablePage(fixture), { 'new-password': 'a better battery' });
    http
      .expectOne('/api/auth/password-reset/secret')
      .flush(...errorResponse(404, 'NOT_FOUND', 'This link is unknown.'));
    const page = await stablePage(fixture);
    expect(page.textContent).toContain('This link no longer works');
    expect(page.querySelector('a[href="/forgot-password"]')).not.toBeNull();
  });
});
