import { Controller, Get, Header, Headers, HttpCode, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../config/config';
import { APP_CONFIG } from '../config/tokens';
import { isSameText } from '../crypto/same-text';
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
    @Inject(APP_CONFIG) private readonly config: AppConfig,
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

  /** Says much about an installation: in production it is there only for who knows METRICS_TOKEN. */
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(@Headers('authorization') authorization: string | undefined): Promise<string> {
    const { metricsToken, production } = this.config;
    if (metricsToken === null && production) throw ApiError.notFound('path');
    if (metricsToken !== null && !isSameText(authorization ?? '', `Bearer ${metricsToken}`)) {
      throw new ApiError('UNAUTHENTICATED', 'Send METRICS_TOKEN as a bearer token.');
    }
    return this.metrics.registry.metrics();
  }
}
