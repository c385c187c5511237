import { Injectable } from '@nestjs/common';
import type { JobList } from '@sellary/contracts';
import {
  defineExtension,
  type ExtensionDefinition,
  type FollowedEvent,
  type FollowerTransaction,
  type HandlesJobs,
  JobDelayed,
  JobHandler,
  JobRejected,
  OnShowEvent,
  type OutgoingJob,
  OutgoingQueue,
} from '@sellary/extension-kit';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Caller, newCaller } from './caller';
import { useDatabasePerTest } from './database-per-test';
import { eventually } from './eventually';
import type { TestApp } from './test-app';

interface Sale {
  handle: string;
  seq: number;
  buyer?: unknown;
}

/**
 * Returns an extension that sends claims to a simulated shop. Also returns the jobs that the shop received
 * and the controls of the simulation.
 */
export function shopWithJobs(name: string) {
  const seen: OutgoingJob<Sale>[] = [];
  const control = {
    isDown: false,
    result: 'Sent.',
    isRefusing: false,
    delayMs: null as number | null,
    isHanging: false,
    followerFails: false,
    order: 'show' as string | undefined,
    maxPerMinute: undefined as number | undefined,
    handlingMs: 0,
    running: 0,
    maxRunning: 0,
  };

  @JobHandler({ name: 'sale', timeoutSeconds: 1 })
  class Sender implements HandlesJobs<Sale> {
    async handle(job: OutgoingJob<Sale>): Promise<string> {
      seen.push(job);
      control.running += 1;
      control.maxRunning = Math.max(control.maxRunning, control.running);
      if (control.handlingMs > 0) await wait(control.handlingMs);
      control.running -= 1;
      if (control.isHanging) await new Promise(() => undefined);
      if (control.isRefusing) throw new JobRejected('The shop knows no such item.');
      if (control.delayMs !== null) throw new JobDelayed('The shop is busy.', control.delayMs);
      if (control.isDown) throw new Error('The shop does not respond.');
      return control.result;
    }
  }

  @Injectable()
  class Follower {
    constructor(private readonly queue: OutgoingQueue) {}

    @OnShowEvent('claim.created')
    async send(event: FollowedEvent<'claim.created'>, tx: FollowerTransaction): Promise<void> {
      const { workspaceId, deliveryId, seq, data } = event;
      const { order, maxPerMinute } = control;
      await this.queue.enqueue(
        Sender,
        {
          workspaceId,
          key: deliveryId,
          channel: 'shop',
          payload: { handle: data.claim.buyer.handle, seq, buyer: data.claim.buyer },
          ...(order === undefined ? {} : { order }),
          ...(maxPerMinute === undefined ? {} : { maxPerMinute }),
        },
        tx,
      );
      if (control.followerFails) throw new Error('The follower fails after it enqueues the job.');
    }
  }
  return {
    seen,
    control,
    extension: defineExtension({
      name,
      version: '1.0.0',
      api: '^1.0.0',
      followers: [Follower],
      jobHandlers: [Sender],
    }),
  };
}

/** A show whose claims become jobs in the outgoing queue, with its own database for each test. */
export function useQueuedSales() {
  const { start, stop } = useDatabasePerTest();
  let operator: Caller;
  let showId: string;
  let database: Client;

  async function openShow(app: TestApp): Promise<void> {
    operator = await newCaller(app.url);
    showId = (await operator.activeShow([{ itemNumber: '1', totalQuantity: 99 }])).id;
    database = await app.connect();
  }
  async function startShow(extensions: ExtensionDefinition[]): Promise<TestApp> {
    const app = await start({ extensions });
    await openShow(app);
    return app;
  }
  const claim = async (...handles: string[]): Promise<void> => {
    for (const handle of handles) await operator.say(showId, handle, 'sold 1');
  };
  const jobs = async (extension: string, query = ''): Promise<JobList['jobs']> =>
    (await operator.call<JobList>('GET', `/api/extensions/${extension}/jobs${query}`)).body.jobs;
  const states = async (extension: string): Promise<string[]> =>
    (await jobs(extension)).map(({ state }) => state).reverse();
  const waitForJobs = (extension: string, count: number): Promise<unknown> =>
    eventually(
      () => jobs(extension),
      ({ length }) => length === count,
    );
  /** Waits until the jobs have these states, oldest first. */
  const waitForStates = (extension: string, ...expected: string[]): Promise<unknown> =>
    eventually(
      () => states(extension),
      (found) => found.join() === expected.join(),
    );
  /** Makes all waiting jobs due. */
  const makeJobsDue = (): Promise<unknown> =>
    database.query("UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state < 'active'");
  /** Makes all waiting jobs due again and again, until the jobs have these states, oldest first. */
  const retryUntilStates = (extension: string, ...expected: string[]): Promise<unknown> =>
    eventually(
      async () => (await makeJobsDue(), states(extension)),
      (found) => found.join() === expected.join(),
    );
  return {
    start,
    stop,
    openShow,
    startShow,
    claim,
    jobs,
    states,
    waitForJobs,
    waitForStates,
    makeJobsDue,
    retryUntilStates,
    operator: () => operator,
    database: () => database,
  };
}
