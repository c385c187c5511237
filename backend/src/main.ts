import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createApp } from './create-app';
import { ConfigError, localSecrets, ownUrl, readConfig, watchForFatalErrors } from './kernel';

export interface RunningServer {
  /** Where browsers reach it. */
  url: string;
  /** Answers what has begun, then closes sockets and database. */
  close(): Promise<void>;
  /** Resolves when the state of the process cannot be trusted any more: close, end the process, and start a new one. */
  fatal: Promise<unknown>;
}

/** How long an orderly end may take after an error that nothing has caught. */
const MAX_FATAL_CLOSE_MS = 10_000;

/**
 * Starts the product with the environment's configuration: migrates, listens.
 * @throws ConfigError naming everything that is missing; whatever the port or the database refuses.
 */
export async function startServer(): Promise<RunningServer> {
  const fatal = watchForFatalErrors();
  const config = readConfig(process.env, localSecrets);
  const app = await createApp(config);
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { url: config.publicUrl ?? ownUrl(app.getHttpServer().address() as AddressInfo), close: () => app.close(), fatal };
}

async function main(): Promise<void> {
  try {
    const server = await startServer();
    process.stdout.write(`Sellary Live Assist listens at ${server.url}\n`);
    const stop = (): void => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
    void server.fatal.then(() => {
      const end = (): never => process.exit(1);
      setTimeout(end, MAX_FATAL_CLOSE_MS).unref();
      server.close().then(end, end);
    });
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exit(1);
  }
}

if (require.main === module) void main();
