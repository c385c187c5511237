import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Clock, Metrics, poolReader, reportFailure } from '../../kernel';
import { JobHandlers } from '../outgoing/job-handlers';
import { readJobTotals } from './job-counts';

/** Prometheus metrics for each extension's outgoing jobs. */
@Injectable()
export class JobMetrics {
  private readonly attempts = new Counter({
    name: 'sellary_outgoing_attempts_total',
    help: 'Attempts at outgoing jobs: done, retried (after a failure), failed permanently.',
    labelNames: ['extension', 'result'],
    registers: [],
  });
  private readonly jobs = new Gauge({
    name: 'sellary_outgoing_jobs',
    help: 'Outgoing jobs by state: waiting (including retrying), retrying after a failure, failed permanently.',
    labelNames: ['extension', 'state'],
    registers: [],
    collect: () => this.updateTotals(),
  });
  private readonly oldest = new Gauge({
    name: 'sellary_outgoing_oldest_seconds',
    help: 'Age of the oldest waiting outgoing job.',
    labelNames: ['extension'],
    registers: [],
    collect: () => this.updateTotals(),
  });
  private reading: Promise<void> | null = null;

  constructor(
    metrics: Metrics,
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    for (const metric of [this.attempts, this.jobs, this.oldest]) metrics.registry.registerMetric(metric);
  }

  recordAttempt(extension: string, result: 'done' | 'retried' | 'failed'): void {
    this.attempts.inc({ extension, result });
  }

  /**
   * Reads once for both gauges, which are collected at the same time. Never rejects, because a rejection would
   * fail the whole scrape during a database outage.
   */
  private updateTotals(): Promise<void> {
    this.reading ??= this.setTotals()
      .catch((error: unknown) => reportFailure('outgoing metrics', error))
      .finally(() => (this.reading = null));
    return this.reading;
  }

  private async setTotals(): Promise<void> {
    const extensions = this.handlers.extensions();
    if (extensions.length === 0) return;
    const totals = await readJobTotals(poolReader(this.dataSource), this.clock.iso());
    for (const extension of extensions) {
      const total = totals.find((candidate) => candidate.extension === extension);
      for (const state of ['waiting', 'retrying', 'failed'] as const) {
        this.jobs.set({ extension, state }, total?.[state] ?? 0);
      }
      this.oldest.set({ extension }, total?.oldestSeconds ?? 0);
    }
  }
}
