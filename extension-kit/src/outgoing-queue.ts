import type { Type } from '@nestjs/common';
import type { JobList, JobState } from '@sellary/contracts';
import type { FollowerTransaction } from './show-follower';

/** A job's data, as an object that can be serialized to JSON. */
export type JobPayload = object;

/** A job, as its handler receives it. */
export interface OutgoingJob<Payload extends JobPayload = JobPayload> {
  /** UUID; the same for every attempt. */
  readonly id: string;
  readonly workspaceId: string;
  /** As given to `enqueue`; the same for every attempt. */
  readonly key: string;
  readonly payload: Payload;
  readonly channel: string | null;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Time at which it was enqueued, ISO-8601. */
  readonly createdAt: string;
}

/** A class with the `@JobHandler(…)` decorator. It can inject what the extension's module exports. */
export interface HandlesJobs<Payload extends JobPayload = JobPayload> {
  /**
   * Does a job's work. It is called at least once for each job: if the process is killed after the work is
   * done but before the result is stored, it is called again, with the same `id` and `key`. A job fails
   * permanently after 8 attempts in a row during which the process ended.
   *
   * A handler that throws, or takes longer than its time limit, is called again with growing pauses, for 26
   * hours. `JobRejected` ends the attempts immediately; `JobDelayed` sets the next pause. A job that failed
   * permanently is listed in the console, with its last error message. There, an admin can resend or discard
   * it.
   * @param signal aborted at the time limit, and when the product stops. Pass it on to `fetch`.
   * @returns one sentence about the result for the job list, at most 500 characters: `200 OK in 85 ms.`
   */
  handle(job: OutgoingJob<Payload>, signal: AbortSignal): Promise<string | void> | string | void;
}

export interface JobHandlerOptions {
  /** Lowercase letters, digits, and hyphens. Unique in the extension, and stored with each job: do not change it. */
  readonly name: string;
  /** Maximum duration of one attempt, 1 to 120 seconds; 20 if left out. */
  readonly timeoutSeconds?: number;
}

const handlers = new WeakMap<object, JobHandlerOptions>();

/** Marks a class that handles jobs. List it in `jobHandlers` of `defineExtension`. */
export const JobHandler =
  (options: JobHandlerOptions) =>
  (target: Type<HandlesJobs<never>>): void => {
    handlers.set(target, options);
  };

/** The options of a class with `@JobHandler(…)`; called by the product. */
export const jobHandlerOf = (type: object): JobHandlerOptions | null => handlers.get(type) ?? null;

export interface NewJob<Payload extends JobPayload = JobPayload> {
  readonly workspaceId: string;
  /**
   * Stable name of the work, unique per handler and workspace, at most 200 characters. A job enqueued again
   * with the same key is not added. A follower derives the key from `deliveryId`.
   */
  readonly key: string;
  /**
   * At most 256 KB as JSON. If it contains a viewer's object from the ledger (`buyer: {id, handle, …}`),
   * erasing the viewer's data also removes the name here.
   */
  readonly payload: Payload;
  /**
   * The job's receiver, such as an endpoint id, at most 200 characters. Jobs can be listed, and attempts
   * limited, per channel.
   */
  readonly channel?: string;
  /**
   * A handler's jobs with the same `channel` and `order` are handled one after the other, in the order in
   * which they were enqueued: each one waits until the previous one is done, has failed permanently, or is
   * discarded. Without `order`, jobs are handled in any order, several at the same time. At most 200
   * characters.
   */
  readonly order?: string;
  /**
   * Maximum number of attempts per minute by this handler for the channel, across all processes. An integer
   * greater than 0; requires `channel`.
   */
  readonly maxPerMinute?: number;
}

/**
 * Durable jobs for work outside the product: HTTP calls, messages. An injection token: use it as the type of
 * a constructor parameter. Jobs survive restarts, and run outside of all show transactions, so a slow or
 * failing handler delays neither a show nor another extension's jobs. Jobs that are done are kept for 7 days,
 * and failed or discarded jobs for 30 days.
 */
export abstract class OutgoingQueue {
  /**
   * Adds a job. With `tx`, the job is part of that transaction: it exists if and only if the follower's row
   * is recorded as handled. Without `tx`, it is stored immediately.
   * @returns the job's id, even if the job was added before
   */
  abstract enqueue<Payload extends JobPayload>(
    handler: Type<HandlesJobs<Payload>>,
    job: NewJob<Payload>,
    tx?: FollowerTransaction,
  ): Promise<string>;

  /** Lists a handler's jobs in a workspace. */
  abstract list(
    handler: Type<HandlesJobs<never>>,
    workspaceId: string,
    request?: {
      readonly state?: JobState;
      readonly channel?: string;
      /** 1 to 200; 50 if left out. */
      readonly limit?: number;
      readonly cursor?: string;
    },
  ): Promise<JobList>;

  /**
   * Resends a job that is done, failed, or discarded; a waiting job is tried now. The job keeps its id and
   * key. During an attempt at the job, an error with status 409 is thrown.
   * @returns false if the handler has no such job in the workspace or, if given, in the channel
   */
  abstract resend(
    handler: Type<HandlesJobs<never>>,
    workspaceId: string,
    jobId: string,
    channel?: string,
  ): Promise<boolean>;

  /** Discards all waiting jobs in a channel, for example because its receiver was removed. */
  abstract discardChannel(
    handler: Type<HandlesJobs<never>>,
    workspaceId: string,
    channel: string,
    tx?: FollowerTransaction,
  ): Promise<void>;
}

/** Thrown by a handler if its job can never succeed. The job is not retried. */
export class JobRejected extends Error {
  override readonly name = 'JobRejected';
}

/**
 * Thrown by a handler if the job's receiver asks it to wait. The next attempt is `delayMs` later, at most one
 * hour. From a job's 21st attempt on, this pause is at least as long as the pause after any other error.
 */
export class JobDelayed extends Error {
  override readonly name = 'JobDelayed';

  constructor(
    message: string,
    readonly delayMs: number,
  ) {
    super(message);
  }
}
