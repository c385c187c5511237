import { expect, test } from './fixtures/test';
import { Operator, winnersOf, manyItems, openConsole, rowsOf } from './fixtures/operator';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('On a phone, an operator releases a claim, undoes the release, and adds an unknown number.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(12));
  await operator.showNow(show, '104');
  await operator.sendComments(show, [
    ['bella', 'sold 104'],
    ['tess', 'sold 104'],
    ['zed', 'sold 777'],
  ]);
  await openConsole(page, show);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(page.getByRole('region', { name: 'Now showing' })).toContainText('Sold out');

  await page.getByRole('tab', { name: 'Claims' }).tap();
  await rowsOf(page, 'bella').first().tap();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText('Why: bella on #104');
  const release = sheet.getByRole('button', { name: 'Release bella from #104' });
  await expect(async () => {
    if (await release.isVisible()) await release.tap({ timeout: 1_000 });
    expect(winnersOf(await operator.snapshot(show), '104')).toEqual(['tess']);
  }).toPass({ timeout: 6_000 });
  // Undo is also in the list, and fully visible.
  await sheet.getByRole('button', { name: 'Close' }).tap();
  const undoInList = page.getByRole('button', { name: 'Undo bella’s release' });
  await expect(undoInList).toBeInViewport({ ratio: 1 });
  await rowsOf(page, 'bella')
    .first()
    .tap({ position: { x: 20, y: 20 } });
  const undo = sheet.getByRole('button', { name: 'Undo: #104 goes back to bella' });
  await expect(async () => {
    if (await undo.isVisible()) await undo.tap({ timeout: 1_000 });
    expect(winnersOf(await operator.snapshot(show), '104')).toEqual(['bella']);
  }).toPass({ timeout: 6_000 });
  await sheet.getByRole('button', { name: 'Close' }).tap();
  await expect(sheet).toHaveCount(0);

  await page.getByRole('tab', { name: /Needs you/ }).tap();
  const add = page.getByRole('button', { name: 'Add item 777' });
  await expect(async () => {
    if (await add.isVisible()) await add.tap({ timeout: 1_000 });
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 6_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'Add item' }).tap();
  await expect
    .poll(async () => winnersOf(await operator.snapshot(show), '777'), { timeout: 6_000 })
    .toEqual(['zed']);
});

test('The lists do not move when the first item is shown.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await openConsole(page, show);
  const nowShowing = page.getByRole('region', { name: 'Now showing' });
  await expect(nowShowing).toContainText('No item is showing.');
  const before = await nowShowing.boundingBox();
  await operator.showNow(show, '101');
  await expect(nowShowing).toContainText('101');
  expect(await nowShowing.boundingBox()).toEqual(before);
});

test('Automatic updates do not move the lists or cover any of their rows.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(40, () => 3));
  await operator.showNow(show, '104');
  await operator.sendComments(
    show,
    Array.from({ length: 30 }, (_, index) => [`early${index}`, `sold ${105 + index}`] as const),
  );
  await openConsole(page, show);
  await page.getByRole('tab', { name: 'Claims' }).tap();
  const list = page.getByRole('grid', { name: 'Claims, newest first' });
  const top = async (): Promise<number | undefined> => (await list.boundingBox())?.y;
  await list.evaluate((element) => (element.scrollTop = 300));
  const topBefore = await top();

  await operator.sendComments(
    show,
    Array.from({ length: 8 }, (_, index) => [`late${index}`, 'sold 112'] as const),
  );
  const switchButton = page.getByRole('button', { name: 'Switch to #112', exact: true });
  await expect(switchButton).toBeVisible();
  expect(await top()).toBe(topBefore);
  const newRowsButton = await page.getByRole('button', { name: /new$/ }).boundingBox();
  expect((newRowsButton?.y ?? 0) + (newRowsButton?.height ?? 0)).toBeLessThanOrEqual(topBefore ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await operator.changeStatus(show, 'pause');
  await expect(page.getByText(/PAUSED/)).toBeVisible();
  expect(await top()).toBe(topBefore);
  await expect(page.getByRole('button', { name: 'Resume' })).toBeInViewport({ ratio: 1 });
});

