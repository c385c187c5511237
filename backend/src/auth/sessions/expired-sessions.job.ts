import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';

const DAY_MS = 24 * 3_600_000;

/**
 * Removes expired password resets, and refresh tokens one day after they expired: until then, reuse of one still ends
 * its session. Ended sessions stay until they expire (30 days after sign-in), because they name the user's known
 * networks, which have sign-in limits of their own.
 */
@Injectable()
export class ExpiredSessionsJob {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_4AM)
  async run(): Promise<void> {
    const before = new Date(this.clock.now() - DAY_MS);
    await this.dataSource.query('DELETE FROM refresh_tokens WHERE expires_at < $1', [before]);
    await this.dataSource.query('DELETE FROM sessions WHERE expires_at < $1', [before]);
    await this.dataSource.query('DELETE FROM password_resets WHERE expires_at < $1', [before]);
  }
}
