import { Agent, request } from 'node:http';
import { openShow, type BenchApp } from './stage';
import { seeded } from '../test/seeded';
import { comments, median, quantile, take } from './workload';

/** Times for one comment sent by itself, and for parts of its processing, as medians in ms. */
interface OneByOne {
  /** `POST /api/debug/emit-comment`, from sending to the last byte of the response. */
  http: number;
  /** 99th percentile of `http`. */
  httpP99: number;
  /** The same kind of comment without HTTP: `ClaimIntake.submit`. */
  engine: number;
  /** One row written and committed: the unavoidable cost of the disk and the database. */
  commit: number;
  /** `GET /api/auth/me`: HTTP, authentication, and an account read. */
  signedIn: number;
  /** `GET /health/live`: HTTP only. */
  plainHttp: number;
}

type Step = Exclude<keyof OneByOne, 'httpP99'>;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function call(stage: BenchApp, method: string, path: string, body?: unknown): Promise<void> {
  const data = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${stage.token}`,
    ...(data === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(data) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${stage.url}${path}`, { method, agent, headers }, (response) => {
      response
        .resume()
        .once('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode ?? 0}`)),
        );
    });
    sent.once('error', reject).end(data);
  });
}

/**
 * Sends one comment at a time, alternating with the other steps, so that all of them run under the same
 * conditions.
 */
export async function oneByOne(stage: BenchApp, rounds: number): Promise<OneByOne> {
  const show = await openShow(stage);
  const source = comments('mix', show.liveId, seeded(7));
  await stage.dataSource.query('CREATE TABLE bench_commits (at timestamptz)');
  const times: Record<Step, number[]> = { http: [], engine: [], commit: [], signedIn: [], plainHttp: [] };
  const steps: Record<Step, () => Promise<unknown>> = {
    http: () => {
      const [comment] = take(source, 1);
      const { userId = '', handle = '' } = comment?.author ?? {};
      return call(stage, 'POST', '/api/debug/emit-comment', {
        showId: show.id,
        userId,
        userHandle: handle,
        text: comment?.text,
      });
    },
    engine: () => stage.intake.submit(show.id, take(source, 1)),
    commit: () => stage.dataSource.query('INSERT INTO bench_commits VALUES (now())'),
    signedIn: () => call(stage, 'GET', '/api/auth/me'),
    plainHttp: () => call(stage, 'GET', '/health/live'),
  };
  for (let round = 0; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps) as [Step, () => Promise<unknown>][]) {
      const started = performance.now();
      await step();
      times[name].push(performance.now() - started);
    }
  }
  await stage.dataSource.query('DROP TABLE bench_commits');
  agent.destroy();
  return {
    http: median(times.http),
    httpP99: quantile(times.http, 0.99),
    engine: median(times.engine),
    commit: median(times.commit),
    signedIn: median(times.signedIn),
    plainHttp: median(times.plainHttp),
  };
}