test('Every page is as wide as the phone, and no link or button is cut off.', async ({ page }) => {
  const operator = await Operator.register(page);
  const name = 'Five hundred pieces, one very long name of a show for the big winter clearance';
  const show = await operator.liveShow(manyItems(12), name);
  const draft = await operator.draft(manyItems(3), name);
  await operator.sendComments(show, [['a_viewer_with_a_very_long_handle_indeed_77', 'sold 101']]);
  const endedShow = await operator.liveShow(manyItems(2), name);
  await operator.changeStatus(endedShow, 'stop');
  for (const path of [
    '/',
    '/shows',
    `/shows/${draft.id}`,
    `/shows/${show.id}`,
    `/shows/${show.id}/console`,
    `/shows/${endedShow.id}/console`,
    `/shows/${endedShow.id}/summary`,
    '/connections',
    '/buyers',
    '/settings',
    '/settings/people',
    '/settings/audit',
    '/settings/erasure',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
    // The content of a scrolling table may extend beyond the screen.
    const outside = await page
      .locator('a:visible, button:visible')
      .evaluateAll((all) =>
        all.flatMap((element) =>
          element.closest('[role=region][tabindex]') === null &&
          element.getBoundingClientRect().right > innerWidth + 1
            ? [element.textContent?.trim() ?? element.outerHTML]
            : [],
        ),
      );
    expect(outside, path).toEqual([]);
  }
});

test('Each comment count wraps as a whole, with “unaccounted for” in the first row.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await operator.sendComments(show, [
    ['bella', 'sold 101'],
    ['tess', 'sold 101'],
    ['tess', 'sold 101'],
    ['zed', 'sold 777'],
    ['ivy', 'hello'],
    ['bella', 'pass 101'],
  ]);
  await openConsole(page, show);
  const proofLine = page.getByRole('group', { name: 'Comments by outcome' });
  await expect(proofLine).toContainText('6 comments in');
  const counts = await proofLine.evaluate((group) => {
    const { left, right, top } = group.getBoundingClientRect();
    return Array.from(group.children)
      .map((element) => ({ text: element.textContent ?? '', box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ text, box }) => ({
        text,
        isCut: box.left < left || box.right > right,
        isInFirstRow: box.top - top < 8,
      }));
  });
  expect(counts.filter(({ isCut }) => isCut)).toEqual([]);
  expect(counts.filter(({ isInFirstRow }) => !isInFirstRow).length).toBeGreaterThan(0);
  expect(counts.find(({ text }) => text.includes('unaccounted'))?.isInFirstRow).toBe(true);
});

test('At 200% text size, icons and switches grow, the top bars fit, and the comments stay visible.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(12));
  await operator.showNow(show, '104');
  await operator.sendComments(show, [['bella', 'sold 104']]);
  const icons = (): Promise<number[]> =>
    page
      .locator('header app-icon')
      .evaluateAll((all) =>
        all.map((element) => element.getBoundingClientRect().width).filter((width) => width > 0),
      );
  const switchSizes = async (): Promise<number[]> => {
    await page.goto('/settings');
    const toggle = page.getByRole('switch', { name: 'Keyboard shortcuts' });
    await expect(toggle).toBeVisible();
    return toggle.evaluate((button) =>
      [button, ...Array.from(button.querySelectorAll('.mdc-switch__handle, svg'))].flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        return [width, height];
      }),
    );
  };
  const sizesBefore = await switchSizes();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible();
  const iconsBefore = await icons();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Account' })).toBeInViewport({ ratio: 1 });
  expect(await icons()).toEqual(iconsBefore.map((width) => 2 * width));
  expect(await switchSizes()).toEqual(sizesBefore.map((size) => 2 * size));

  await openConsole(page, show);
  await expect(page.getByRole('button', { name: 'More commands' })).toBeInViewport({ ratio: 1 });
  const number = page.getByRole('region', { name: 'Now showing' }).getByText('104', { exact: true });
  expect((await number.boundingBox())?.height).toBeLessThan(96);
  await expect(page.locator('app-comment-stream [role=row]').first()).toBeInViewport({ ratio: 0.8 });
});
