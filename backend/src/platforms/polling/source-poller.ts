import { Logger } from '@nestjs/common';
import type { SourceProblem } from '@sellary/contracts';
import { PlatformError } from '@sellary/extension-kit';
import { runAfter, type Clock, inBackground, messageOf } from '../../kernel';
import { AFTER_END_EVERY_MS } from './broadcast-watch';
import type { QuotaOwners, Throttles } from '../connections/throttles';
import { isDue } from '../adapter/is-due';
import { throttlePauseMs } from '../adapter/quota';
import type { OpenedConnection, SourceChannel } from './source-channel';
import { MAX_HOLD_MS } from './comment-buffer';
import { createReader } from './create-reader';
import type { SourceReader } from './source-reader';
import { SuccessorSearch } from './successor-search';
import type { SourceReadings } from './source-readings';
import { type SourceTarget, targetKey } from './source-target';
import { diagnose, THROTTLED } from './diagnosis';
import { retryWaitMs } from './retry-wait';

/** Interval at which a source without a working connection looks for a connection. */
const CONNECTION_CHECK_MS = 2_000;
const REPORT_GAPS_EVERY_MS = 60_000;
const LOST_PLACE =
  'The platform no longer recognizes the point where reading stopped, so reading started over. Older comments that the platform no longer lists may be missing.';

export interface PollerServices {
  channel: SourceChannel;
  readings: SourceReadings;
  throttles: Throttles;
  clock: Clock;
}

/**
 * Polls one source, cycle after cycle, until it is stopped or nothing is left to read. Waits between cycles,
 * backs off after failures, and reports problems.
 */
export class SourcePoller {
  private readonly log = new Logger('Polling');
  private reader: SourceReader | null = null;
  private readonly successors: SuccessorSearch;
  private wasOver = false;
  /** True if a broadcast check was requested because the broadcast was not found. */
  private hasRequestedCheck = false;
  /** The account being read; null until it is known. */
  accountId: string | null = null;
  private problem: SourceProblem | null = null;
  private failures = 0;
  private pagesAtLastFailure = 0;
  private gapReportedAt = 0;
  private hasWarned = false;
  private reportedRival: string | null = null;
  private isStopped = false;
  private endWait: () => void = () => undefined;
  private isWoken = false;
  private running: Promise<void> | null = null;

  constructor(
    public target: SourceTarget,
    private readonly services: PollerServices,
  ) {
    this.successors = new SuccessorSearch(services);
  }

  private get quotaOwners(): QuotaOwners {
    const { id, app = id } = this.services.channel.adapter(this.target);
    return { app, accountId: this.accountId ?? '' };
  }

  get key(): string {
    return targetKey(this.target);
  }

  start(): void {
    this.running ??= this.run();
    inBackground('polling', () => this.running);
  }

  /** Called when the show or the source has changed. */
  update(target: SourceTarget): void {
    const mustWake = target.status !== this.target.status || target.connectionId !== this.target.connectionId;
    this.target = target;
    if (this.reader !== null) this.reader.target = target;
    if (mustWake) this.wake();
  }

  /** Starts the next cycle immediately. */
  refresh(): void {
    this.reader?.refresh();
    this.wake();
  }

  /** Decides the comments held by a delayed scan. */
  async decideIfStalled(): Promise<void> {
    await this.reader?.decideIfStalled();
  }

  /** Resolves when the current cycle is over. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    await this.running;
    await this.reader?.close();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      const waitMs = await this.runCycle().catch((error: unknown) => this.handleFailure(error, null));
      if (waitMs === null) return;
      await this.wait(waitMs);
    }
  }

  /** @returns ms until the next cycle; null if nothing is left to do. */
  private async runCycle(): Promise<number | null> {
    const { channel, throttles, clock } = this.services;
    const reader = (this.reader ??= await this.createReader());
    const opened = await channel.open(this.target, this.accountId);
    if (opened === null) return this.handleMissingConnection();
    this.accountId = opened.connection.externalAccountId;
    const throttledUntil = await throttles.throttledUntil(this.quotaOwners);
    if (throttledUntil > clock.now()) return this.handleThrottle(throttledUntil);
    try {
      const { nextMs, hasGap = false, hasLostPlace = false, usage } = await reader.runCycle(opened);
      this.failures = 0;
      this.hasRequestedCheck = false;
      if (usage.percent >= 100) {
        return await this.handleFailure(
          new PlatformError('throttled', 'The call allowance is used up.', {
            retryAfterMs: throttlePauseMs(usage.regainMs),
          }),
          opened,
        );
      }
      if (this.problem === 'PERMISSION_MISSING') await channel.recordRecovery(opened);
      await this.reportNotice(reader);
      if (hasGap) {
        await this.reportGap(
          'Comments are arriving faster than they can be read. Catching up; none are lost.',
        );
      }
      if (hasLostPlace) await this.reportGap(LOST_PLACE);
      await this.reportRival(reader.rival);
      await this.reportEnd(reader);
      await this.successors.search(this.target, opened.connection, reader.isOver, usage);
      return nextMs;
    } catch (error) {
      const waitMs = await this.handleFailure(error, opened);
      await this.reportEnd(reader);
      // After any other failure, the platform is not called again.
      if (error instanceof PlatformError && error.kind === 'not-found') {
        await this.successors.search(this.target, opened.connection, true);
      }
      return waitMs;
    }
  }

