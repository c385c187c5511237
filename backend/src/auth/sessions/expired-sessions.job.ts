import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';

const DAY_MS = 24 * 3_600_000;

/**
 * Removes refresh tokens, sessions, and password resets one day after they expire. Used tokens are not
 * removed earlier, because reusing one must end its session. Ended sessions are kept as well, because they
 * contain the networks from which the user has signed in, which have their own sign-in limits.
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
