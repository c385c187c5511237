import type { CreatedInvite, Role, Session } from '@sellary/contracts';
import { call, type Caller } from './caller';

/** The password of the users that `newMember` registers. */
export const MEMBER_PASSWORD = 'correct horse';

/** Invites a new user to the owner's workspace, and accepts the invitation as that user. */
export async function newMember(url: string, owner: Caller, role: Role): Promise<Session> {
  const { body } = await owner.call<CreatedInvite>(
    'POST',
    `/api/workspaces/${owner.session.workspace.id}/members`,
    { email: `${role}-${Math.random()}@example.com`, role },
  );
  const response = await call<Session>(url, null, 'POST', `/api/invites/${body.token}/accept`, {
    name: role,
    password: MEMBER_PASSWORD,
  });
  return response.body;
}
