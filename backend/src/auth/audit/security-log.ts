import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@sellary/contracts';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import {
  runAfter,
  APP_CONFIG,
  type AppConfig,
  type AuditEntry,
  Clock,
  messageOf,
  recordAudit,
  Transactions,
  type Tx,
} from '../../kernel';
import { BoundedLog } from './bounded-log';
import { AUTH_SECTION } from '../auth.config';

/** Maximum number of workspaces that get an audit entry for one of a user's events. */
const MAX_WORKSPACES = 20;
/** Maximum number of events waiting to be written. Further events go only to the process log. */
const MAX_WAITING = 200;
/**
 * Delay before refused sign-ins are written to the audit log. If they were written immediately, the next
 * attempt would be slower for known emails only, which would reveal them.
 */
const WRITE_AFTER_MS = 1_000;
const SIGN_IN_CHECK: Actor = { kind: 'engine', reason: 'Sign-in check' };

type RefusalReason = 'password' | 'limit';

/** A refused sign-in. It never contains the password, right or wrong. */
interface RefusedSignIn {
  emailKey: string;
  address: string;
  reason: RefusalReason;
}

/**
 * Records security events. A user's events go to the audit logs of their workspaces. Refusals, even for
 * unknown emails, go to the process log. Their number per minute is limited, and a keyed hash replaces the
 * email, because users sometimes type passwords into the email field.
 */
@Injectable()
export class SecurityLog implements BeforeApplicationShutdown {
  private readonly log = new Logger('Security');
  private readonly boundedLog: BoundedLog;
  private waiting: RefusedSignIn[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.boundedLog = new BoundedLog('Security', () => clock.now());
  }

  /** Writes all waiting events before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  /** Returns immediately, because a slower response for a known email would reveal that it is known. */
  reportRefusedSignIn(refusal: RefusedSignIn): void {
    this.boundedLog.warn(
      `Sign-in refused (${refusal.reason}) for email ${this.fingerprint(refusal.emailKey)} from ${refusal.address}`,
    );
    if (this.waiting.length >= MAX_WAITING) return;
    this.waiting.push(refusal);
    this.timer ??= runAfter('security log', WRITE_AFTER_MS, () => this.write()).unref();
  }

  /**
   * Logs an event that is not in any workspace's audit log, such as a request refused because of the user's
   * role, or a limit reached by a network. `text` must not contain user input, such as an email.
   */
  warn(text: string): void {
    this.boundedLog.warn(text);
  }

  /**
   * Records a user's event in each of their workspaces (at most MAX_WORKSPACES), in the same transaction as
   * the event.
   */
  async record(tx: Tx, userId: string, event: Pick<AuditEntry, 'actor' | 'action' | 'after'>): Promise<void> {
    const memberships = await tx.query<{ workspace_id: string }>(
      'SELECT workspace_id FROM memberships WHERE user_id = $1 ORDER BY created_at, workspace_id LIMIT $2',
      [userId, MAX_WORKSPACES],
    );
    for (const { workspace_id } of memberships) {
      await recordAudit(tx, {
        workspaceId: workspace_id,
        entityType: 'user',
        entityId: userId,
        at: this.clock.iso(),
        ...event,
      });
    }
  }

  private async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const refusals = this.waiting.splice(0);
    try {
      for (const refusal of refusals) await this.recordRefusal(refusal);
    } catch (error) {
      this.log.warn(`Some of ${refusals.length} refused sign-ins could not be recorded: ${messageOf(error)}`);
    }
  }

  private async recordRefusal({ emailKey, address, reason }: RefusedSignIn): Promise<void> {
    const [user] = await this.dataSource.query<{ id: string; email: string }[]>(
      'SELECT id, email FROM users WHERE email_key = $1',
      [emailKey],
    );
    if (user === undefined) return;
    const action = reason === 'limit' ? 'session.limit' : 'session.refuse';
    await this.transactions.run((tx) =>
      this.record(tx, user.id, {
        actor: SIGN_IN_CHECK,
        action,
        after: { email: user.email, address, reason },
      }),
    );
  }

  private fingerprint(emailKey: string): string {
    return createHmac('sha256', this.config.sections.get(AUTH_SECTION).jwtSecret)
      .update(emailKey)
      .digest('hex')
      .slice(0, 12);
  }
}
