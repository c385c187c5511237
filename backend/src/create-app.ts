import { type LogLevel as NestLogLevel, type LoggerService, ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module';
import { ApiError, ApiExceptionFilter, type AppConfig, isLoopbackHost, validationPipe } from './kernel';

const BODY_LIMIT = '5mb';
const LEVELS: NestLogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

function logger(config: AppConfig): LoggerService {
  return new ConsoleLogger({
    json: config.production,
    colors: !config.production && process.stdout.isTTY,
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.logLevel) + 1),
  });
}

/** Local mode answers only to names of this machine: another site's page must not reach it under a name of its own (DNS rebinding). */
function localHostsOnly(config: AppConfig) {
  const publicHost = config.publicUrl === null ? null : new URL(config.publicUrl).hostname;
  return (request: Request, _: Response, next: NextFunction): void => {
    const host = request.headers.host ?? '';
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    if (isLoopbackHost(name) || name === publicHost) next();
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
  if (!config.production && config.loopback) app.use(localHostsOnly(config));
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.useGlobalFilters(new ApiExceptionFilter());
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks([]);
  describeApi(app);
  return app;
}

function describeApi(app: NestExpressApplication): void {
  const about = new DocumentBuilder().setTitle('Sellary Live Assist').setVersion('1').addBearerAuth().build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, about), { jsonDocumentUrl: 'api/docs-json' });
}
