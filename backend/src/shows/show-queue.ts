import { Injectable } from '@nestjs/common';
import { ApiError, inBackground, isUnavailable } from '../kernel';

/** A type of work. Adjacent jobs in the queue with the same lane object may share a transaction. */
export interface Lane<I, O> {
  /** Maximum total weight of a transaction's inputs. A single input may be heavier. */
  readonly limit: number;
  /** Weight of an input: 1 for an ordinary one, more for one that takes longer. */
  weigh(input: I): number;
  /** Processes all inputs or none. Returns one output per input, in order. */
  process(showId: string, inputs: I[]): Promise<O[]>;
}

interface LaneJob {
  lane: Lane<unknown, unknown>;
  inputs: unknown[];
  outputs: unknown[];
  resolve: (outputs: unknown[]) => void;
  reject: (error: unknown) => void;
}
/** `run` resolves with the work's error or undefined. `refuse` rejects work that has not started. */
type Job = LaneJob | { lane: null; run: () => Promise<unknown>; refuse: (error: unknown) => void };

const MAX_WAITING_INPUTS = 100_000;

/**
 * One ordered queue per show in this process. Work on an idle show starts immediately. While a transaction is
 * running, arriving work waits and is then drained together, so that batches grow with the load, without a
 * timer. The row lock orders work across processes.
 */
@Injectable()
export class ShowQueue {
  private readonly queues = new Map<string, Job[]>();
  private waiting = 0;

  /** Runs `work` alone, after everything queued before it. */
  submit<T>(showId: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const refuse: (error: unknown) => void = reject;
      const run = async (): Promise<unknown> => {
        try {
          resolve(await work());
          return undefined;
        } catch (error) {
          refuse(error);
          return error;
        }
      };
      this.add(showId, { lane: null, run, refuse });
    });
  }

  /**
   * Runs the inputs in their lane, perhaps together with adjacent jobs' inputs.
   * @throws ApiError UNAVAILABLE if too many inputs are already waiting
   */
  submitTo<I, O>(showId: string, lane: Lane<I, O>, inputs: I[]): Promise<O[]> {
    if (inputs.length === 0) return Promise.resolve([]);
    if (this.waiting + inputs.length > MAX_WAITING_INPUTS) {
      throw ApiError.retryAfter(1, 'UNAVAILABLE', 'Too many comments are waiting. Try again in a moment.');
    }
    this.waiting += inputs.length;
    return new Promise<O[]>((resolve, reject) => {
      this.add(showId, {
        lane,
        inputs,
        outputs: [],
        resolve: resolve as (outputs: unknown[]) => void,
        reject,
      });
    });
  }

  private add(showId: string, job: Job): void {
    const queue = this.queues.get(showId);
    if (queue !== undefined) {
      queue.push(job);
      return;
    }
    this.queues.set(showId, [job]);
    inBackground('show queue', () => this.drain(showId));
  }

  private async drain(showId: string): Promise<void> {
    const queue = this.queues.get(showId) ?? [];
    for (let job = queue[0]; job !== undefined; job = queue[0]) {
      if (job.lane === null) queue.shift();
      const error = job.lane === null ? await job.run() : await this.drainLane(showId, queue, job.lane);
      if (error !== undefined && isUnavailable(error)) this.refuseAll(queue, error);
    }
    this.queues.delete(showId);
  }

  /**
   * Rejects all waiting work. Otherwise each job in turn would wait for the database again, and callers would
   * wait for the sum of all these waits.
   */
  private refuseAll(queue: Job[], error: unknown): void {
    for (const job of queue.splice(0)) {
      if (job.lane === null) job.refuse(error);
      else {
        this.waiting -= job.inputs.length - job.outputs.length;
        job.reject(error);
      }
    }
  }

  /** @returns the work's error, if any */
  private async drainLane(showId: string, queue: Job[], lane: Lane<unknown, unknown>): Promise<unknown> {
    const parts: { job: LaneJob; inputs: unknown[] }[] = [];
    let weight = 0;
    while (weight < lane.limit && queue[0]?.lane === lane) {
      const job = queue[0];
      const begin = job.outputs.length;
      let end = begin;
      while (end < job.inputs.length && (weight += lane.weigh(job.inputs[end])) <= lane.limit) end++;
      if (end === begin && parts.length === 0) end++;
      if (end > begin) parts.push({ job, inputs: job.inputs.slice(begin, end) });
      if (end < job.inputs.length) break;
      queue.shift();
    }
    try {
      return await this.runTogether(showId, lane, parts);
    } finally {
      this.waiting -= parts.reduce((sum, part) => sum + part.inputs.length, 0);
    }
  }

  private async runTogether(
    showId: string,
    lane: Lane<unknown, unknown>,
    parts: { job: LaneJob; inputs: unknown[] }[],
  ): Promise<unknown> {
    try {
      const outputs = await lane.process(
        showId,
        parts.flatMap((part) => part.inputs),
      );
      let from = 0;
      for (const { job, inputs } of parts) job.outputs.push(...outputs.slice(from, (from += inputs.length)));
      resolveLater(parts.map(({ job }) => job).filter((job) => job.outputs.length === job.inputs.length));
      return undefined;
    } catch (error) {
      // One caller's unstorable comment must not cause other callers' comments to be rejected, so each part
      // runs alone if the database is available.
      if (parts.length > 1 && !isUnavailable(error)) {
        let lastError: unknown;
        for (const part of parts) lastError = (await this.runTogether(showId, lane, [part])) ?? lastError;
        return lastError;
      }
      for (const { job, inputs } of parts) this.rejectJob(showId, job, inputs.length, error);
      return error;
    }
  }

  private rejectJob(showId: string, job: LaneJob, triedCount: number, error: unknown): void {
    const queue = this.queues.get(showId);
    if (queue?.[0] === job) {
      queue.shift();
      this.waiting -= job.inputs.length - job.outputs.length - triedCount;
    }
    job.reject(error);
  }
}

/** Maximum number of callers answered in one event loop round. */
const MAX_RESOLVED_AT_ONCE = 32;

/**
 * Answers callers in later event loop rounds, a few per round, so that the callers' further work delays
 * neither the start of the next transaction nor its result.
 */
function resolveLater(jobs: LaneJob[], from = 0): void {
  if (from >= jobs.length) return;
  setImmediate(() => {
    for (const job of jobs.slice(from, from + MAX_RESOLVED_AT_ONCE)) job.resolve(job.outputs);
    resolveLater(jobs, from + MAX_RESOLVED_AT_ONCE);
  });
}
