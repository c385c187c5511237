import { createDatabase, dropDatabase, startTestApp, type TestApp, type TestAppOptions } from './test-app';

/** Creates a database for each test of this block. The apps that the test starts on it end with the test. */
export function useDatabasePerTest() {
  const apps = new Set<TestApp>();
  let databaseUrl: string;

  beforeEach(async () => (databaseUrl = await createDatabase()));
  afterEach(async () => {
    for (const app of apps) await stop(app);
    await dropDatabase(databaseUrl);
  });

  const start = async (options: Omit<TestAppOptions, 'databaseUrl'> = {}): Promise<TestApp> => {
    const app = await startTestApp({ ...options, databaseUrl });
    apps.add(app);
    return app;
  };
  const stop = async (app: TestApp): Promise<void> => {
    apps.delete(app);
    await app.close();
  };
  return { start, stop, databaseUrl: () => databaseUrl };
}
