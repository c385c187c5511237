import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError, type Tx } from '../../kernel';
import { Passwords } from './passwords';

const wrongCredentials = (): ApiError => new ApiError('INVALID_CREDENTIALS', 'E-mail or password is wrong.');
export const emailTaken = (): ApiError => new ApiError('EMAIL_TAKEN', 'There is an account with this e-mail already.');

/** Whose e-mail and password these are. */
@Injectable()
export class Credentials {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
  ) {}

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  /** `workspaceId` is the first one the person joined, null where there is none. @throws ApiError INVALID_CREDENTIALS (same time for an unknown e-mail) */
  async check(emailKey: string, password: string): Promise<{ userId: string; workspaceId: string | null }> {
    const [user] = await this.dataSource.query<{ id: string; password_hash: string; workspace_id: string | null }[]>(
      `SELECT u.id, u.password_hash, (SELECT m.workspace_id FROM memberships m WHERE m.user_id = u.id ORDER BY m.created_at, m.workspace_id LIMIT 1) AS workspace_id
       FROM users u WHERE u.email_key = $1`,
      [emailKey],
    );
    const matches = await this.passwords.matches(user?.password_hash ?? null, password);
    if (!matches || user === undefined) throw wrongCredentials();
    return { userId: user.id, workspaceId: user.workspace_id };
  }
}

/** @throws the violation of UQ_users_email_key where the e-mail has an account */
export function insertUser(tx: Tx, user: { id: string; email: string; name: string; passwordHash: string }, at: string): Promise<unknown> {
  return tx.query(
    'INSERT INTO users (id, email, email_key, name, password_hash, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)',
    [user.id, user.email, user.email.toLowerCase(), user.name, user.passwordHash, at],
  );
}
