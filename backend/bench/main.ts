import 'reflect-metadata';
import { batchesForCopy, insertBare } from './bare-inserts';
import { openLoop } from './latency';
import { longShow } from './long-show';
import { oneByOne } from './one-by-one';
import { decideWithOrm } from './plain-orm';
import { socketLatency } from './sockets';
import { openShow, startBenchApp, submitAll, type BenchApp } from './stage';
import { seeded } from '../test/seeded';
import { comments, median, take, type Workload } from './workload';
import { print, run } from './run';

const rounded = (value: number, digits = 1): string => value.toFixed(digits);

/**
 * Compares the engine with baselines (a), plain ORM, and (b), bare inserts. All three take turns on the same
 * PostgreSQL server.
 */
async function throughput(
  stage: BenchApp,
  workload: Workload,
  count: number,
  plainCount: number,
  rounds: number,
): Promise<void> {
  const engine: number[] = [];
  const ratiosToPlain: number[] = [];
  const ratiosToBare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const show = await openShow(stage);
    const engineRate =
      count /
      (await submitAll(
        stage.intake,
        show.id,
        take(comments(workload, show.liveId, seeded(round + 1)), count),
      ));
    const bareShow = await openShow(stage);
    const bareRate =
      count /
      (await insertBare(stage.dataSource, await batchesForCopy(stage.dataSource, show.id, bareShow.id)));
    const plainShow = await openShow(stage);
    const plainComments = take(comments(workload, plainShow.liveId, seeded(round + 1)), plainCount);
    const started = performance.now();
    // One after another, because the show's lock allows only one at a time, and waiting for it would slow the
    // plain ORM.
    for (const comment of plainComments) await decideWithOrm(stage.dataSource, plainShow.id, comment);
    const plainRate = plainCount / ((performance.now() - started) / 1000);
    engine.push(engineRate);
    ratiosToPlain.push(engineRate / plainRate);
    ratiosToBare.push(engineRate / bareRate);
    print(
      `  round ${round + 1}: engine ${rounded(engineRate, 0)}/s, plain ORM ${rounded(plainRate, 0)}/s, bare inserts ${rounded(bareRate, 0)}/s`,
    );
  }
  print(
    `${workload}: ${rounded(median(engine), 0)} comments/s; ${rounded(median(ratiosToPlain))} × one ORM transaction per comment; ${rounded(median(ratiosToBare) * 100, 0)} % of bare inserts`,
  );
}

async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const stage = await startBenchApp();
  try {
    const warmUpShow = await openShow(stage);
    await submitAll(stage.intake, warmUpShow.id, take(comments('mix', warmUpShow.liveId, seeded(99)), 3_000));
    for (const workload of ['mix', 'hot'] as const) {
      await throughput(stage, workload, quick ? 5_000 : 20_000, quick ? 200 : 1_000, quick ? 1 : 5);
    }
    for (const rate of [100, 1_000]) {
      const show = await openShow(stage);
      const { p50, p99, max, sent } = await openLoop(stage.intake, show, rate, quick ? 3 : 15);
      print(
        `open loop ${rate}/s: p50 ${rounded(p50)} ms, p99 ${rounded(p99)} ms, max ${rounded(max)} ms (${sent} comments)`,
      );
    }
    const sockets = await socketLatency(stage, await openShow(stage), 100, 50, quick ? 3 : 15);
    print(
      `${sockets.consoles} consoles at ${sockets.rate}/s: comment to socket p50 ${rounded(sockets.p50)} ms, p99 ${rounded(sockets.p99)} ms (${sockets.deliveries} deliveries)`,
    );
    const single = await oneByOne(stage, quick ? 200 : 1_000);
    print(
      `one comment at a time over HTTP: p50 ${rounded(single.http)} ms, p99 ${rounded(single.httpP99)} ms; of the p50, engine ${rounded(single.engine)} (a bare commit ${rounded(single.commit)}), ` +
        `HTTP ${rounded(single.plainHttp)}, authentication and an account read ${rounded(single.signedIn - single.plainHttp)}`,
    );
    const long = await longShow(stage, quick ? 10_000 : 100_000);
    print(
      `time per comment: ${rounded(long.msAtThousand, 3)} ms at 1,000 claims, ${rounded(long.msAtMax, 3)} ms at ${long.maxClaims.toLocaleString('en')}: ratio ${rounded(long.ratio, 2)}`,
    );
  } finally {
    await stage.close();
  }
}

run(main);
