// While claims arrive, a user presses anything, anywhere, up to three times in a row. Only the targeted buyer
// may lose a unit.
import type { Page, Request } from '@playwright/test';
import { Operator, manyItems, openConsole } from './fixtures/operator';
import { expect, test } from './fixtures/test';

/** Time for which a button ignores clicks after its subject changes. */
const IGNORED_CLICKS_MS = 700;
const ONE_SPOT_PX = 24;
const ROUNDS = 40;
const KEYS =
  'j k s . , w u y x b Enter Space Shift+R Escape Tab Shift+Tab v ArrowDown ArrowUp Home 1 0 4'.split(' ');

interface Press {
  at: number;
  x: number;
  y: number;
  /** The label of the pressed button, or the key. */
  label: string;
}

/** Random numbers from 0 to 1 (Mulberry32): the same seed gives the same numbers. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Records the position and the target of each press, on every page. */
async function recordPresses(page: Page): Promise<readonly Press[]> {
  const presses: Press[] = [];
  await page.exposeFunction('recordPress', (press: Press) => void presses.push(press));
  await page.addInitScript(() => {
    const record = (x: number, y: number, label: string): void =>
      (window as unknown as { recordPress: (press: Press) => void }).recordPress({
        at: Date.now(),
        x,
        y,
        label,
      });
    addEventListener(
      'click',
      ({ target, clientX: x, clientY: y }) => {
        const button = target instanceof Element ? target.closest('button, a, [role=row]') : null;
        const label = button?.getAttribute('aria-label') ?? button?.textContent?.trim() ?? '';
        record(x, y, label);
      },
      true,
    );
    // A key press has no position, so it gets a position that is far away from all other presses.
    let nextKeyPosition = 0;
    addEventListener(
      'keydown',
      ({ key }) => {
        nextKeyPosition -= 1_000;
        record(nextKeyPosition, nextKeyPosition, `key ${key}`);
      },
      true,
    );
  });
  return presses;
}

for (const [width, seed] of [
  [1720, 1],
  [1280, 2],
  [1000, 3],
  [360, 4],
] as const) {
  test(`Random presses at ${width} px never release two buyers at one spot or end the show without a confirmation.`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    const operator = await Operator.register(page);
    const show = await operator.liveShow(manyItems(20, () => 3));
    await operator.showNow(show, '104');
    await operator.sendComments(
      show,
      Array.from({ length: 60 }, (_, index) => [`early${index}`, `sold ${101 + (index % 12)}`] as const),
    );
    const presses = await recordPresses(page);
    await openConsole(page, show);
    const releases: { at: number; claim: string }[] = [];
    const stopTimes: number[] = [];
    page.on('request', (request: Request) => {
      const claim = /\/claims\/([^/]+)\/release$/.exec(request.url())?.[1];
      if (claim !== undefined) releases.push({ at: Date.now(), claim });
      if (request.url().endsWith('/stop')) stopTimes.push(Date.now());
    });

    const random = randomNumbers(seed);
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
    for (let round = 0; round < ROUNDS && stopTimes.length === 0; round++) {
      // A press may have opened another page.
      if (!page.url().endsWith('/console')) await openConsole(page, show);
      if (round % 4 === 0) {
        await operator.sendComments(show, [
          [`viewer${round}`, `sold ${101 + (round % 20)}`],
          [`other${round}`, round % 8 ? `sold ${101 + (round % 3)}` : `sold ${700 + round}`],
        ]);
      }
      if (random() < 0.35) {
        for (let times = Math.ceil(random() * 3); times > 0; times--) {
          await page.keyboard.press(pick(KEYS) ?? 'Tab');
        }
        continue;
      }
      // Half of the presses are aimed at buttons, because only buttons can do harm.
      const box =
        random() < 0.5
          ? await pick(await page.locator('app-console button:visible').all())
              ?.boundingBox({ timeout: 500 })
              .catch(() => null)
          : null;
      const x = box ? box.x + box.width / 2 : random() * width;
      const y = box ? box.y + box.height / 2 : random() * 800;
      await page.mouse.move(x, y);
      const clicks = Math.ceil(random() * 3);
      for (let clickCount = 1; clickCount <= clicks; clickCount++) {
        await page.mouse.down({ clickCount });
        await page.mouse.up({ clickCount });
      }
    }

    const lastPressUntil = (at: number): Press | undefined => presses.findLast((press) => press.at <= at);
    for (const [index, release] of releases.entries()) {
      const previous = releases[index - 1];
      if (!previous || previous.claim === release.claim) continue;
      if (release.at - previous.at >= IGNORED_CLICKS_MS) continue;
      const [first, second] = [lastPressUntil(previous.at), lastPressUntil(release.at)];
      const distance = first && second ? Math.hypot(first.x - second.x, first.y - second.y) : Infinity;
      expect(
        distance,
        `${first?.label} and then ${second?.label}, within ${release.at - previous.at} ms`,
      ).toBeGreaterThan(ONE_SPOT_PX);
    }
    const confirmedEnds = presses.filter(({ label }) => label === 'End show').length;
    expect(stopTimes.length).toBeLessThanOrEqual(confirmedEnds);

    test.info().annotations.push({
      type: 'monkey',
      description: `${presses.length} presses, ${releases.length} releases, ${stopTimes.length} ends`,
    });
    // After all presses, the console shows the server's state.
    if (stopTimes.length === 0) {
      await openConsole(page, show);
      await expect(page.getByText('0 unaccounted for').first()).toBeVisible();
      const { items } = await operator.snapshot(show);
      for (const item of items) {
        expect(item.winners.length, `units of ${item.itemNumber}`).toBeLessThanOrEqual(item.totalQuantity);
      }
    }
  });
}
