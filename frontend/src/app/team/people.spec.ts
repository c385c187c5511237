import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { CreatedInvite, Member, Role } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { at } from '../../../testing/wire';
import { SessionStore } from '../auth/session-store';
import { People } from './people';

const BASE = '/api/workspaces/workspace-1';
const aMember = (id: string, name: string, role: Role): Member => ({
  user: { id, email: `${name.toLowerCase()}@example.com`, name },
  role,
  since: at(0),
});
const INVITE: CreatedInvite = {
  id: 'invite-1',
  email: 'nina@example.com',
  role: 'viewer',
  invitedBy: { id: 'user-1', name: 'Ann Baker' },
  createdAt: at(0),
  expiresAt: '2099-01-01T00:00:00.000Z',
  token: 'secret',
  link: 'https://live.example/invites/secret',
};

describe('people', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<People>;
  let page: HTMLElement;

  async function open(role: Role): Promise<void> {
    http = testApi();
    const signedIn = TestBed.inject(SessionStore).login({
      email: 'ann@example.com',
      password: 'correct horse',
    });
    http.expectOne('/api/auth/login').flush(aSession({ role }));
    await signedIn;
    fixture = TestBed.createComponent(People);
    page = fixture.nativeElement as HTMLElement;
    await update();
  }
  async function update(): Promise<void> {
    fixture.detectChanges();
    await flushPromises();
    fixture.detectChanges();
    await flushPromises();
  }
  async function answerLists(members: Member[], invites: unknown[] = []): Promise<void> {
    http
      .match(`${BASE}/members?limit=200`)
      .forEach((request) => request.flush({ members, nextCursor: null }));
    http
      .match(`${BASE}/invites?limit=200`)
      .forEach((request) => request.flush({ invites, nextCursor: null }));
    await update();
  }
  const labeled = (label: string): Element | null => page.querySelector(`[aria-label="${label}"]`);

  it('An admin can change the role of any other member who is not an owner.', async () => {
    await open('admin');
    await answerLists([
      aMember('user-1', 'Ann', 'admin'),
      aMember('user-2', 'Ben', 'viewer'),
      aMember('user-3', 'Olga', 'owner'),
    ]);
    const box = labeled('Role for Ben') as HTMLSelectElement;
    expect([...box.options].map((option) => option.value)).toEqual(['viewer', 'operator', 'admin']);
    expect(labeled('Role for Olga')).toBeNull();
    expect(labeled('Role for Ann')).toBeNull();
    box.value = 'operator';
    box.dispatchEvent(new Event('change'));
    const request = http.expectOne(`${BASE}/members/user-2`);
    expect(request.request.body).toEqual({ role: 'operator' });
    request.flush(aMember('user-2', 'Ben', 'operator'));
    await update();
    expect(document.body.textContent).toContain('Ben’s new role: Operator');
  });

  it('The old role is restored if the server rejects the change.', async () => {
    await open('owner');
    await answerLists([aMember('user-1', 'Ann', 'owner'), aMember('user-2', 'Ben', 'owner')]);
    const box = labeled('Role for Ben') as HTMLSelectElement;
    box.value = 'viewer';
    box.dispatchEvent(new Event('change'));
    http
      .expectOne(`${BASE}/members/user-2`)
      .flush(
        { error: { code: 'FORBIDDEN', message: 'Your role has just changed.' } },
        { status: 403, statusText: '' },
      );
    await update();
    expect(box.value).toBe('owner');
    expect(document.body.textContent).toContain('Role not changed: Your role has just changed.');
  });

  it('A new invitation shows its link and appears in the list.', async () => {
    await open('admin');
    await answerLists([aMember('user-1', 'Ann', 'admin')]);
    const email = page.querySelector<HTMLInputElement>('input[type=email]');
    if (!email) throw new Error('no field for the email');
    email.value = 'nina@example.com';
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    http.expectOne({ method: 'POST', url: `${BASE}/members` }).flush(INVITE);
    await update();
    await answerLists([], [INVITE]);
    expect((labeled('Invitation link') as HTMLInputElement).value).toBe(INVITE.link);
    expect(page.querySelector('ul[aria-label="Open invitations"]')?.textContent).toContain(
      'nina@example.com',
    );
  });

  it('If the server rejects the address of an invitation, a sentence says what to enter.', async () => {
    await open('admin');
    await answerLists([aMember('user-1', 'Ann', 'admin')]);
    const email = page.querySelector<HTMLInputElement>('input[type=email]');
    if (!email) throw new Error('no field for the email');
    email.value = 'nina@example';
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const error = {
      code: 'VALIDATION_FAILED',
      message: 'Not valid.',
      details: [{ field: 'email', message: 'email must be an email' }],
    };
    http
      .expectOne({ method: 'POST', url: `${BASE}/members` })
      .flush({ error }, { status: 400, statusText: '' });
    await update();
    expect(page.querySelector('#invite-problem')?.textContent).toBe(
      'Enter a full email address, such as ana@example.com',
    );
  });

  it('A viewer can leave, but cannot change roles, and does not load the invitations.', async () => {
    await open('viewer');
    await answerLists([aMember('user-1', 'Ann', 'viewer'), aMember('user-2', 'Ben', 'owner')]);
    expect(page.textContent).toContain('Your role: Viewer.');
    expect(page.querySelector('select')).toBeNull();
    expect(page.textContent).toContain('Leave');
    http.expectNone(`${BASE}/invites?limit=200`);
  });

  it('If the members cannot be loaded, an error is shown, and the “Try again” button loads them.', async () => {
    await open('operator');
    http
      .expectOne(`${BASE}/members?limit=200`)
      .flush(
        { error: { code: 'UNAVAILABLE', message: 'The database is not responding.' } },
        { status: 503, statusText: '' },
      );
    await update();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('The database is not responding.');
    [...page.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('Try again'))
      ?.click();
    await update();
    await answerLists([aMember('user-1', 'Ann', 'operator')]);
    expect(page.querySelector('ul[aria-label="Members"]')?.textContent).toContain('Ann');
  });
});
