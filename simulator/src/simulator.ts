import { randomBytes } from 'node:crypto';
import { seeded } from './audience/plain-crowd';
import type { CrowdOptions } from './audience/crowd';
import { CrowdsOnDemand } from './audience/on-demand';
import { SimClock, type TimeSource } from './clock/sim-clock';
import { Control } from './control/control';
import { ControlRoutes } from './control/control-routes';
import { FaultInjection } from './faults/fault-injection';
import { DEFAULT_SWITCHES } from './faults/switches';
import { Usage } from './faults/usage';
import { Router } from './router';
import { RequestLog } from './http/request-log';
import { listen } from './http/server';
import { StoredState } from './stored-state/stored-state';
import { Codes } from './oauth/codes';
import { Grants } from './oauth/grants';
import { Tokens } from './oauth/tokens';
import type { App, Platform } from './platform';
import { DEFAULT_WEBHOOK_SETTINGS } from './webhooks/settings';
import { Subscriptions } from './webhooks/subscriptions';
import { Webhooks } from './webhooks/webhooks';
import { seedDefaultWorld } from './world/default-world';
import type { Broadcast } from './world/shapes';
import { World } from './world/world';

export interface SimulatorOptions {
  /** Any free port if 0 or omitted. */
  port?: number;
  host?: string;
  /** The same seed produces the same tokens, ids, faults, and crowd. */
  seed?: number;
  appId?: string;
  /** Default: a new one at every start, because anyone who knows the secret can sign as the platform. */
  appSecret?: string;
  /** The token that the product expects in the verify handshake. */
  verifyToken?: string;
  /** The webhook address, as if entered in the app's dashboard. By default, clients must subscribe. */
  webhookUrl?: string;
  /** The Instagram webhook address; default: `webhookUrl`. */
  instagramWebhookUrl?: string;
  /** The Instagram app, where accounts sign in directly; default: the Facebook app's id and secret. */
  instagramAppId?: string;
  instagramAppSecret?: string;
  /** Addresses that the dialogs may return to; default: every http(s) address. */
  redirectUris?: readonly string[];
  /** If false, none of the four broadcasts is live until it is started. */
  live?: boolean;
  /** A crowd for each broadcast while a client reads it; default: none. */
  crowd?: CrowdOptions;
  /** A file that stores sign-ins, so that rehearsal connections survive a restart; default: none. */
  stateFile?: string;
  /** The source of the simulated time; default: the machine's clock. */
  clock?: TimeSource;
}

export interface Simulator {
  url: string;
  appId: string;
  appSecret: string;
  verifyToken: string;
  control: Control;
  close(): Promise<void>;
}

const DEFAULT_APP = { appId: '5000001', verifyToken: 'rehearsal-verify-token' };

/**
 * Starts a simulated platform that serves the Graph API on one local address.
 * @throws the error from listening, such as EADDRINUSE
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const {
    host = '127.0.0.1',
    port = 0,
    seed = 1,
    live = true,
    crowd,
    webhookUrl,
    instagramWebhookUrl = webhookUrl,
    stateFile,
  } = options;
  const app = appOf(options);
  let crowdsOnDemand: CrowdsOnDemand | null = null;
  const storedState = stateFile === undefined ? null : new StoredState(stateFile);
  const platform = createPlatform(
    app,
    options.clock ?? Date,
    { seed, run: storedState?.run ?? 0 },
    (broadcast) => crowdsOnDemand?.recordRead(broadcast),
  );
  seedDefaultWorld(platform.world, live);
  storedState?.restore(platform);
  const log = new RequestLog();
  const webhooks = new Webhooks(platform, { ...DEFAULT_WEBHOOK_SETTINGS });
  if (webhookUrl !== undefined) webhooks.subscribe('page', webhookUrl);
  if (instagramWebhookUrl !== undefined) webhooks.subscribe('instagram', instagramWebhookUrl);
  const control = new Control(platform, log, webhooks, seed);
  if (crowd !== undefined) {
    crowdsOnDemand = new CrowdsOnDemand(
      (broadcast, options) => control.crowds.startIfNone(broadcast, options),
      crowd,
    );
  }
  const router = new Router(platform, new ControlRoutes(control, platform), log, host, () =>
    storedState?.save(platform),
  );
  const server = await listen(host, port, (request, response) => router.answer(request, response));
  return {
    url: `http://${host}:${server.port}`,
    appId: app.appId,
    appSecret: app.appSecret,
    verifyToken: options.verifyToken ?? DEFAULT_APP.verifyToken,
    control,
    close: async () => {
      crowdsOnDemand?.close();
      await control.close();
      webhooks.close();
      platform.clock.close();
      await server.close();
    },
  };
}

function appOf({
  appId = DEFAULT_APP.appId,
  appSecret = randomBytes(32).toString('hex'),
  ...options
}: SimulatorOptions): App {
  return {
    appId,
    appSecret,
    name: 'Sellary Live Assist',
    instagramAppId: options.instagramAppId ?? appId,
    instagramAppSecret: options.instagramAppSecret ?? appSecret,
    redirectUris: options.redirectUris ?? null,
  };
}

function createPlatform(
  app: App,
  source: TimeSource,
  { seed, run }: { seed: number; run: number },
  recordRead: (broadcast: Broadcast) => void,
): Platform {
  const clock = new SimClock(source);
  const world = new World(clock, seed, run);
  const switches = { ...DEFAULT_SWITCHES };
  const chance = seeded(seed ^ 0x5eed);
  return {
    app,
    clock,
    chance,
    world,
    tokens: new Tokens(clock, seed, app),
    codes: new Codes(clock, seed),
    grants: new Grants(),
    switches,
    faults: new FaultInjection(chance, switches),
    usage: new Usage(clock, world),
    subscriptions: new Subscriptions(),
    privateReplies: new Map(),
    privateReplyTimes: new Map(),
    recordRead,
  };
}
