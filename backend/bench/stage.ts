import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Session, Show } from '@sellary/contracts';
import type { ExtensionDefinition, LiveComment } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { ClaimIntake } from '../src/claim-engine';
import { CONFIG_SECTIONS } from '../src/config-sections';
import { createApp } from '../src/create-app';
import { readConfig } from '../src/kernel';
import { ITEMS } from './workload';

/** The product, running in this process, with a signed-in user. */
export interface BenchApp {
  url: string;
  token: string;
  intake: ClaimIntake;
  dataSource: DataSource;
  /** Creates a show with items, and activates it. */
  newShow(): Promise<Show>;
  close(): Promise<void>;
}

async function post<T>(url: string, token: string | null, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Starts the product with these extensions. */
export async function startBenchApp(extensions: readonly ExtensionDefinition[] = []): Promise<BenchApp> {
  const secret = 'only for benchmarks, on a database that is thrown away';
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'development' };
  const app: NestExpressApplication = await createApp(
    readConfig(
      env,
      () => ({ JWT_SECRET: secret, JWT_REFRESH_SECRET: secret, TOKEN_ENCRYPTION_KEY: secret }),
      CONFIG_SECTIONS,
    ),
    { extensions },
  );
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const session = await post<Session>(`${url}/api/auth/register`, null, {
    email: `bench-${Date.now()}@example.com`,
    password: 'bench bench bench',
    name: 'Bench',
  });
  const token = session.accessToken;
  return {
    url,
    token,
    intake: app.get(ClaimIntake),
    dataSource: app.get(DataSource),
    newShow: async () => {
      const show = await post<Show>(`${url}/api/shows`, token, {
        name: 'Bench',
        sources: [{ platform: 'rehearsal' }],
      });
      const items = Array.from({ length: ITEMS }, (_, index) => ({
        itemNumber: String(index + 1),
        title: `Item ${index + 1}`,
        totalQuantity: 1 + (index % 5),
      }));
      await post(`${url}/api/shows/${show.id}/items`, token, { items });
      return post<Show>(`${url}/api/shows/${show.id}/activate`, token, {});
    },
    close: () => app.close(),
  };
}

/** Starts a show, and returns its id and its broadcast's id. */
export async function openShow(stage: BenchApp): Promise<{ id: string; liveId: string }> {
  const show = await stage.newShow();
  return { id: show.id, liveId: show.sources[0]?.liveId ?? '' };
}

/**
 * Submits each comment in a separate call, with at most `maxPending` calls in progress.
 * @returns the duration in seconds
 */
export async function submitAll(
  intake: ClaimIntake,
  showId: string,
  comments: LiveComment[],
  maxPending = 1_500,
): Promise<number> {
  const started = performance.now();
  let next = 0;
  const submitter = async (): Promise<void> => {
    for (let comment = comments[next++]; comment !== undefined; comment = comments[next++]) {
      await intake.submit(showId, [comment]);
    }
  };
  await Promise.all(Array.from({ length: maxPending }, submitter));
  return (performance.now() - started) / 1000;
}
