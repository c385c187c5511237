import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ShowWithItems } from '@sellary/contracts';
import type { LiveComment } from '@sellary/extension-kit';
import { type AllocationPolicy, policyId } from '@sellary/extension-kit/domain';
import { DataSource } from 'typeorm';
import { poolReader } from '../../kernel';
import {
  exportShow,
  importShow,
  liveComment,
  newCaller,
  type RecordedShow,
  runEventfulShow,
  startTestApp,
  useTestApp,
} from '../../../test';
import { DEFAULT_POLICY, findPolicy } from '../domain/allocation';
import { ClaimIntake } from '../intake/claim-intake';
import { Replay, type ReplayReport } from './replay';

const FIXTURES = path.join(__dirname, 'fixtures');
/** Columns that these recordings' ledgers do not determine. */
const UNCHECKED: Record<string, string[]> = {
  'show-1': [
    'shows.rules',
    ...['batch', 'batch_index', 'seconds_only', 'by_host', 'id_in_broadcast', 'outcomes'].map(
      (column) => `comments.${column}`,
    ),
    'claims.actor',
  ],
};
const fileOf = (name: string): string => path.join(FIXTURES, `${name}.json`);

describe('Recorded shows', () => {
  const app = useTestApp();
  let currentShow: RecordedShow;
  beforeAll(async () => {
    const { id } = await runEventfulShow(await newCaller(app.url), hiddenViewersBecomeKnown);
    currentShow = await exportShow(await app.connect(), id);
  });

  /**
   * Submits two comments without authors. Both turn out to be from the same viewer, who keeps only one claim
   * on the item.
   */
  async function hiddenViewersBecomeKnown(show: ShowWithItems): Promise<void> {
    const say = (commentId: string, author: LiveComment['author']): Promise<unknown> =>
      app.nest.get(ClaimIntake).submit(show.id, [liveComment(show, { commentId, author, text: 'sold 77' })]);
    for (const commentId of ['hidden-1', 'hidden-2']) await say(commentId, null);
    for (const commentId of ['hidden-1', 'hidden-2']) {
      await say(commentId, { userId: 'id-mia', handle: 'mia' });
    }
  }

  /** Replays the show in another database that contains only the recorded rows. */
  async function replayElsewhere(
    show: RecordedShow,
  ): Promise<Pick<ReplayReport, 'differences' | 'unchecked'>> {
    const other = await startTestApp();
    try {
      await importShow(await other.connect(), show);
      const reader = poolReader(other.nest.get(DataSource));
      const { differences, unchecked } = await new Replay(reader, show.showId).run();
      return { differences, unchecked };
    } finally {
      await other.close();
    }
  }

  it('Replaying a show recorded by this version reproduces its stored state, even in another database.', async () => {
    const name = process.env['RECORD_SHOW'];
    if (name !== undefined) writeFileSync(fileOf(name), JSON.stringify(currentShow, null, 1), { flag: 'wx' });
    expect(await replayElsewhere(currentShow)).toEqual({ differences: [], unchecked: [] });
  });

  const names = readdirSync(FIXTURES).filter((file) => file.endsWith('.json'));
  it.each(names.map((file) => path.basename(file, '.json')))(
    'Replaying %s, recorded by an earlier version, reproduces its stored state.',
    async (name) => {
      const recorded = JSON.parse(readFileSync(fileOf(name), 'utf8')) as RecordedShow;
      expect(await replayElsewhere(recorded)).toEqual({ differences: [], unchecked: UNCHECKED[name] ?? [] });
    },
  );

  it('A replay uses the policy version that the show specifies, even if the product has a later version.', async () => {
    const lastCome: AllocationPolicy = {
      ...DEFAULT_POLICY,
      version: 99,
      needs: ['wholeLine'],
      order: (a, b) => b.claimTime - a.claimTime,
      next: (line) => line.at(-1) ?? null,
    };
    const policies = (name: string): AllocationPolicy | undefined =>
      name === policyId(lastCome) ? lastCome : findPolicy(name);
    const reader = poolReader(app.nest.get(DataSource));
    expect((await new Replay(reader, currentShow.showId, { policies }).run()).differences).toEqual([]);
    // The replay uses the version in the row. With the other version, other viewers would have won.
    expect(
      (await new Replay(reader, currentShow.showId, { policies: () => lastCome }).run()).differences,
    ).not.toEqual([]);
    expect(
      (await new Replay(reader, currentShow.showId, { policies: () => undefined }).run()).differences[0],
    ).toMatch(/^row \d+: the allocation policy first-come@3 is not loaded on this server/);
  });

  it('Replaying a recorded show reports a stored claim whose status was changed.', async () => {
    const recorded = JSON.parse(readFileSync(fileOf('show-1'), 'utf8')) as RecordedShow;
    const claims = recorded.tables.find(({ name }) => name === 'claims');
    const status = claims?.columns.indexOf('status') ?? -1;
    const winner = claims?.rows.find((row) => row[status] === 'winner');
    winner?.splice(status, 1, 'released');
    expect((await replayElsewhere(recorded)).differences).toEqual([
      expect.stringMatching(
        /^claims \S+: status is stored as released, but should be winner according to the ledger$/,
      ),
    ]);
  });
});
