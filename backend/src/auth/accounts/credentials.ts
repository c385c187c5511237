import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError, Clock, type Tx } from '../../kernel';
import { emailKeyOf } from './email-address';
import { Passwords } from './passwords';

const wrongCredentials = (): ApiError =>
  new ApiError('INVALID_CREDENTIALS', 'The email or password is wrong.');
export const emailTaken = (): ApiError =>
  new ApiError('EMAIL_TAKEN', 'An account with this email already exists. Sign in instead.');

/** A user who entered the right password. */
export interface RecognizedUser {
  userId: string;
  /** The hash that the password was compared with. */
  passwordHash: string;
}

/** The user that a reset link belongs to. */
interface ResetOwner {
  userId: string;
  email: string;
  name: string;
  workspaceId: string | null;
}

/** Emails and password hashes of accounts. */
@Injectable()
export class Credentials {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiError RATE_LIMITED if too many passwords are already waiting to be hashed */
  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  /**
   * Checks an email and its password. `workspaceId` is the first workspace that the user joined, or null if
   * there is none.
   * @throws ApiError INVALID_CREDENTIALS (same time for an unknown email), RATE_LIMITED
   */
  async check(emailKey: string, password: string): Promise<RecognizedUser & { workspaceId: string | null }> {
    const [user] = await this.dataSource.query<
      { id: string; password_hash: string; workspace_id: string | null }[]
    >(
      `SELECT u.id, u.password_hash, (SELECT m.workspace_id FROM memberships m WHERE m.user_id = u.id ORDER BY m.created_at, m.workspace_id LIMIT 1) AS workspace_id
       FROM users u WHERE u.email_key = $1`,
      [emailKey],
    );
    const matches = await this.passwords.matches(user?.password_hash ?? null, password);
    if (!matches || user === undefined) throw wrongCredentials();
    return { userId: user.id, passwordHash: user.password_hash, workspaceId: user.workspace_id };
  }

  /**
   * Locks the password until the transaction ends, because a session must not start with a password that
   * another transaction is changing.
   * @throws ApiError INVALID_CREDENTIALS if the password has changed since it was checked
   */
  async confirm(tx: Tx, { userId, passwordHash }: RecognizedUser): Promise<void> {
    const rows = await tx.query('SELECT 1 FROM users WHERE id = $1 AND password_hash = $2 FOR SHARE', [
      userId,
      passwordHash,
    ]);
    if (rows.length === 0) throw wrongCredentials();
  }

  /** True if an account has this email. */
  async isTaken(email: string): Promise<boolean> {
    const users = await this.dataSource.query<unknown[]>('SELECT 1 FROM users WHERE email_key = $1', [
      emailKeyOf(email),
    ]);
    return users.length > 0;
  }

  /** The user of a valid reset link, with the workspace that they joined first. */
  async findResetOwner(tokenHash: Buffer): Promise<ResetOwner | undefined> {
    const [owner] = await this.dataSource.query<ResetOwner[]>(
      `SELECT u.id AS "userId", u.email, u.name,
         (SELECT m.workspace_id FROM memberships m WHERE m.user_id = u.id ORDER BY m.created_at, m.workspace_id LIMIT 1) AS "workspaceId"
       FROM password_resets r JOIN users u ON u.id = r.user_id WHERE r.token_hash = $1 AND r.expires_at > $2`,
      [tokenHash, new Date(this.clock.now())],
    );
    return owner;
  }

  /**
   * Consumes a reset link.
   * @returns false if the link has been used or replaced, or has expired
   */
  async consumeReset(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    const rows = await tx.query(
      'DELETE FROM password_resets WHERE token_hash = $1 AND expires_at > $2 RETURNING id',
      [tokenHash, new Date(this.clock.now())],
    );
    return rows.length > 0;
  }

  /**
   * Replaces the password, and invalidates every open reset link. `expectedHash` is the expected current
   * hash, or null to accept any.
   * @returns false if the current hash is a different one
   */
  async replace(tx: Tx, userId: string, passwordHash: string, expectedHash: string | null): Promise<boolean> {
    const rows = await tx.query(
      'UPDATE users SET password_hash = $2, updated_at = $4 WHERE id = $1 AND ($3::text IS NULL OR password_hash = $3) RETURNING id',
      [userId, passwordHash, expectedHash, this.clock.iso()],
    );
    await tx.query('DELETE FROM password_resets WHERE user_id = $1', [userId]);
    return rows.length > 0;
  }
}

/** @throws the UQ_users_email_key violation if the email already has an account */
export function insertUser(
  tx: Tx,
  user: { id: string; email: string; name: string; passwordHash: string },
  at: string,
): Promise<unknown> {
  return tx.query(
    'INSERT INTO users (id, email, email_key, name, password_hash, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)',
    [user.id, user.email, emailKeyOf(user.email), user.name, user.passwordHash, at],
  );
}
