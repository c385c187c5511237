import { openShow, type BenchApp, submitAll } from './stage';
import { seeded } from '../test/seeded';
import { comments, median, take } from './workload';

const COMMENTS_PER_PROBE = 2_000;
const ROUNDS = 3;

/** Milliseconds per comment of the mixed workload in this show, as the median of a few rounds. */
async function probe(stage: BenchApp, show: { id: string; liveId: string }, seed: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const probeComments = take(comments('mix', show.liveId, seeded(seed + round)), COMMENTS_PER_PROBE);
    times.push(((await submitAll(stage.intake, show.id, probeComments)) * 1000) / COMMENTS_PER_PROBE);
  }
  return median(times);
}

async function claimCount(stage: BenchApp, showId: string): Promise<number> {
  const [row] = await stage.dataSource.query<{ claim_count: number }[]>(
    'SELECT claim_count FROM shows WHERE id = $1',
    [showId],
  );
  return row?.claim_count ?? 0;
}

/** Compares the time per comment in a show with 1,000 claims and in a show with `maxClaims`. */
export async function longShow(stage: BenchApp, maxClaims: number) {
  const short = await openShow(stage);
  const long = await openShow(stage);
  const fill = async (show: { id: string; liveId: string }, claims: number): Promise<void> => {
    // Every `hot` viewer is new, so each comment is a claim. The texts spread the claims over the items.
    const source = comments('hot', show.liveId, seeded(7));
    while ((await claimCount(stage, show.id)) < claims) {
      const batch = take(source, Math.min(5_000, claims)).map((comment, index) => ({
        ...comment,
        text: `sold ${1 + (index % 40)}`,
      }));
      await submitAll(stage.intake, show.id, batch);
    }
  };
  await fill(short, 1_000);
  await fill(long, maxClaims);
  // The probes alternate, so that machine noise affects both shows.
  const pairs = [];
  for (let round = 0; round < ROUNDS; round++) {
    pairs.push({
      short: await probe(stage, short, 100 + round),
      long: await probe(stage, long, 100 + round),
    });
  }
  return {
    maxClaims,
    msAtThousand: median(pairs.map((pair) => pair.short)),
    msAtMax: median(pairs.map((pair) => pair.long)),
    ratio: median(pairs.map((pair) => pair.long / pair.short)),
  };
}
