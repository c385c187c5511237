import { parseArgs } from 'node:util';
import { startSimulator } from './simulator';

const USAGE = `node simulator/dist/main.js [options]
  --port     port to listen on                          (default 3999)
  --host     address to listen on                       (default 127.0.0.1)
  --seed     number that determines ids and comments    (default 1)
  --secret   app secret                                 (default: a new one)
  --webhook  address to which webhooks are sent         (default: none)
  --crowd    comments per second in a broadcast that a client reads; 0 for none (default 2)
  --quiet    start without live broadcasts
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3999' },
      host: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string', default: '1' },
      secret: { type: 'string' },
      webhook: { type: 'string' },
      crowd: { type: 'string', default: '2' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const rate = Number(values.crowd);
  const simulator = await startSimulator({
    port: Number(values.port),
    host: values.host,
    seed: Number(values.seed),
    live: !values.quiet,
    ...(values.secret === undefined ? {} : { appSecret: values.secret }),
    ...(values.webhook === undefined ? {} : { webhookUrl: values.webhook }),
    ...(rate > 0 ? { crowd: { rate } } : {}),
  });
  process.stdout.write(
    `The simulated platform is listening at ${simulator.url} (app ${simulator.appId}, secret ${simulator.appSecret})\n`,
  );
  const stop = (): void => {
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
