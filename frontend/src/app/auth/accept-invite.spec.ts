import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { InviteView } from '@sellary/contracts';
import { errorResponse, testApi } from '../../../testing/api';
import { submitForm } from '../../../testing/fields';
import { aSession, flushPromises } from '../../../testing/session';
import { AcceptInvite } from './accept-invite';
import { SessionStore } from './session-store';

const INVITE: InviteView = {
  workspace: { name: 'Boutique' },
  email: 'ann@example.com',
  role: 'operator',
  invitedBy: 'Olga',
  expiresAt: '2099-01-01T00:00:00.000Z',
  status: 'pending',
  hasAccount: false,
};

describe('an invitation', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<AcceptInvite>;
  let page: HTMLElement;

  async function update(): Promise<void> {
    fixture.detectChanges();
    await flushPromises();
    fixture.detectChanges();
    await flushPromises();
  }

  async function open(invite: Partial<InviteView> | null, signedInAs: string | null = null): Promise<void> {
    http = testApi();
    const ready = TestBed.inject(SessionStore).ready();
    const refresh = http.expectOne('/api/auth/refresh');
    if (signedInAs === null) {
      refresh.flush(...errorResponse(401, 'INVALID_REFRESH_TOKEN', 'Sign in.'));
    } else {
      refresh.flush(
        aSession({ user: { id: 'user-1', email: signedInAs, name: 'Ann Baker', language: null } }),
      );
    }
    await ready;
    fixture = TestBed.createComponent(AcceptInvite);
    fixture.componentRef.setInput('token', 'secret');
    page = fixture.nativeElement as HTMLElement;
    await update();
    const request = http.expectOne('/api/invites/secret');
    if (invite === null) {
      request.flush(...errorResponse(404, 'NOT_FOUND', 'No such invitation.'));
    } else request.flush({ ...INVITE, ...invite });
    await update();
  }

  async function fillAndSubmit(values: Record<string, string>): Promise<void> {
    submitForm(page, values);
    await update();
  }

  it('A new user creates an account and continues to the dashboard.', async () => {
    await open({});
    expect(page.textContent).toContain('Olga invited you (ann@example.com). Your role: Operator.');
    const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    await fillAndSubmit({ name: 'Ann Baker', 'new-password': 'short' });
    expect(page.textContent).toContain('Use at least 10 characters');
    await fillAndSubmit({ name: 'Ann Baker', 'new-password': 'correct horse' });
    const request = http.expectOne('/api/invites/secret/accept');
    expect(request.request.body).toEqual({ name: 'Ann Baker', password: 'correct horse' });
    request.flush(aSession());
    await update();
    expect(TestBed.inject(SessionStore).phase()).toBe('signed-in');
    expect(go).toHaveBeenCalledWith('/');
  });

  it('A user with an account enters only the password, and sees an error if it is wrong.', async () => {
    await open({ hasAccount: true });
    expect(page.querySelector('input[autocomplete="name"]')).toBeNull();
    await fillAndSubmit({ 'current-password': 'wrong' });
    const request = http.expectOne('/api/invites/secret/accept');
    expect(request.request.body).toEqual({ password: 'wrong' });
    request.flush(...errorResponse(401, 'INVALID_CREDENTIALS', 'The email or password is wrong.'));
    await update();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('The email or password is wrong.');
  });

  it('A signed-in invited user gets a button to join.', async () => {
    await open({ hasAccount: true }, 'Ann@Example.com');
    expect(page.textContent).toContain('Join as Ann Baker');
  });

  it('A user signed in with another account is asked to sign out first.', async () => {
    await open({}, 'ben@example.com');
    expect(page.textContent).toContain('You are signed in as ben@example.com');
    expect(page.querySelector('form')).toBeNull();
  });

  it('An invitation that no longer works shows the reason.', async () => {
    await open({ status: 'expired' });
    expect(page.textContent).toContain('This invitation no longer works');
    expect(page.textContent).toContain('It has expired. Ask');
  });

  it('An invitation that does not exist is reported.', async () => {
    await open(null);
    expect(page.textContent).toContain('This invitation does not exist');
  });
});
