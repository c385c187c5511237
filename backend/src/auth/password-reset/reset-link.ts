import { RESET_LINK_LIFETIME_MS } from '@sellary/contracts';
import { type Reader, uuidV7 } from '../../kernel';
import { linkTokenHash, newLinkToken } from '../link-token';

/**
 * Creates a link that sets this user's new password. The link works once, and an earlier link stops working.
 * @returns the link's path in the console
 */
export async function addResetLink(reader: Reader, userId: string, now: number): Promise<string> {
  const token = newLinkToken();
  await reader.query(
    `INSERT INTO password_resets (id, user_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (user_id) DO UPDATE SET id = excluded.id, token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`,
    [uuidV7(now), userId, linkTokenHash(token), new Date(now), new Date(now + RESET_LINK_LIFETIME_MS)],
  );
  return `/reset-password/${token}`;
}
