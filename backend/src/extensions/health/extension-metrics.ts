import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { DataSource } from 'typeorm';
import { Metrics, poolReader, reportFailure } from '../../kernel';
import type { Follower } from '../followers/follower';
import { readRowsBehind } from './follower-health-rows';

const labelNames = ['extension'] as const;

/** Prometheus metrics for each extension. */
@Injectable()
export class ExtensionMetrics {
  private followers: readonly Follower[] = [];
  private readonly rows = new Counter({
    name: 'sellary_extension_rows_total',
    help: "Ledger rows handled by an extension's followers.",
    labelNames,
    registers: [],
  });
  private readonly failures = new Counter({
    name: 'sellary_extension_failures_total',
    help: "Failed calls to an extension's followers and actions.",
    labelNames,
    registers: [],
  });
  private readonly parked = new Counter({
    name: 'sellary_extension_parked_total',
    help: 'Ledger rows that were set aside after too many failures.',
    labelNames,
    registers: [],
  });
  private readonly seconds = new Histogram({
    name: 'sellary_extension_handling_seconds',
    help: 'Time taken to handle one ledger row.',
    labelNames,
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [],
  });
  private readonly behind = new Gauge({
    name: 'sellary_extension_rows_behind',
    help: "Ledger rows not yet handled by an extension's followers, in workspaces with the extension on.",
    labelNames,
    registers: [],
    // A rejection would fail the whole scrape during a database outage.
    collect: () => this.updateBehind().catch((error: unknown) => reportFailure('extension metrics', error)),
  });

  constructor(
    metrics: Metrics,
    private readonly dataSource: DataSource,
  ) {
    for (const metric of [this.rows, this.failures, this.parked, this.seconds, this.behind]) {
      metrics.registry.registerMetric(metric);
    }
  }

  setFollowers(followers: readonly Follower[]): void {
    this.followers = followers;
  }

  recordHandled(extension: string, ms: number): void {
    this.rows.inc({ extension });
    this.seconds.observe({ extension }, ms / 1000);
  }

  recordFailure(extension: string): void {
    this.failures.inc({ extension });
  }

  recordParked(extension: string): void {
    this.parked.inc({ extension });
  }

  private async updateBehind(): Promise<void> {
    if (this.followers.length === 0) return;
    for (const [extension, rows] of await readRowsBehind(poolReader(this.dataSource), this.followers)) {
      this.behind.set({ extension }, rows);
    }
  }
}
