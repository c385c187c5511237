import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { Clock, poolReader, reportFailure } from '../../kernel';
import { basketsFrom, holdParameter } from './basket-rows';
import { BasketRules } from './basket-settings';
import { BasketSteps } from './basket-steps';
import { OpenBaskets } from './open-baskets';

/** Maximum number of baskets released per workspace in one round. The rest wait for the next round. */
const MAX_BASKETS = 500;

/**
 * Releases the units of baskets whose hold is over, in workspaces with the rule `release`. Each basket is checked again
 * under its lock, so that no unit is released twice, even if a round is interrupted or runs in two processes.
 */
@Injectable()
export class HoldJob {
  private isRunning = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rules: BasketRules,
    private readonly openBaskets: OpenBaskets,
    private readonly steps: BasketSteps,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE)
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (const workspaceId of await this.workspaces()) {
        await this.attempt(() => this.release(workspaceId));
      }
    } catch (error) {
      reportFailure('basket hold', error);
    } finally {
      this.isRunning = false;
    }
  }

  private async workspaces(): Promise<string[]> {
    const rows = await poolReader(this.dataSource).query<{ id: string }>(
      `SELECT workspace_id AS id FROM basket_settings WHERE settings->'hold'->>'atEnd' = 'release' AND (settings->'hold'->>'hours')::int > 0`,
    );
    return rows.map(({ id }) => id);
  }

  private async release(workspaceId: string): Promise<void> {
    const settings = await this.rules.read(workspaceId);
    await this.openBaskets.update(workspaceId, null, settings);
    const overdue = await poolReader(this.dataSource).query<{ id: string }>(
      `SELECT b.id FROM ${basketsFrom('$2')} WHERE b.workspace_id = $1 AND b.state IN ('open', 'requested') AND l.units > 0 AND t.ends_at <= $3 ORDER BY t.ends_at, b.id LIMIT ${MAX_BASKETS}`,
      [workspaceId, holdParameter(settings.hold), new Date(this.clock.now())],
    );
    for (const { id } of overdue) await this.attempt(() => this.steps.expire(workspaceId, id));
  }

  /** A basket or workspace that fails must not stop the others. It is retried a minute later. */
  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      reportFailure('basket hold', error);
    }
  }
}