  private async reportEnd({ isOver }: SourceReader): Promise<void> {
    if (isOver === this.wasOver) return;
    await this.services.readings.recordEnd(this.target, isOver);
    this.wasOver = isOver;
    if (!isOver) return;
    const message = 'The broadcast has ended. Late comments are still being read.';
    await this.services.channel.recordError(this.target, 'LIVE_ENDED', message, null);
  }

  private async createReader(): Promise<SourceReader> {
    const { channel, readings, clock } = this.services;
    const reading = await readings.begin(this.target);
    this.accountId = reading.accountId;
    this.problem = reading.problem;
    this.wasOver = reading.isOver;
    return createReader(this.target, reading, channel, readings, clock);
  }

  /**
   * Handles an error from a cycle, and records it if operators should see it.
   * @returns ms until the next attempt
   */
  private async handleFailure(error: unknown, opened: OpenedConnection | null): Promise<number> {
    const { channel, readings, throttles, clock } = this.services;
    const pagesRead = this.reader?.pagesRead ?? 0;
    this.failures = pagesRead > this.pagesAtLastFailure ? 1 : this.failures + 1;
    this.pagesAtLastFailure = pagesRead;
    const waitMs = retryWaitMs(error, this.failures, Math.random());
    const { problem, message } = diagnose(error, this.failures, channel.adapter(this.target));
    if (!(error instanceof PlatformError)) {
      this.log.warn(`${this.key}: ${messageOf(error)}`);
    }
    try {
      if (opened !== null && (await channel.recordFailure(opened, error))) {
        await this.recordProblem(problem ?? 'CONNECTION_EXPIRED', message, null);
        return CONNECTION_CHECK_MS;
      }
      if (problem === 'LIVE_GONE') {
        if (this.reader?.isOver === true) {
          // Not an error of the show: the platform has only removed the ended broadcast.
          if (this.problem !== null) {
            await readings.recordProblem(this.target, { problem, message, nextTryAt: null });
            this.problem = problem;
          }
          return Math.min(waitMs, AFTER_END_EVERY_MS);
        }
        // Some platforms remove the comments together with the broadcast, which is not a separate problem.
        if (!this.hasRequestedCheck) {
          this.hasRequestedCheck = true;
          this.reader?.refresh();
          return waitMs;
        }
      }
      const nextTryAt = clock.now() + waitMs;
      if (waitMs >= MAX_HOLD_MS) await this.reader?.decideAll();
      if (error instanceof PlatformError && error.kind === 'throttled') {
        await throttles.record(this.quotaOwners, error.scope, nextTryAt);
      }
      if (problem !== null) await this.recordProblem(problem, message, nextTryAt);
    } catch (recordingError) {
      this.log.warn(`${this.key}: the problem could not be recorded: ${messageOf(recordingError)}`);
    }
    return waitMs;
  }

  /**
   * Records a throttle caused by another source or process.
   * @returns ms until the throttle ends
   */
  private async handleThrottle(throttledUntil: number): Promise<number> {
    await this.recordProblem('THROTTLED', THROTTLED, throttledUntil);
    return throttledUntil - this.services.clock.now();
  }

  private async handleMissingConnection(): Promise<number> {
    if (this.problem !== 'NO_CONNECTION' && this.problem !== 'CONNECTION_EXPIRED') {
      const message =
        'This source has no working connection. Connect the account under Connections. No comments will be lost in the meantime.';
      await this.recordProblem('NO_CONNECTION', message, null);
    }
    return CONNECTION_CHECK_MS;
  }

  private async recordProblem(
    problem: SourceProblem,
    message: string,
    nextTryAt: number | null,
  ): Promise<void> {
    await this.services.readings.recordProblem(this.target, { problem, message, nextTryAt });
    if (this.problem === problem) return;
    this.problem = problem;
    await this.services.channel.recordError(this.target, problem, message, nextTryAt);
  }

  private async reportNotice({ notice }: SourceReader): Promise<void> {
    const { problem, message } = notice;
    const isNew = problem !== null && problem !== this.problem;
    if (isNew && message !== null) {
      await this.services.channel.recordError(this.target, problem, message, null);
    }
    // A warning does not affect the show, so it is logged instead of recorded in the show's ledger.
    const isWarning = problem === null && message !== null;
    if (isWarning && !this.hasWarned) this.log.warn(message);
    this.hasWarned = isWarning;
    this.problem = problem;
  }

  private async reportRival(rival: string | null): Promise<void> {
    if (rival !== null && rival !== this.reportedRival) {
      const message = `The show “${rival}” is reading the same broadcast under a different ID, so every comment counts in both shows. Stop one of them.`;
      await this.services.channel.recordError(this.target, 'LIVE_ALREADY_BOUND', message, null);
    }
    this.reportedRival = rival;
  }

  private async reportGap(message: string): Promise<void> {
    const now = this.services.clock.now();
    if (!isDue(now, this.gapReportedAt, REPORT_GAPS_EVERY_MS)) return;
    this.gapReportedAt = now;
    await this.services.channel.recordError(this.target, 'GAP', message, null);
  }

  private wake(): void {
    this.isWoken = true;
    this.endWait();
  }

  /** Waits until the time is up or `wake` is called. A call during the preceding cycle also ends the wait. */
  private async wait(ms: number): Promise<void> {
    if (!this.isWoken) {
      await new Promise<void>((resolve) => {
        const timer = runAfter('polling', Math.min(ms, 2 ** 31 - 1), resolve);
        this.endWait = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isWoken = false;
  }
}
