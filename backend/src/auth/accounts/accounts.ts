import { Injectable } from '@nestjs/common';
import {
  type Language,
  type Me,
  type Session,
  type UpdateAccountRequest,
  WORDS_BY_LANGUAGE,
  type WorkspaceSummary,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, Clock, poolReader, recordAudit, Transactions, type Tx, uuidV7 } from '../../kernel';
import { actorOf, type Principal } from '../access/principal';
import { Sessions } from '../sessions/sessions';
import type { Visitor } from '../sessions/visitor';
import { SignInLimits } from './sign-in-limits';
import { Credentials, emailTaken, insertUser, type RecognizedUser } from './credentials';
import { emailKeyOf } from './email-address';
import { checkNewPassword } from './password-policy';

/** One of the user's workspaces, with the user's account. */
interface Membership extends WorkspaceSummary {
  userId: string;
  email: string;
  userName: string;
  language: Language | null;
}

const summaryOf = ({ id, name, role }: Membership): WorkspaceSummary => ({ id, name, role });

interface NewAccount {
  email: string;
  password: string;
  name: string;
  workspaceName?: string;
  language?: Language;
}

/** Registration and sign-in. A registration creates a user, a workspace that the user owns, and a session. */
@Injectable()
export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly signInLimits: SignInLimits,
  ) {}

  /**
   * @throws ApiError EMAIL_TAKEN, REGISTRATION_CLOSED, RATE_LIMITED, VALIDATION_FAILED (an easily guessed
   * password)
   */
  async register(account: NewAccount, visitor: Visitor): Promise<Session> {
    checkNewPassword(account.password, account);
    await this.signInLimits.checkRegistrationEarly();
    const attempt = await this.signInLimits.beginRegistration(visitor.address);
    try {
      // Checked before the expensive hashing. A registered email counts as a failed registration, so that a
      // caller cannot try a list of emails.
      if (await this.credentials.isTaken(account.email)) throw emailTaken();
      const passwordHash = await this.credentials.hash(account.password);
      return await this.transactions.run((tx) => this.create(tx, account, passwordHash, visitor));
    } catch (error) {
      throw await this.signInLimits.countFailure(attempt, error);
    }
  }

  /** True if the installation has no account yet, and a visitor may create the first one. */
  mayCreateFirstAccount(): Promise<boolean> {
    return this.signInLimits.mayCreateFirstAccount();
  }

  /**
   * @throws ApiError INVALID_CREDENTIALS (same text and time for an unknown email), FORBIDDEN (the user is
   * not in any workspace), RATE_LIMITED
   */
  async login(email: string, password: string, visitor: Visitor): Promise<Session> {
    const emailKey = emailKeyOf(email);
    const recognizedUser = await this.signInLimits.login(emailKey, visitor.address, () =>
      this.recognize(emailKey, password),
    );
    return this.transactions.run(async (tx) => {
      await this.credentials.confirm(tx, recognizedUser);
      const session = await this.sessions.start(tx, recognizedUser, visitor);
      const user = { userId: recognizedUser.userId, name: session.user.name };
      const { address, device } = visitor;
      await this.sessions.audit(tx, recognizedUser.workspaceId, user, 'session.login', { address, device });
      return session;
    });
  }

  private async recognize(
    emailKey: string,
    password: string,
  ): Promise<RecognizedUser & { workspaceId: string }> {
    const { workspaceId, ...recognized } = await this.credentials.check(emailKey, password);
    // Reported only to a caller who knows the password, so that others learn nothing.
    if (workspaceId === null) {
      throw new ApiError('FORBIDDEN', 'You are no longer a member of any workspace. Ask for an invitation.');
    }
    return { ...recognized, workspaceId };
  }

  async me(principal: Principal): Promise<Me> {
    const rows = await poolReader(this.dataSource).prepared<Membership>(
      `SELECT u.id AS "userId", u.email, u.name AS "userName", u.language, w.id, w.name, m.role
       FROM memberships m JOIN workspaces w ON w.id = m.workspace_id JOIN users u ON u.id = m.user_id
       WHERE m.user_id = $1 ORDER BY m.created_at, w.id`,
      [principal.userId],
    );
    const current = rows.find((row) => row.id === principal.workspaceId);
    if (current === undefined) throw ApiError.notFound('workspace');
    return {
      user: { id: current.userId, email: current.email, name: current.userName, language: current.language },
      workspace: summaryOf(current),
      workspaces: rows.map(summaryOf),
    };
  }

  async update(principal: Principal, { language }: UpdateAccountRequest): Promise<Me> {
    await this.transactions.run((tx) =>
      tx.query('UPDATE users SET language = $2, updated_at = $3 WHERE id = $1', [
        principal.userId,
        language,
        this.clock.iso(),
      ]),
    );
    return this.me(principal);
  }

  private async create(
    tx: Tx,
    account: NewAccount,
    passwordHash: string,
    visitor: Visitor,
  ): Promise<Session> {
    await this.signInLimits.checkRegistrationOpen(tx);
    const now = this.clock.iso();
    const [userId, workspaceId] = [uuidV7(), uuidV7()];
    const workspaceName = account.workspaceName ?? `${account.name}'s workspace`;
    await insertUser(tx, { id: userId, email: account.email, name: account.name, passwordHash }, now);
    await tx.query(
      'INSERT INTO workspaces (id, name, rules, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)',
      [
        workspaceId,
        workspaceName,
        JSON.stringify(account.language === undefined ? {} : WORDS_BY_LANGUAGE[account.language]),
        now,
      ],
    );
    await tx.query(
      "INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, 'owner', $3)",
      [workspaceId, userId, now],
    );
    await recordAudit(tx, {
      workspaceId,
      actor: actorOf({ userId, name: account.name }),
      action: 'account.register',
      entityType: 'user',
      entityId: userId,
      after: { email: account.email, name: account.name, workspaceName },
      at: now,
    });
    return this.sessions.start(tx, { userId, workspaceId }, visitor);
  }
}
