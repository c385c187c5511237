import type { Show } from '@sellary/contracts';
import type { Page } from '@playwright/test';
import { loadavg } from 'node:os';
import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole } from './fixtures/operator';

/** Slow 4G as Lighthouse defines it, with throughput in bytes per second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const CPU_SLOWDOWN = 4;
const MAX_BULK = 500;
const ITEMS = 60;
const COMMENTS_PER_SECOND = 100;
const COMMENTS_EVERY_MS = 50;
const ROUNDS = 12;
const KEY_EVERY_MS = 80;
/** The keys that a busy operator presses: from "Claims" to "Needs you", then to the items and back. */
const KEYS = ['j', 'j', 'Enter', 'Escape', 'v', 'j', 'g', 'i', 'j', 'Enter', 'Escape', 'g', 'f', 'Home'];

interface Timings {
  largestPaintMs: number;
  /**
   * Longest duration of each interaction, by interaction ID. The browser does not report durations under 16
   * ms.
   */
  interactions: Map<number, number>;
}
type MeasuredWindow = Window & { timings: Timings };

test.describe.configure({ timeout: 400_000 });

test('LCP of the console on slow 4G, with 4x CPU slowdown.', async ({ page }) => {
  const { operator, show } = await showWithClaims(page, 500);
  await operator.showNow(show, '101');
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.clearBrowserCache');
  await devTools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(recordTimings);
  // Nothing checks the page while it loads, because that would use the page's CPU time.
  await page.goto(`/shows/${show.id}/console`, { waitUntil: 'networkidle' });
  const paint = await page.evaluate(() => (window as unknown as MeasuredWindow).timings.largestPaintMs);
  print(`LCP of the console: ${Math.round(paint)} ms`);
});

for (const claims of [500, 5_000]) {
  test(`INP with ${claims} claims and ${COMMENTS_PER_SECOND} comments a second.`, async ({ page }) => {
    const { operator, show } = await showWithClaims(page, claims);
    await page.addInitScript(recordTimings);
    await openConsole(page, show);
    const stopSending = new AbortController();
    const sending = sayUntil(operator, show, stopSending.signal);
    for (let round = 0; round < ROUNDS; round++) {
      for (const key of KEYS) {
        await page.keyboard.press(key, { delay: 20 });
        await page.waitForTimeout(KEY_EVERY_MS);
      }
    }
    stopSending.abort();
    const rate = await sending;
    const durations = await page.evaluate(() => [
      ...(window as unknown as MeasuredWindow).timings.interactions.values(),
    ]);
    durations.sort((a, b) => b - a);
    const keyPresses = ROUNDS * KEYS.length;
    // Interactions too short to be reported are shorter than every reported one.
    const inp = durations[Math.floor(keyPresses / 50)] ?? 16;
    print(
      `INP with ${claims} claims at ${Math.round(rate)} comments/s: ${inp} ms` +
        ` (98th percentile of ${keyPresses} keys; longest ${durations[0] ?? 16} ms)`,
    );
    await expect(page.getByText('0 unaccounted for')).toBeVisible({ timeout: 60_000 });
  });
}

/** Records paints and interactions. Runs in the page, before the page's own code. */
function recordTimings(): void {
  const timings: Timings = { largestPaintMs: 0, interactions: new Map() };
  Object.assign(window, { timings });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) timings.largestPaintMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      const { interactionId, duration } = entry;
      if (interactionId > 0) {
        const longest = Math.max(duration, timings.interactions.get(interactionId) ?? 0);
        timings.interactions.set(interactionId, longest);
      }
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

async function showWithClaims(page: Page, claims: number): Promise<{ operator: Operator; show: Show }> {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(ITEMS, (index) => 1 + (index % 20)));
  for (let first = 0; first < claims; first += MAX_BULK) {
    const count = Math.min(MAX_BULK, claims - first);
    await operator.sendComments(
      show,
      Array.from({ length: count }, (_, index) => [`early${first + index}`, claimText(index)] as const),
    );
  }
  return { operator, show };
}

/**
 * Sends comments until `end` is aborted. Every third comment claims an item.
 * @returns the number of comments sent per second
 */
async function sayUntil(operator: Operator, show: Show, end: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  let sent = 0;
  while (!end.aborted) {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * COMMENTS_PER_SECOND);
    const first = sent;
    const count = Math.min(due - sent, MAX_BULK);
    if (count > 0) {
      await operator.sendComments(
        show,
        Array.from({ length: count }, (_, index) => {
          const number = first + index;
          return [`viewer${number}`, number % 3 === 0 ? claimText(number) : 'so pretty'] as const;
        }),
      );
      sent += count;
    }
    await new Promise((resolve) => setTimeout(resolve, COMMENTS_EVERY_MS));
  }
  return sent / ((performance.now() - startedAt) / 1000);
}

const claimText = (index: number): string => `sold ${101 + (index % ITEMS)}`;

function print(figure: string): void {
  const [load = 0] = loadavg();
  process.stdout.write(`${figure}, load ${load.toFixed(1)}\n`);
}
