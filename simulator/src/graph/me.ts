import { badParameter, missingObject } from '../errors/graph-error';
import type { Json } from '../http/json';
import type { Call } from './call';
import { USER } from './page-node';
import { project, requestedFields } from './projection';

/** A page's token acts for the page, not for the person behind it. */
const isSelf = ({ token }: Call, id: string): boolean => token.kind === 'USER' && token.subject === id;

export function readUser(call: Call, id: string): Json {
  const user = call.platform.world.users.get(id);
  if (user === undefined || !isSelf(call, id)) throw missingObject(id);
  return project(USER, user, call, requestedFields(call));
}

export function listPermissions(call: Call, id: string): Json {
  if (!isSelf(call, id)) throw missingObject(id);
  const scopes = call.platform.grants.grantOf(id)?.scopes ?? new Map<string, string>();
  return { data: [...scopes].map(([permission, status]) => ({ permission, status })) };
}

/** Removes the app for the person and invalidates every token issued under the person's grant. */
export function revokeAll(call: Call, id: string): Json {
  const { platform, token } = call;
  if (!isSelf(call, id) && token.kind !== 'APP') throw missingObject(id, 'delete');
  platform.grants.remove(id);
  platform.tokens.invalidate(({ subject }) => subject === id, 'revoked');
  return { success: true };
}

export function revokeOne(call: Call, id: string, permission: string): Json {
  const { platform, token } = call;
  if (!isSelf(call, id) && token.kind !== 'APP') throw missingObject(id, 'delete');
  if (!platform.grants.decline(id, permission)) {
    throw badParameter(`Permission ${permission} was not granted`);
  }
  return { success: true };
}
