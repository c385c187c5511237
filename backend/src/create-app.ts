import type { AddressInfo } from 'node:net';
import { type LogLevel as NestLogLevel, type LoggerService, ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { describeApi } from './api-description';
import { AppModule, type ExtraParts } from './app.module';
import { consolePage, serveConsoleFiles } from './console-files';
import { startupFailure } from './extensions';
import {
  abandonDatabase,
  isAllowedHost,
  localUrl,
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
 * Timeout for idle connections. It is longer than a proxy's timeout, because a connection that closes while a
 * request is arriving looks like a failed request.
 */
const KEEP_ALIVE_MS = 65_000;
/** Maximum time to receive a whole request, including its body. After that, the connection is closed. */
const MAX_REQUEST_MS = 60_000;

function logger(config: AppConfig): LoggerService {
  return new ConsoleLogger({
    json: config.production,
    colors: !config.production && process.stdout.isTTY,
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.logLevel) + 1),
  });
}

function refuseForeignHosts(config: AppConfig) {
  return (request: Request, _: Response, next: NextFunction): void => {
    if (isAllowedHost(request.headers.host, config)) next();
    else {
      next(
        new ApiError(
          'FORBIDDEN',
          'This server can be opened only at localhost or at the host name in PUBLIC_URL. Open one of these addresses, or correct PUBLIC_URL.',
        ),
      );
    }
  };
}

/**
 * Creates the whole product as one Nest application that is initialized but not yet listening. Migrations
 * have run when the promise resolves. The program that starts the application handles signals, because Nest's
 * own handlers would close the application and leave behind a process that serves nothing.
 */
export async function createApp(config: AppConfig, parts: ExtraParts = {}): Promise<NestExpressApplication> {
  const module = AppModule.create(config, parts);
  const app = await NestFactory.create<NestExpressApplication>(module, {
    // BodyInterceptor reads a body only after the route is found and its guards accept the request.
    bodyParser: false,
    logger: logger(config),
    abortOnError: false,
  }).catch(async (error: unknown) => {
    await abandonDatabase(config);
    throw startupFailure(error, parts.extensions ?? []);
  });
  app.set('trust proxy', proxyTrust(config.trustedProxies));
  // Clients do not cache API responses, so ETags would be useless.
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(app.get(ViewerPageRequests).handler);
  app.use(requestTurns(app.getHttpServer()));
  app.use(...securityHeaders(config));
  app.use(refuseForeignHosts(config));
  app.use(discardUnreadBody);
  app.use(app.get(PhotoRequests).handler);
  app.use(compression());
  app.use(viewerPageFiles());
  app.use(consolePage());
  serveConsoleFiles(app);
  app.useGlobalFilters(new ApiExceptionFilter());
  app.useGlobalPipes(validationPipe());
  app.useWebSocketAdapter(new ConsoleAdapter(app, config));
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = MAX_REQUEST_MS;
  if (config.apiDocs) describeApi(app);
  try {
    return await app.init();
  } catch (error) {
    await app.close();
    throw startupFailure(error, parts.extensions ?? []);
  }
}

/**
 * Starts to accept connections, and returns the server's local URL. If that fails, closes the application.
 * @throws the port's error, such as EADDRINUSE
 */
export async function listen(app: NestExpressApplication, { port, host }: AppConfig): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return localUrl(app.getHttpServer().address() as AddressInfo);
}
