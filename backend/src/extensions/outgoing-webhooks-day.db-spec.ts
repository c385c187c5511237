import type { ExtensionList, JobList } from '@sellary/contracts';
import type { Client } from 'pg';
import outgoingWebhooks from '../../../extensions/outgoing-webhooks/src';
import { eventually, useCaller, useTestApp } from '../../test';
import { allowLocalWebhooks, type ReceivedWebhook, WebhookReceiver } from '../../test/webhook-receiver';
import { Clock } from '../kernel';

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';
const HOUR_MS = 3_600_000;
/** Makes the next run of every job due immediately, because retry delays are simulated. */
const MAKE_RUNS_DUE = `
  CREATE FUNCTION due_at_once() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.start_after := now() - interval '1 second'; RETURN NEW; END $$;
  CREATE TRIGGER due_at_once BEFORE INSERT ON pgboss.job FOR EACH ROW EXECUTE FUNCTION due_at_once()`;

interface Call {
  id: string;
  show: string;
  seq: number;
  at: number;
  status: number;
}

/** An endpoint that fails every call for a simulated day. Each attempt moves the simulated time forward. */
class DownForADay extends WebhookReceiver {
  readonly calls: Call[] = [];
  readonly startedAt = Date.now();
  /** Simulated time. */
  now = this.startedAt;
  private pauseAfterMs = Infinity;
  private onPause: (() => void) | null = null;
  private resumed: Promise<void> | null = null;

  constructor(private readonly database: Client) {
    super();
  }

  /** Stops the simulated time at the first call after `afterMs`. `resume` restarts it. */
  async pauseTime(afterMs: number): Promise<{ resume: () => void }> {
    let resume = (): void => undefined;
    this.resumed = new Promise((resolve) => {
      resume = () => {
        this.pauseAfterMs = Infinity;
        resolve();
      };
    });
    await new Promise<void>((resolve) => {
      this.onPause = resolve;
      this.pauseAfterMs = afterMs;
    });
    return { resume: () => resume() };
  }

  /** Calls that the endpoint accepted. */
  accepted(): Call[] {
    return this.calls.filter(({ status }) => status === 204);
  }

  override respond = async ({ id, body }: ReceivedWebhook): Promise<number> => {
    const { rows } = await this.database.query<{ at: Date }>(
      'SELECT next_attempt_at AS at FROM outgoing_jobs WHERE key = $1',
      [id],
    );
    this.now = Math.max(this.now, rows[0]?.at.getTime() ?? 0);
    if (this.now - this.startedAt >= this.pauseAfterMs) {
      this.onPause?.();
      await this.resumed;
    }
    const status = this.now - this.startedAt < 24 * HOUR_MS ? 500 : 204;
    const { data } = JSON.parse(body) as { data: { showId: string; seq: number } };
    this.calls.push({ id, show: data.showId, seq: data.seq, at: this.now, status });
    return status;
  };
}

describe('An endpoint that is down for a day', () => {
  jest.setTimeout(120_000);
  let database: Client;
  let endpoint: DownForADay;
  // Runs before the app closes.
  afterAll(() => endpoint.stop());
  allowLocalWebhooks();
  const app = useTestApp({ extensions: [outgoingWebhooks] });
  const owner = useCaller(app);
  beforeAll(async () => {
    database = await app.connect();
    await database.query(MAKE_RUNS_DUE);
    endpoint = new DownForADay(database);
    await endpoint.start();
  });
  afterEach(() => void jest.restoreAllMocks());

  const rowCounts = async () => {
    const { rows } = await database.query<{ jobs: number; runs: number; rates: number }>(
      `SELECT (SELECT count(*)::int FROM outgoing_jobs) AS jobs, (SELECT count(*)::int FROM outgoing_rates) AS rates,
         (SELECT count(*)::int FROM pgboss.job WHERE name = 'outgoing-webhooks') AS runs`,
    );
    return rows[0];
  };

  it("Each event arrives once, in its show's order. Until then, the queue has one job per event and one run per show.", async () => {
    const { body: added } = await owner.call<{ id: string }>('POST', ENDPOINTS, {
      url: endpoint.url(),
      eventTypes: ['claim.created'],
    });
    const shows = [
      await owner.activeShow([{ itemNumber: '1', totalQuantity: 9 }]),
      await owner.activeShow([{ itemNumber: '1', totalQuantity: 9 }]),
    ];
    const claim = async (...names: string[]): Promise<void> => {
      for (const name of names) for (const { id } of shows) await owner.say(id, name, 'sold 1');
    };
    let isSimulated = false;
    const realNow = Date.now;
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => (isSimulated ? endpoint.now : realNow()));
    const firstPause = endpoint.pauseTime(0);
    await claim('ann', 'bob', 'cat');
    await eventually(rowCounts, (counts) => counts?.jobs === 6);
    const { resume: begin } = await firstPause;
    isSimulated = true;
    begin();
    const { resume } = await endpoint.pauseTime(12 * HOUR_MS);

    // Console calls use the real time, because the session would have expired after 12 simulated hours.
    isSimulated = false;
    await claim('dan', 'eve');
    await eventually(rowCounts, (counts) => counts?.jobs === 10);
    expect(await rowCounts()).toEqual({ jobs: 10, runs: 2, rates: 1 });
    const { body: list } = await owner.call<ExtensionList>('GET', '/api/extensions');
    expect(list.extensions.map(({ jobs }) => jobs)).toEqual([{ waiting: 10, retrying: 2, failed: 0 }]);
    const { body: deliveries } = await owner.call<JobList>('GET', `${ENDPOINTS}/${added.id}/deliveries`);
    const tried = deliveries.jobs.filter(({ attempts }) => attempts > 0);
    expect(tried.map(({ error }) => error)).toEqual(Array(2).fill('The endpoint responded with HTTP 500.'));
    expect(Math.max(...tried.map(({ attempts }) => attempts))).toBeGreaterThan(20);
    const untried = deliveries.jobs.filter(({ attempts }) => attempts === 0);
    expect(untried.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual(Array(8).fill(null));
    isSimulated = true;
    resume();

    const accepted = await eventually(
      () => endpoint.accepted(),
      ({ length }) => length >= 10,
    );
    isSimulated = false;
    await eventually(rowCounts, (counts) => counts?.runs === 0);
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(10);
    expect(endpoint.accepted()).toHaveLength(10);
    for (const { id } of shows) {
      const seqs = accepted.filter(({ show }) => show === id).map(({ seq }) => seq);
      expect(seqs).toHaveLength(5);
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    }
    const firstAcceptedMs = (accepted[0]?.at ?? 0) - endpoint.startedAt;
    expect(firstAcceptedMs).toBeLessThanOrEqual(24.25 * HOUR_MS);
    const { body: after } = await owner.call<JobList>(
      'GET',
      `${ENDPOINTS}/${added.id}/deliveries?state=done`,
    );
    expect(after.jobs).toHaveLength(10);
  });
});
