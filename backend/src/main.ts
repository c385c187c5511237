import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { CONFIG_SECTIONS } from './config-sections';
import { createApp, listen } from './create-app';
import { ExtensionProblems, EXTENSIONS_SECTION, loadExtensions } from './extensions';
import { ConfigError, endOnFatalError, localSecrets, readConfig, stackOf } from './kernel';

// By default, V8 lets the heap grow to as much as four times the memory in use before it collects garbage,
// and a burst of large reads doubles the size of the process.
setFlagsFromString('--heap-growing-percent=100');

interface RunningServer {
  /** Address for browsers. */
  url: string;
  /** Answers requests in progress, then closes sockets and the database. */
  close(): Promise<void>;
}

/**
 * Starts the product with the configuration from the environment: runs the migrations and listens.
 * @throws ConfigError (all invalid settings), ExtensionProblems (all extension problems), or any port or
 * database error
 */
export async function startServer(): Promise<RunningServer> {
  let close = (): Promise<void> => Promise.resolve();
  endOnFatalError(() => close());
  const config = readConfig(process.env, localSecrets, CONFIG_SECTIONS);
  const extensions = loadExtensions(config.sections.get(EXTENSIONS_SECTION), process.cwd());
  const app = await createApp(config, { extensions });
  close = () => app.close();
  const url = await listen(app, config);
  return { url: config.publicUrl ?? url, close };
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
  } catch (error) {
    process.stderr.write(
      `${error instanceof ConfigError || error instanceof ExtensionProblems ? error.message : stackOf(error)}\n`,
    );
    process.exit(1);
  }
}

if (require.main === module) void main();
