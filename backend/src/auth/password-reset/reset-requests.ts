import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  ApiError,
  APP_CONFIG,
  type AppConfig,
  Clock,
  inBackground,
  messageOf,
  poolReader,
} from '../../kernel';
import { emailKeyOf } from '../accounts/email-address';
import { SecurityLog } from '../audit/security-log';
import { BoundedQueue } from '../limits/bounded-queue';
import { type Limit, Limits } from '../limits/limits';
import { networkOf } from '../limits/network';
import { Mailer } from '../mail/mailer';
import { addResetLink } from './reset-link';
import { resetMail } from './reset-mail';

const HOUR = 3_600;
const REQUESTS_PER_NETWORK: Limit = {
  name: 'reset-network',
  points: 30,
  seconds: HOUR,
  refusal: 'Too many requests from this network.',
};
const MAILS_PER_ACCOUNT: Limit = {
  name: 'reset-account',
  points: 3,
  seconds: HOUR,
  refusal: 'Too many requests for this email.',
};
const MAX_AT_ONCE = 2;
const MAX_WAITING = 50;

/** Emails password reset links to account owners. */
@Injectable()
export class ResetRequests {
  private readonly log = new Logger('Mail');
  private readonly queue = new BoundedQueue(MAX_AT_ONCE, MAX_WAITING);

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly limits: Limits,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns immediately and reveals nothing. The response is the same, and just as fast, for an unknown
   * email, too many requests, or an unreachable mail server. If no email is sent, the reason is logged,
   * except for an unknown email.
   */
  request(email: string, address: string): void {
    inBackground('password reset', () =>
      this.queue
        .run(() => this.send(emailKeyOf(email), networkOf(address)))
        .catch((error: unknown) => this.report(error)),
    );
  }

  private async send(emailKey: string, network: string): Promise<void> {
    if (!this.mailer.isConfigured) {
      this.securityLog.warn(
        'A password reset was requested, but SMTP_URL is not set. Run npm run user:reset-password -- <email>',
      );
      return;
    }
    await this.limits.consume(REQUESTS_PER_NETWORK, network);
    const [user] = await this.dataSource.query<{ id: string; email: string; name: string }[]>(
      'SELECT id, email, name FROM users WHERE email_key = $1',
      [emailKey],
    );
    if (user === undefined) return;
    await this.limits.consume(MAILS_PER_ACCOUNT, emailKey);
    const path = await addResetLink(poolReader(this.dataSource), user.id, this.clock.now());
    await this.mailer.send({
      to: user.email,
      ...resetMail(user.name, `${this.config.publicUrl ?? ''}${path}`),
    });
  }

  private report(error: unknown): void {
    if (error instanceof ApiError) this.securityLog.warn(`A password reset was refused: ${error.message}`);
    else this.log.error(`The password reset email was not sent: ${messageOf(error)}`);
  }
}
