import type { Connection, ConnectionList } from '@sellary/contracts';
import {
  type InjectedComment,
  type LoggedRequest,
  type SimComment,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '@sellary/simulator';
import type { Caller } from './caller';
import { setInHook } from './set-in-hook';
import { signIn } from './sign-in';
import { type TestApp, type TestAppOptions, useTestApp } from './test-app';

async function startSimulatorForSpecs(options: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator(options);
  simulator.control.switch({ requireProof: true, dialog: 'allow' });
  return simulator;
}

/** The simulated platform for specs. Calls need an app secret proof, and its dialog always grants access. */
export class SimulatedPlatform {
  private constructor(readonly simulator: Simulator) {}

  static async start(options: SimulatorOptions = {}): Promise<SimulatedPlatform> {
    return new SimulatedPlatform(await startSimulatorForSpecs(options));
  }

  /** Starts the platform before the tests of this block. The caller closes it. */
  static startInHook(options: SimulatorOptions): SimulatedPlatform {
    return new SimulatedPlatform(setInHook(beforeAll, () => startSimulatorForSpecs(options)));
  }

  get control(): Simulator['control'] {
    return this.simulator.control;
  }

  /** Makes every read of comments fail as if a permission were missing. */
  refuseComments(): void {
    this.control.fault({ kind: 'graph', code: 10, path: '/comments', times: null });
  }

  /** Environment that makes the product call this platform. */
  get env(): Record<string, string> {
    const { url, appId, appSecret, verifyToken } = this.simulator;
    return {
      META_GRAPH_URL: url,
      META_DIALOG_URL: url,
      META_APP_ID: appId,
      META_APP_SECRET: appSecret,
      META_WEBHOOK_VERIFY_TOKEN: verifyToken,
    };
  }

  /**
   * Signs in to the platform through its dialog.
   * @returns the console page where the sign-in ends, with the message in its query
   */
  async visitDialog(
    url: string,
    caller: Pick<Caller, 'call'>,
    platform: string,
    body: Record<string, unknown> = {},
  ): Promise<URL> {
    const { authorizeUrl, complete } = await signIn(url, caller, platform, body);
    const dialog = await fetch(authorizeUrl, { redirect: 'manual' });
    const back = new URL(dialog.headers.get('location') ?? '');
    return complete(Object.fromEntries(back.searchParams));
  }

  /**
   * Connects all of the seller's accounts.
   * @returns the workspace's connections to that platform
   */
  async connect(
    url: string,
    caller: Pick<Caller, 'call'>,
    platform: string,
    body: Record<string, unknown> = {},
  ): Promise<Connection[]> {
    const error = (await this.visitDialog(url, caller, platform, body)).searchParams.get('error');
    if (error !== null) throw new Error(`Connecting ${platform} failed with ${error}`);
    const { connections } = (await caller.call<ConnectionList>('GET', '/api/connections')).body;
    return connections.filter((connection) => connection.platform === platform);
  }

  /**
   * Connects all of the seller's accounts.
   * @returns the workspace's connection to this account
   */
  async connectAccount(
    url: string,
    caller: Pick<Caller, 'call'>,
    platform: string,
    accountId: string,
    body: Record<string, unknown> = {},
  ): Promise<Connection> {
    const connections = await this.connect(url, caller, platform, body);
    const connection = connections.find(({ externalAccountId }) => externalAccountId === accountId);
    if (connection === undefined) throw new Error(`The account ${accountId} is not connected`);
    return connection;
  }

  /** @returns requests whose method and path match, as in `GET /v26.0/me` */
  callsTo(pattern: RegExp): LoggedRequest[] {
    return this.control.requests().filter(({ method, path }) => pattern.test(`${method} ${path}`));
  }

  /** Writes a comment. The viewer's ID is derived from the name. */
  say(liveId: string, viewer: string, text: string, more: Partial<InjectedComment> = {}): SimComment {
    return this.control.broadcasts.say({
      broadcastId: liveId,
      text,
      authorId: `9${viewer}`,
      authorName: viewer,
      ...more,
    });
  }

  close(): Promise<void> {
    return this.simulator.close();
  }
}

/** Starts the platform and an app that calls it before the tests of this block, and closes both after them. */
export function useSimulatedApp({
  simulator = {},
  ...options
}: TestAppOptions & { simulator?: SimulatorOptions } = {}): { platform: SimulatedPlatform; app: TestApp } {
  const platform = SimulatedPlatform.startInHook(simulator);
  const app = useTestApp(() => ({ ...options, env: { ...platform.env, ...options.env } }));
  afterAll(() => platform.close());
  return { platform, app };
}
