import { Controller, Get, Header, Headers, HttpCode, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { AppConfig } from '../config/app-config';
import { APP_CONFIG } from '../config/tokens';
import { isSameText } from '../crypto/same-text';
import { ApiError } from '../errors/api-error';
import { Public } from '../http/public';
import { DatabaseHealth, type Finding } from './database-health';
import { Metrics } from './metrics';

/** Routes for supervisors and load balancers, without sign-in and without workspace data. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseHealth,
    private readonly metrics: Metrics,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get('health/live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * Ready means that the database responds and can store data, and its schema is up to date. Delayed comments
   * do not make the server unready, because a restart would not help. `warnings` lists what impairs the
   * server without stopping it.
   */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ok'; checks: Record<string, 'ok'>; warnings: Finding[] }> {
    const problems = await this.database.problems();
    if (problems.length > 0) {
      const messages = problems.map(({ message }) => message).join('; ');
      throw new ApiError('UNAVAILABLE', `Not ready: ${messages}.`, problems, 2);
    }
    return {
      status: 'ok',
      checks: { database: 'ok', disk: 'ok', migrations: 'ok' },
      warnings: this.database.warnings(),
    };
  }

  /** Requires METRICS_TOKEN in production, because metrics reveal a lot about an installation. */
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
