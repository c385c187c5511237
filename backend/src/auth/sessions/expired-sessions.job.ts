import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';

/** Forgets refresh tokens a day after they expired; until then a reused one still revokes its family. */
@Injectable()
export class ExpiredSessionsJob {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_4AM)
  async run(): Promise<void> {
    await this.dataSource.query('DELETE FROM refresh_tokens WHERE expires_at < $1', [new Date(this.clock.now() - 24 * 3_600_000)]);
  }
}
