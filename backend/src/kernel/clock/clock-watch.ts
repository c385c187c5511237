import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import { DataSource } from 'typeorm';
import { runEvery } from '../background/background';
import { Clock } from './clock';

const CHECK_EVERY_MS = 10_000;
const CHECKS_PER_DATABASE_CHECK = 6;
/** Minimum jump or difference to report. Smaller ones come from time synchronization. */
const MIN_REPORTED_MS = 2_000;

/** Logs jumps of the clock that times claims, and differences from the database's clock. */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Clock');
  private stop: () => void = () => undefined;
  private lastTimes = { wall: 0, steady: 0 };
  private checks = 0;
  private hasReportedDifference = false;

  constructor(
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    this.lastTimes = this.times();
    this.stop = runEvery('clock', CHECK_EVERY_MS, () => this.checkClock());
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  private async checkClock(): Promise<void> {
    const now = this.times();
    const jump = describeJump(this.lastTimes, now);
    this.lastTimes = now;
    if (jump !== null) this.log.warn(jump);
    if (this.checks++ % CHECKS_PER_DATABASE_CHECK === 0) await this.checkDatabase().catch(() => undefined);
  }

  private async checkDatabase(): Promise<void> {
    const sentAt = this.clock.now();
    const [row] = await this.dataSource.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
    const difference = describeDifference(row?.now.getTime() ?? sentAt, sentAt, this.clock.now());
    if (difference !== null && !this.hasReportedDifference) this.log.warn(difference);
    this.hasReportedDifference = difference !== null;
  }

  private times(): { wall: number; steady: number } {
    return { wall: this.clock.now(), steady: performance.now() };
  }
}

const seconds = (ms: number): string => `${Math.round(Math.abs(ms) / 1000)} s`;

/**
 * Describes a jump of the wall clock, measured against a monotonic clock, or returns null if there was none.
 * After sleep, the wall clock appears to have jumped ahead.
 */
export function describeJump(
  before: { wall: number; steady: number },
  now: { wall: number; steady: number },
): string | null {
  const jumpMs = now.wall - before.wall - (now.steady - before.steady);
  if (Math.abs(jumpMs) < MIN_REPORTED_MS) return null;
  return jumpMs < 0
    ? `This server's clock was set back by ${seconds(jumpMs)}. A show whose start time is now in the future does not count claims. Pause and resume it.`
    : `This server's clock was set ahead by ${seconds(jumpMs)}, or the machine slept.`;
}

/**
 * Describes the difference from the database's clock, or returns null if both clocks agree, as far as one
 * query can show.
 */
export function describeDifference(dbTime: number, sentAt: number, answeredAt: number): string | null {
  const difference = Math.max(dbTime - answeredAt, sentAt - dbTime);
  if (difference < MIN_REPORTED_MS) return null;
  const relation = dbTime > answeredAt ? 'behind' : 'ahead of';
  return `This server's clock is ${seconds(difference)} ${relation} the database server's. Correct both clocks, or processes will use different times for claims.`;
}
