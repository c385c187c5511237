// `npm run rehearse`: a demo audience comments in a show on a running product, so that an operator can
// practice or a developer can watch a build in use.
import { parseArgs } from 'node:util';
import { refuseUnsupportedNode } from './workspace/node-version.mjs';

refuseUnsupportedNode();
const { formatTally, rehearse } = await import('./rehearse/rehearsal.mjs');
const { ProductError } = await import('./rehearse/product.mjs');

const USAGE = `npm run rehearse -- [options]
  --url      the running product        (default http://127.0.0.1:3000)
  --rate     comments per second        (default 5)
  --minutes  how long                   (default until Ctrl-C)
  --seed     the same number gives the same audience (default 1)
  --burst    viewers who claim a popular item at the same time (default 12)`;

/**
 * @param {string} name
 * @param {string} value
 * @param {number} minimum
 */
function parseNumber(name, value, minimum) {
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number) && number >= minimum) return number;
  throw new ProductError(`--${name} must be a number of at least ${minimum}, not "${value}".\n\n${USAGE}`);
}

const ending = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => ending.abort());

try {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: process.env['PUBLIC_URL'] || 'http://127.0.0.1:3000' },
      rate: { type: 'string', default: '5' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      burst: { type: 'string', default: '12' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const tally = await rehearse(
    {
      url: values.url,
      rate: parseNumber('rate', values.rate, 0.01),
      minutes: values.minutes === undefined ? null : parseNumber('minutes', values.minutes, 0),
      seed: parseNumber('seed', values.seed, 0),
      burst: parseNumber('burst', values.burst, 0),
    },
    ending.signal,
    (line) => console.log(line),
  );
  console.log(`The rehearsal is over; the show stays open.\n${formatTally(tally)}`);
  process.exit(tally.failed === 0 ? 0 : 1);
} catch (error) {
  if (error instanceof ProductError) {
    console.error(error.message);
    if (error.status === 0 && error.message.startsWith('No server is responding')) {
      console.error('Start the product first: npm start (or give its address with --url).');
    }
    if (error.code === 'INVALID_CREDENTIALS') {
      console.error(
        'The demo account has a different password, or registration is closed. Start the product with an empty DATA_DIR.',
      );
    }
  } else if (
    error instanceof TypeError &&
    String(/** @type {NodeJS.ErrnoException} */ (error).code).startsWith('ERR_PARSE_ARGS')
  ) {
    console.error(`${error.message}\n\n${USAGE}`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
