import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import {
  defineExtension,
  type ExtensionDefinition,
  type FollowedEvent,
  type FollowerTransaction,
  type HandlesJobs,
  JobHandler,
  OnShowEvent,
  OutgoingQueue,
} from '@sellary/extension-kit';
import { openLoop } from './latency';
import { openShow, startBenchApp, submitAll } from './stage';
import { seeded } from '../test/seeded';
import { comments, median, take } from './workload';
import { print, run } from './run';

const RATE = 100;
/** Target for the difference between the median p99 values. It is printed, but not enforced. */
const TARGET_DELAY_MS = 5;

@JobHandler({ name: 'sale' })
class Sender implements HandlesJobs {
  handle(): string {
    return 'Sent.';
  }
}

/** Enqueues a job for each claim, as outgoing-webhooks does. */
@Injectable()
class EnqueuingFollower {
  constructor(private readonly queue: OutgoingQueue) {}

  @OnShowEvent('claim.created')
  async send(event: FollowedEvent<'claim.created'>, tx: FollowerTransaction): Promise<void> {
    const { workspaceId, deliveryId, showId, seq } = event;
    const job = { workspaceId, key: deliveryId, payload: { seq }, channel: 'shop', order: showId };
    await this.queue.enqueue(Sender, job, tx);
  }
}

class ThrowingFollower {
  @OnShowEvent('claim.created')
  fail(): never {
    throw new Error('It always fails.');
  }
}

class HangingFollower {
  @OnShowEvent('claim.created')
  hang(): Promise<void> {
    return new Promise(() => undefined);
  }
}

const extension = (
  name: string,
  parts: Pick<ExtensionDefinition, 'followers' | 'jobHandlers'>,
): ExtensionDefinition => defineExtension({ name, version: '1.0.0', api: '^1.0.0', ...parts });

const EXTENSIONS = [
  extension('enqueues', { followers: [EnqueuingFollower], jobHandlers: [Sender] }),
  extension('throws', { followers: [ThrowingFollower] }),
  extension('hangs', { followers: [HangingFollower] }),
];

/** Measures decision latency in one show at a steady rate, with these extensions loaded. */
async function measure(extensions: readonly ExtensionDefinition[], seconds: number) {
  const stage = await startBenchApp(extensions);
  try {
    const warmUpShow = await openShow(stage);
    await submitAll(stage.intake, warmUpShow.id, take(comments('mix', warmUpShow.liveId, seeded(99)), 1_000));
    return await openLoop(stage.intake, await openShow(stage), RATE, seconds);
  } finally {
    await stage.close();
  }
}

async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const [rounds, seconds] = quick ? [1, 5] : [5, 20];
  const p99 = { without: [] as number[], with: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const without = await measure([], seconds);
    const withExtensions = await measure(EXTENSIONS, seconds);
    p99.without.push(without.p99);
    p99.with.push(withExtensions.p99);
    print(
      `round ${round + 1}: without extensions p50 ${without.p50.toFixed(1)} ms, p99 ${without.p99.toFixed(1)} ms; with extensions p50 ${withExtensions.p50.toFixed(1)} ms, p99 ${withExtensions.p99.toFixed(1)} ms`,
    );
  }
  const delay = median(p99.with) - median(p99.without);
  print(
    `${RATE} comments a second, with an extension that enqueues, one that throws, and one that hangs: p99 of a decision ${delay >= 0 ? '+' : ''}${delay.toFixed(1)} ms (target: at most ${TARGET_DELAY_MS} ms)`,
  );
}

run(main);
