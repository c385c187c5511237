import { type LogLevel as NestLogLevel, type LoggerService, ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { describeApi } from './api-description';
import { AppModule, type ExtraParts } from './app.module';
import { compressedFiles } from './compressed-files';
import { CONSOLE_FILES, consolePage } from './console-files';
import {
  isAllowedHost,
  ApiError,
  ApiExceptionFilter,
  type AppConfig,
  discardUnreadBody,
  proxyTrust,
  requestTurns,
  securityHeaders,
  validationPipe,
} from './kernel';
import { ConsoleAdapter } from './realtime';
import { PhotoRequests } from './shows';
import { viewerPageFiles } from './viewer-page-files';
import { ViewerPageRequests } from './viewer-pages';

const LEVELS: NestLogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
/**
 * Time for which idle connections stay open, longer than proxies keep theirs: a connection closed while a
 * request is on its way looks like a failure of that request.
 */
const KEEP_ALIVE_MS = 65_000;
/** A whole request, body included, arrives in this time or its connection ends. */
const MAX_REQUEST_MS = 60_000;

function logger(config: AppConfig): LoggerService {
  return new ConsoleLogger({
    json: config.production,
    colors: !config.production && process.stdout.isTTY,
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.logLevel) + 1),
  });
}

/** Refuses requests under a name that is not ours. */
function refuseForeignHosts(config: AppConfig) {
  return (request: Request, _: Response, next: NextFunction): void => {
    if (isAllowedHost(request.headers.host, config)) next();
    else {
      next(
        new ApiError(
          'FORBIDDEN',
          'This server accepts only localhost and the host name in PUBLIC_URL. Open one of these, or correct PUBLIC_URL.',
        ),
      );
    }
  };
}

/**
 * The whole product as one Nest application, not yet listening. Migrations have run when it resolves. Signals
 * are left to the program that starts it: Nest's own handlers would close the application and leave a process
 * that serves nothing.
 */
export async function createApp(config: AppConfig, parts: ExtraParts = {}): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.create(config, parts), {
    // BodyInterceptor reads bodies, once it is known that a route needs them.
    bodyParser: false,
    logger: logger(config),
    abortOnError: false,
  });
  app.set('trust proxy', proxyTrust(config.trustedProxies));
  // Clients do not store answers of the API, so they never ask if one has changed.
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(app.get(ViewerPageRequests).handler);
  app.use(requestTurns(app.getHttpServer()));
  app.use(...securityHeaders(config));
  app.use(refuseForeignHosts(config));
  app.use(discardUnreadBody);
  app.use(app.get(PhotoRequests).handler);
  app.use(compressedFiles(CONSOLE_FILES));
  app.use(compression());
  app.use(viewerPageFiles());
  app.use(consolePage());
  app.useGlobalFilters(new ApiExceptionFilter());
  app.useGlobalPipes(validationPipe());
  app.useWebSocketAdapter(new ConsoleAdapter(app, config));
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = MAX_REQUEST_MS;
  if (config.apiDocs) describeApi(app);
  return app;
}
