import { Injectable } from '@nestjs/common';
import type { Me, Session, WorkspaceSummary } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, Clock, recordAudit, Transactions, type Tx, uuidV7, violatedConstraint } from '../../kernel';
import type { Principal } from '../access/principal';
import { ofPerson, Sessions } from '../sessions/sessions';
import { Admission } from './admission';
import { Passwords } from './passwords';

export interface NewAccount {
  email: string;
  password: string;
  name: string;
  workspaceName?: string;
}

/** Registration and sign-in. A registration makes a person, a workspace that the person owns, and a session. */
@Injectable()
export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly admission: Admission,
  ) {}

  /** @throws ApiError EMAIL_TAKEN, REGISTRATION_CLOSED, RATE_LIMITED */
  async register(account: NewAccount, address: string): Promise<Session> {
    const attempt = await this.admission.beginRegistration(address);
    try {
      const passwordHash = await this.passwords.hash(account.password);
      return await this.transactions.run((tx) => this.create(tx, account, passwordHash));
    } catch (error) {
      await attempt.failed();
      if (violatedConstraint(error) === 'UQ_users_email_key') {
        throw new ApiError('EMAIL_TAKEN', 'There is an account with this e-mail already.');
      }
      throw error;
    }
  }

  /** @throws ApiError INVALID_CREDENTIALS (same text and time for an unknown e-mail), RATE_LIMITED */
  async login(email: string, password: string, address: string): Promise<Session> {
    const emailKey = email.toLowerCase();
    const holder = await this.admission.login(emailKey, address, () => this.recognise(emailKey, password));
    return this.transactions.run(async (tx) => {
      const session = await this.sessions.start(tx, holder);
      const actor = { id: holder.userId, name: session.user.name };
      await recordAudit(tx, { ...ofPerson(holder.workspaceId, actor, 'session.login'), at: this.clock.iso() });
      return session;
    });
  }

  private async recognise(emailKey: string, password: string): Promise<{ userId: string; workspaceId: string }> {
    const [user] = await this.dataSource.query<{ id: string; password_hash: string; workspace_id: string | null }[]>(
      `SELECT u.id, u.password_hash, (SELECT m.workspace_id FROM memberships m WHERE m.user_id = u.id ORDER BY m.created_at, m.workspace_id LIMIT 1) AS workspace_id
       FROM users u WHERE u.email_key = $1`,
      [emailKey],
    );
    const matches = await this.passwords.matches(user?.password_hash ?? null, password);
    if (!matches || user?.workspace_id == null) throw new ApiError('INVALID_CREDENTIALS', 'E-mail or password is wrong.');
    return { userId: user.id, workspaceId: user.workspace_id };
  }

  async me(principal: Principal): Promise<Me> {
    const workspaces = await this.dataSource.query<WorkspaceSummary[]>(
      `SELECT w.id, w.name, m.role FROM memberships m JOIN workspaces w ON w.id = m.workspace_id WHERE m.user_id = $1 ORDER BY m.created_at, w.id`,
      [principal.userId],
    );
    const workspace = workspaces.find((one) => one.id === principal.workspaceId);
    if (workspace === undefined) throw ApiError.notFound('workspace');
    return { user: { id: principal.userId, email: principal.email, name: principal.name }, workspace, workspaces };
  }

  private async create(tx: Tx, account: NewAccount, passwordHash: string): Promise<Session> {
    await this.admission.checkOpen(tx);
    const now = this.clock.iso();
    const [userId, workspaceId] = [uuidV7(), uuidV7()];
    const workspaceName = account.workspaceName ?? `${account.name}'s workspace`;
    await tx.query(
      'INSERT INTO users (id, email, email_key, name, password_hash, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)',
      [userId, account.email, account.email.toLowerCase(), account.name, passwordHash, now],
    );
    await tx.query('INSERT INTO workspaces (id, name, created_at, updated_at) VALUES ($1, $2, $3, $3)', [workspaceId, workspaceName, now]);
    await tx.query("INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, 'owner', $3)", [
      workspaceId,
      userId,
      now,
    ]);
    await recordAudit(tx, {
      workspaceId,
      actor: { id: userId, name: account.name },
      action: 'account.register',
      entityType: 'user',
      entityId: userId,
      after: { email: account.email, name: account.name, workspaceName },
      at: now,
    });
    return this.sessions.start(tx, { userId, workspaceId });
  }
}
