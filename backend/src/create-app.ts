import { type LogLevel as NestLogLevel, type LoggerService, ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { describeApi } from './api-description';
import { AppModule } from './app.module';
import { answersTo, ApiError, ApiExceptionFilter, type AppConfig, boundedBody, validationPipe } from './kernel';

const BODY_LIMIT = '5mb';
const LEVELS: NestLogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

function logger(config: AppConfig): LoggerService {
  return new ConsoleLogger({
    json: config.production,
    colors: !config.production && process.stdout.isTTY,
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.logLevel) + 1),
  });
}

/** Refuses requests under a name that is not ours. */
function ownNamesOnly(config: AppConfig) {
  return (request: Request, _: Response, next: NextFunction): void => {
    if (answersTo(request.headers.host, config)) next();
    else next(new ApiError('FORBIDDEN', 'This server answers only to localhost and PUBLIC_URL.'));
  };
}

/** The whole product as one Nest application, not yet listening. Migrations have run when it resolves. */
export async function createApp(config: AppConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config), {
    bodyParser: false,
    logger: logger(config),
    abortOnError: false,
  });
  if (config.production) app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'script-src': ["'self'"],
          'style-src': ["'self'", "'unsafe-inline'"],
          'connect-src': ["'self'", 'ws:', 'wss:'],
          'upgrade-insecure-requests': null,
        },
      },
      strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
    }),
  );
  app.use(ownNamesOnly(config));
  app.use(compression());
  // Before the JSON parser: signatures of webhooks are over the bytes as they came.
  app.useBodyParser('raw', { limit: BODY_LIMIT, type: (request) => (request as Request).originalUrl.startsWith('/api/webhooks/') });
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.use(boundedBody);
  app.useGlobalFilters(new ApiExceptionFilter());
  app.useGlobalPipes(validationPipe());
  // Longer than proxies keep theirs: a connection that we close while a request is on its way looks like a failure of that request.
  app.getHttpServer().keepAliveTimeout = 65_000;
  app.enableShutdownHooks([]);
  describeApi(app);
  return app;
}
