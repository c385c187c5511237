import type { Page } from '@playwright/test';
import { Operator, manyItems, openConsole } from './fixtures/operator';
import { expect, test } from './fixtures/test';

interface TransferredFile {
  path: string;
  encoding: string | undefined;
  bytes: number;
}

/** Records the scripts and styles that a page downloads from now on. */
function recordFiles(page: Page): { whenIdle(): Promise<TransferredFile[]> } {
  const files: Promise<TransferredFile>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/\.(?:js|css)$/.test(pathname)) return;
    files.push(
      (async () => ({
        path: pathname,
        encoding: (await response.allHeaders())['content-encoding'],
        bytes: (await response.request().sizes()).responseBodySize,
      }))(),
    );
  });
  return {
    async whenIdle() {
      await page.waitForLoadState('networkidle');
      return Promise.all(files);
    },
  };
}

const totalBytes = (files: readonly TransferredFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

test('The sign-in page downloads at most 120 kB of scripts and styles, compressed at build time.', async ({
  page,
}) => {
  const files = recordFiles(page);
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const loaded = await files.whenIdle();
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter(({ encoding }) => encoding !== 'br')).toEqual([]);
  expect(totalBytes(loaded)).toBeLessThan(120_000);
});

test("The files named in the console's HTML total at most 260 kB, and a rehearsal loads at most 3 kB more.", async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  const files = recordFiles(page);
  await openConsole(page, show);
  const loaded = await files.whenIdle();
  expect(loaded.filter(({ encoding }) => encoding !== 'br')).toEqual([]);
  const html = await (await page.request.get(`/shows/${show.id}/console`)).text();
  const isNamed = ({ path }: TransferredFile): boolean => html.includes(`"${path.slice(1)}"`);
  expect(totalBytes(loaded.filter(isNamed))).toBeLessThan(260_000);
  // The application starts, and requests its session, while the console's files are still loading.
  expect(html.lastIndexOf('rel="modulepreload"')).toBeGreaterThan(html.indexOf('src="main-'));
  // Only a rehearsal's comment field is loaded later.
  const loadedLater = loaded.filter((file) => !isNamed(file));
  expect(loadedLater.length).toBeLessThan(5);
  expect(totalBytes(loadedLater)).toBeLessThan(3_000);
});

test('A client without Brotli gets the same file with gzip.', async ({ page }) => {
  const html = await (await page.request.get('/login')).text();
  const file = /src="(main-[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const responses = await Promise.all(
    ['br', 'gzip', 'identity'].map((encoding) =>
      page.request.get(`/${file}`, { headers: { 'accept-encoding': encoding } }),
    ),
  );
  expect(responses.map((answer) => answer.headers()['content-encoding'])).toEqual(['br', 'gzip', undefined]);
  const [first, ...others] = await Promise.all(responses.map((answer) => answer.text()));
  for (const other of others) expect(other).toBe(first);
  for (const answer of responses) {
    expect(answer.headers()['content-type']).toContain('javascript');
    expect(answer.headers()['cache-control']).toContain('immutable');
    expect(answer.headers()['vary']).toContain('Accept-Encoding');
  }
});
