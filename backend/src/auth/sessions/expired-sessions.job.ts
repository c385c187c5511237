import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';

const DAY_MS = 24 * 3_600_000;

/**
 * Removes refresh tokens, sessions, and password resets one day after they expired. Used tokens are not removed
 * earlier, because their reuse ends their session. Neither are ended sessions, because they name the networks
 * that the user has signed in from, which have sign-in limits of their own.
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
