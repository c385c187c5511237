import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  type AppWebhook,
  type OpenConnection,
  PlatformError,
  type SubscriptionCapability,
  type WebhookFacts,
  type WebhookVerdict,
} from '@sellary/extension-kit';
import { APP_CONFIG, type AppConfig, Clock, messageOf } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { ConnectionHealth } from './connection-health';
import { type ConnectionRow, ConnectionStore } from './connection-store';
import { WebhookLeases } from './webhook-leases';

/** Maximum number of targets changed or checked at the same time. */
const MAX_BATCH_SIZE = 4;

/**
 * Manages connected accounts' webhook subscriptions. A subscription is for a target (a page or account), not
 * for a connection. Connections on several platforms and in several workspaces may share it, so it contains
 * every field that any of them needs, and ends when the last one is removed.
 */
@Injectable()
export class WebhookSubscriptions {
  private readonly log = new Logger('Connections');

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly store: ConnectionStore,
    private readonly adapters: AdapterRegistry,
    private readonly health: ConnectionHealth,
    private readonly leases: WebhookLeases,
    private readonly clock: Clock,
  ) {}

  /** Subscribes each page or account to the fields that its connections need. Records failures; never throws. */
  async subscribeAll(targets: readonly string[]): Promise<void> {
    await this.inBatches([...new Set(targets)], (target) => this.subscribe(target));
  }

  /**
   * Checks each page's or account's webhooks with the platform, and records the result or the failure. Never
   * throws.
   */
  async checkAll(targets: readonly string[]): Promise<void> {
    await this.inBatches([...new Set(targets)], (target) =>
      this.leases.withLease(target, async () => this.check(await this.store.findByTarget(target), null)),
    );
  }

  /** @throws ApiError UNAVAILABLE */
  async subscribe(target: string): Promise<void> {
    await this.leases.withLease(target, async () => {
      const rows = await this.store.findByTarget(target);
      await this.check(rows, await this.changeSubscription(rows, rows));
    });
  }

  /**
   * Cleans up after a removed connection: ends the subscription if no other connection needs it, or else
   * subscribes to only the fields that the others need.
   * @throws ApiError UNAVAILABLE
   */
  async release(removed: ConnectionRow): Promise<void> {
    const target = removed.webhook_target;
    await this.leases.withLease(target, async () => {
      const others = await this.store.findByTarget(target);
      const failure = await this.changeSubscription(others, [...others, removed]);
      if (failure !== null) {
        this.log.warn(`The webhooks of ${removed.display_name} could not be changed: ${failure.message}`);
      }
      await this.check(others, failure);
    });
  }

  /**
   * Subscribes to all fields that the connections need, or unsubscribes if they need none. Tries the tokens
   * of `callers` one by one.
   * @returns the reason why no token worked; null if one worked
   */
  private async changeSubscription(
    connections: ConnectionRow[],
    callers: ConnectionRow[],
  ): Promise<PlatformError | null> {
    const fields = [
      ...new Set(connections.flatMap((row) => this.capability(row)?.fields(row.details) ?? [])),
    ];
    const result = await this.withFirstPermitted(callers, (connection, webhooks) =>
      fields.length === 0 ? webhooks.unsubscribe(connection) : webhooks.subscribe(connection, fields),
    );
    return result instanceof PlatformError ? result : null;
  }

  /** Checks and stores the state. @param failure why the preceding change failed; null if none failed */
  private async check(rows: ConnectionRow[], failure: PlatformError | null): Promise<void> {
    const subscribed = await this.withFirstPermitted(rows, (connection, webhooks) =>
      webhooks.subscribed(connection),
    );
    // Connections with the same platform and login share the app's webhook, so it is read once per
    // combination.
    const apps = new Map<string, Promise<AppWebhook | null | undefined | PlatformError>>();
    const at = this.clock.iso();
    for (const row of rows) {
      const kind = `${row.platform} ${this.adapters.find(row.platform)?.connect?.loginOf(row.details) ?? ''}`;
      const app = apps.get(kind) ?? this.appWebhook(row);
      apps.set(kind, app);
      await this.store.saveWebhookState(
        row.id,
        this.verdictOn(row, { subscribed, app: await app }, failure),
        at,
      );
    }
  }

  private async appWebhook(row: ConnectionRow): Promise<AppWebhook | null | undefined | PlatformError> {
    if ((await this.health.throttledUntil(row)) !== null) return throttledError();
    return this.capability(row)?.appWebhook(row.details).catch(asPlatformError);
  }

  private verdictOn(row: ConnectionRow, facts: WebhookFacts, failure: PlatformError | null): WebhookVerdict {
    const path = `/api/webhooks/${row.platform}`;
    const callback = { path, url: this.config.publicUrl === null ? null : this.config.publicUrl + path };
    const verdict = this.capability(row)?.judge(
      { displayName: row.display_name, details: row.details, callback },
      facts,
    );
    if (verdict === undefined) return { state: 'unknown', problem: null };
    if (verdict.problem === null || verdict.state === 'unknown' || failure === null) return verdict;
    return { ...verdict, problem: `${verdict.problem} ${failure.forPeople}` };
  }

  /**
   * Calls the platform with one connection after another, because each may have been made by a person with
   * different permissions.
   * @returns the first successful result, or the last failure if there is none
   */
  private async withFirstPermitted<T>(
    rows: ConnectionRow[],
    work: (connection: OpenConnection, webhooks: SubscriptionCapability) => Promise<T>,
  ): Promise<T | PlatformError> {
    let failure = new PlatformError(
      'reconnect',
      'None of the connections to this account has a valid sign-in.',
    );
    for (const row of rows) {
      const webhooks = this.capability(row);
      if (webhooks === null || row.encrypted_token === '') continue;
      // Calls during a throttle would extend it.
      if ((await this.health.throttledUntil(row)) !== null) return throttledError();
      try {
        return await work(this.store.open(row), webhooks);
      } catch (error) {
        if (await this.health.recordSignInEnd(row, error)) continue;
        failure = asPlatformError(error);
        if (failure.kind !== 'throttled') continue;
        await this.health.recordThrottle(row, failure);
        return failure;
      }
    }
    return failure;
  }

  private capability({ platform }: ConnectionRow): SubscriptionCapability | null {
    return this.adapters.find(platform)?.connect?.webhooks ?? null;
  }

  private async inBatches(targets: string[], work: (target: string) => Promise<void>): Promise<void> {
    for (let from = 0; from < targets.length; from += MAX_BATCH_SIZE) {
      const batch = targets
        .slice(from, from + MAX_BATCH_SIZE)
        .map((target) =>
          work(target).catch((error: unknown) =>
            this.log.warn(`Webhooks could not be changed or checked: ${messageOf(error)}`),
          ),
        );
      await Promise.all(batch);
    }
  }
}

function asPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  throw error;
}

const throttledError = (): PlatformError =>
  new PlatformError('throttled', 'The platform is throttling this app.');
