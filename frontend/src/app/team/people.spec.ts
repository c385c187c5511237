import type { CreatedInvite, Member, Role } from '@sellary/contracts';
import { UNAVAILABLE } from '../../../testing/api';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { at } from '../../../testing/wire';
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
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  async function answerLists(members: Member[], invites: unknown[] = []): Promise<void> {
    await bench.answerAll(`${BASE}/members?limit=200`, { members, nextCursor: null });
    await bench.answerAll(`${BASE}/invites?limit=200`, { invites, nextCursor: null });
  }
  async function invite(email: string): Promise<void> {
    setField(bench.page.querySelector<HTMLInputElement>('input[type=email]'), email);
    await bench.submit();
  }
  const labeled = (label: string): Element | null => bench.page.querySelector(`[aria-label="${label}"]`);

  it('An admin can change the role of any other member who is not an owner.', async () => {
    await bench.open(People, 'admin');
    await answerLists([
      aMember('user-1', 'Ann', 'admin'),
      aMember('user-2', 'Ben', 'viewer'),
      aMember('user-3', 'Olga', 'owner'),
    ]);
    const box = labeled('Role for Ben') as HTMLSelectElement;
    expect([...box.options].map((option) => option.value)).toEqual(['viewer', 'operator', 'admin']);
    expect(labeled('Role for Olga')).toBeNull();
    expect(labeled('Role for Ann')).toBeNull();
    setField(box, 'operator', 'change');
    const { body } = await bench.answer(`${BASE}/members/user-2`, aMember('user-2', 'Ben', 'operator'));
    expect(body).toEqual({ role: 'operator' });
    expect(document.body.textContent).toContain('Ben’s new role: Operator');
  });

  it('The old role is restored if the server rejects the change.', async () => {
    await bench.open(People, 'owner');
    await answerLists([aMember('user-1', 'Ann', 'owner'), aMember('user-2', 'Ben', 'owner')]);
    const box = labeled('Role for Ben') as HTMLSelectElement;
    setField(box, 'viewer', 'change');
    await bench.reject(`${BASE}/members/user-2`, 403, 'FORBIDDEN', 'Your role has just changed.');
    expect(box.value).toBe('owner');
    expect(document.body.textContent).toContain('Role not changed: Your role has just changed.');
  });

  it('A new invitation shows its link and appears in the list.', async () => {
    await bench.open(People, 'admin');
    await answerLists([aMember('user-1', 'Ann', 'admin')]);
    await invite('nina@example.com');
    await bench.answer({ method: 'POST', url: `${BASE}/members` }, INVITE);
    await answerLists([], [INVITE]);
    expect((labeled('Invitation link') as HTMLInputElement).value).toBe(INVITE.link);
    expect(bench.page.querySelector('ul[aria-label="Open invitations"]')?.textContent).toContain(
      'nina@example.com',
    );
  });

  it('If the server rejects the address of an invitation, a sentence says what to enter.', async () => {
    await bench.open(People, 'admin');
    await answerLists([aMember('user-1', 'Ann', 'admin')]);
    await invite('nina@example');
    const details = [{ field: 'email', message: 'email must be an email' }];
    const request = { method: 'POST', url: `${BASE}/members` };
    await bench.reject(request, 400, 'VALIDATION_FAILED', 'Not valid.', details);
    expect(bench.page.querySelector('#invite-problem')?.textContent).toBe(
      'Enter a full email address, such as ana@example.com',
    );
  });

  it('A user with the viewer role can leave, but cannot change roles, and the invitations are not requested.', async () => {
    await bench.open(People, 'viewer');
    await answerLists([aMember('user-1', 'Ann', 'viewer'), aMember('user-2', 'Ben', 'owner')]);
    expect(bench.page.textContent).toContain('Your role: Viewer.');
    expect(bench.page.querySelector('select')).toBeNull();
    expect(bench.page.textContent).toContain('Leave');
    bench.http.expectNone(`${BASE}/invites?limit=200`);
  });

  it('If the members cannot be loaded, an error is shown, and the “Try again” button loads them.', async () => {
    await bench.open(People, 'operator');
    await bench.reject(`${BASE}/members?limit=200`, ...UNAVAILABLE);
    expect(bench.page.querySelector('[role=alert]')?.textContent).toContain(
      'The database is not responding.',
    );
    await bench.press('Try again');
    await answerLists([aMember('user-1', 'Ann', 'operator')]);
    expect(bench.page.querySelector('ul[aria-label="Members"]')?.textContent).toContain('Ann');
  });
});
