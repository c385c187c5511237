import type { Language, Role } from '@sellary/contracts';
import type { Tx } from '../../kernel';

export interface SessionRow {
  id: string;
  user_id: string;
  workspace_id: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface EndedSession {
  id: string;
  workspace_id: string;
  device: string;
  address: string;
}

export interface TokenRow {
  id: string;
  family_id: string;
  created_at: Date;
  expires_at: Date;
  rotated_at: Date | null;
}

/** The user and workspace in a session response. */
export interface SessionMember {
  email: string;
  name: string;
  language: Language | null;
  role: Role;
  workspace: string;
}

/** @returns null if the user is not a member */
export async function readMember(
  tx: Tx,
  userId: string,
  workspaceId: string,
  lockClause = '',
): Promise<SessionMember | null> {
  const [member] = await tx.query<SessionMember>(
    `SELECT u.email, u.name, u.language, m.role, w.name AS workspace FROM users u JOIN memberships m ON m.user_id = u.id JOIN workspaces w ON w.id = m.workspace_id
     WHERE u.id = $1 AND w.id = $2 ${lockClause}`,
    [userId, workspaceId],
  );
  return member ?? null;
}

/**
 * Locks a user until the transaction ends. Needed before a session is replaced, and before several of a
 * user's sessions end, because the statement that ends them would not see a successor that is not committed.
 */
export const lockUser = (tx: Tx, userId: string): Promise<unknown> =>
  tx.query('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);

/** A refresh token's session, locked until the transaction ends. */
export async function readSessionOf(tx: Tx, tokenId: string): Promise<SessionRow | null> {
  const [session] = await tx.query<SessionRow>(
    'SELECT * FROM sessions WHERE id = (SELECT family_id FROM refresh_tokens WHERE id = $1) FOR NO KEY UPDATE',
    [tokenId],
  );
  return session ?? null;
}

export async function readToken(tx: Tx, id: string): Promise<TokenRow | null> {
  const [token] = await tx.query<TokenRow>('SELECT * FROM refresh_tokens WHERE id = $1', [id]);
  return token ?? null;
}

/** The session's only token that has not been exchanged yet. */
export async function readNewestToken(tx: Tx, sessionId: string): Promise<TokenRow> {
  const [token] = await tx.query<TokenRow>(
    'SELECT * FROM refresh_tokens WHERE family_id = $1 AND rotated_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1',
    [sessionId],
  );
  if (token === undefined) throw new Error('A session has no current token');
  return token;
}

export async function addToken(tx: Tx, token: TokenRow): Promise<TokenRow> {
  await tx.query(
    'INSERT INTO refresh_tokens (id, family_id, created_at, expires_at) VALUES ($1, $2, $3, $4)',
    [token.id, token.family_id, token.created_at, token.expires_at],
  );
  return token;
}
