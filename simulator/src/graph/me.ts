import { badParameter, missingObject } from '../errors/graph-error';
import type { Json } from '../http/json';
import type { Call } from './call';
import { USER } from './page-node';
import { project, requestedFields } from './projection';

export function readUser(call: Call, id: string): Json {
  const user = call.platform.world.users.get(id);
  if (user === undefined || call.token.subject !== id) throw missingObject(id);
  return project(USER, user, call, requestedFields(call));
}

export function listPermissions(call: Call, id: string): Json {
  if (call.token.subject !== id) throw missingObject(id);
  const scopes = call.platform.grants.of(id)?.scopes ?? new Map<string, string>();
  return { data: [...scopes].map(([permission, status]) => ({ permission, status })) };
}

/** Takes the app from the person: every token made of this grant is dead from here on. */
export function revokeAll({ platform, token }: Call, id: string): Json {
  if (token.subject !== id && token.kind !== 'APP') throw missingObject(id, 'delete');
  platform.grants.remove(id);
  platform.tokens.kill(({ subject }) => subject === id, 'revoked');
  return { success: true };
}

export function revokeOne({ platform, token }: Call, id: string, permission: string): Json {
  if (token.subject !== id && token.kind !== 'APP') throw missingObject(id, 'delete');
  if (!platform.grants.decline(id, permission)) throw badParameter(`Permission ${permission} was not granted`);
  return { success: true };
}
