import { Controller, Get, Header, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiError } from '../errors/api-error';
import { Public } from '../http/public';
import { Metrics } from './metrics';

/** For supervisors and load balancers; no sign-in, nothing of any workspace. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready = the database answers and its schema is ours. Ingestion lag does not count: restarting would not mend it. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      if (await this.dataSource.showMigrations()) throw new Error('migrations are pending');
    } catch (error) {
      throw new ApiError(
        'UNAVAILABLE',
        `Not ready: ${error instanceof Error && error.message.includes('migrations') ? 'migrations are pending' : 'the database does not answer'}.`,
        undefined,
        2,
      );
    }
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
