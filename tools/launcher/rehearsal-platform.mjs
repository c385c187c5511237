// Facebook and Instagram for users without a Meta app: a simulated platform next to the product, with an
// audience.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inWorkspace } from '../workspace/root.mjs';

/**
 * @typedef {object} RehearsalPlatform
 * @property {string} url
 * @property {(productUrl: string) => void} setProductUrl sets the product's address for webhooks
 * @property {() => Promise<void>} close
 */

/** If any of these variables is set, the product uses another platform, real or simulated. */
const PLATFORM_VARIABLES = [
  'META_APP_ID',
  'META_APP_SECRET',
  'META_INSTAGRAM_APP_ID',
  'META_GRAPH_URL',
  'META_DIALOG_URL',
];
const COMMENTS_PER_SECOND = 2;

/**
 * Returns true if a product with this environment gets a simulated platform: never in production, and never
 * if a platform is configured.
 * @param {NodeJS.ProcessEnv} env
 */
export function isRehearsal(env) {
  return env['NODE_ENV'] !== 'production' && PLATFORM_VARIABLES.every((name) => !env[name]);
}

/**
 * Starts the simulated platform and points the product's configuration at it. Returns null if the product
 * does not get one.
 * @param {string} dataDir folder that stores the platform's state, so that connections survive a restart
 * @returns {Promise<RehearsalPlatform | null>}
 */
export async function startRehearsalPlatform(dataDir) {
  if (!isRehearsal(process.env)) return null;
  const { startSimulator } = await import(pathToFileURL(inWorkspace('simulator', 'dist', 'index.js')).href);
  /** @type {import('../../simulator/src/index.js').Simulator} */
  const simulator = await startSimulator({
    appSecret: appSecretIn(path.join(dataDir, 'rehearsal')),
    crowd: { rate: COMMENTS_PER_SECOND, seed: 1 },
    stateFile: path.join(dataDir, 'rehearsal', 'platform.json'),
  });
  Object.assign(process.env, {
    META_APP_ID: simulator.appId,
    META_APP_SECRET: simulator.appSecret,
    META_WEBHOOK_VERIFY_TOKEN: simulator.verifyToken,
    META_GRAPH_URL: simulator.url,
    META_DIALOG_URL: simulator.url,
  });
  return {
    url: simulator.url,
    setProductUrl: (productUrl) => {
      simulator.control.subscribe('page', `${productUrl}/api/webhooks/facebook`);
      simulator.control.subscribe('instagram', `${productUrl}/api/webhooks/instagram`);
    },
    close: () => simulator.close(),
  };
}

/**
 * The secret shared by the simulated platform and the product, generated on the first start and readable only
 * by its owner. With a known secret, any web page could sign requests as the platform. The instance lock
 * prevents a second start from generating another one.
 * @param {string} folder
 * @returns {string}
 */
export function appSecretIn(folder) {
  const file = path.join(folder, 'app-secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
