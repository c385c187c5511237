import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Clock, messageOf } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { ConnectionHealth } from './connection-health';
import { type ConnectionRow, ConnectionStore } from './connection-store';
import { OauthStates } from './oauth-states';
import { WebhookSubscriptions } from './webhook-subscriptions';

const DAY_MS = 24 * 3_600_000;
/** Less than a day, so that an hourly job checks each connection every day. */
const CHECK_EVERY_MS = 20 * 3_600_000;
/** Less than six hours, so that an hourly job checks the webhooks every six hours. */
const CHECK_WEBHOOKS_EVERY_MS = 5.5 * 3_600_000;
const RENEW_BEFORE_MS = 30 * DAY_MS;

/**
 * Maintains connections: re-encrypts tokens at startup if the first key is new, checks each token with the
 * platform once a day, renews tokens that expire soon, and checks the webhooks several times a day.
 */
@Injectable()
export class ConnectionUpkeepJob implements OnApplicationBootstrap {
  private readonly log = new Logger('Connections');

  constructor(
    private readonly store: ConnectionStore,
    private readonly health: ConnectionHealth,
    private readonly adapters: AdapterRegistry,
    private readonly states: OauthStates,
    private readonly webhooks: WebhookSubscriptions,
    private readonly clock: Clock,
  ) {}

  /** Re-encrypts the tokens if TOKEN_ENCRYPTION_KEY has a new first key. */
  async onApplicationBootstrap(): Promise<void> {
    for (const row of await this.store.findWithToken()) {
      await this.store.reseal(row).catch((error: unknown) => this.health.recordProblem(row, error));
    }
  }

  @Cron(CronExpression.EVERY_HOUR)
  async run(): Promise<void> {
    await this.states.forgetExpired();
    const now = this.clock.now();
    await this.webhooks.checkAll(
      await this.store.reserveWebhookChecks(new Date(now - CHECK_WEBHOOKS_EVERY_MS), new Date(now)),
    );
    for (const row of await this.store.findWithToken()) {
      // All processes run this job in the same hour; only the first to reserve a check runs it.
      if (await this.store.reserveCheck(row.id, new Date(now - CHECK_EVERY_MS), new Date(now))) {
        await this.checkAndRenew(row);
      }
    }
  }

  private async checkAndRenew(row: ConnectionRow): Promise<void> {
    try {
      const { expiresAt } = await this.health.check(row);
      if (expiresAt === null || expiresAt.getTime() - this.clock.now() > RENEW_BEFORE_MS) return;
      const renewed = await this.adapters.get(row.platform).connect?.renew(this.store.open(row));
      if (renewed !== undefined && renewed !== null) {
        await this.store.replaceTokens(row, renewed, this.clock.iso());
      }
    } catch (error) {
      if (await this.health.recordProblem(row, error)) return;
      this.log.warn(`A connection could not be checked or renewed: ${messageOf(error)}`);
    }
  }
}
