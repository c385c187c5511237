import type { Role, Session } from '@sellary/contracts';

export function aSession(change: Partial<Session> & { role?: Role } = {}): Session {
  const { role = 'owner', ...rest } = change;
  return {
    accessToken: 'token-1',
    refreshToken: 'never-read',
    expiresIn: 900,
    user: { id: 'user-1', email: 'ann@example.com', name: 'Ann Baker', language: null },
    workspace: { id: 'workspace-1', name: 'Boutique', role },
    ...rest,
  };
}

/**
 * Runs code that is waiting for settled promises. The tests answer HTTP calls themselves, so 20 rounds are
 * enough.
 */
export async function flushPromises(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}
