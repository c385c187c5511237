import { expect, test } from './fixtures/test';
import { Operator, winnersOf, manyItems, openConsole, rowsOf } from './fixtures/operator';

/**
 * Duration of each press and each pause when a user is in a hurry. The server still responds between two
 * clicks.
 */
const FAST_CLICK_MS = 90;

for (const clicks of [2, 3]) {
  test(`${clicks} clicks on Release take the unit from only one buyer.`, async ({ page }) => {
    const operator = await Operator.register(page);
    const show = await operator.liveShow([{ itemNumber: '1' }]);
    await operator.sendComments(show, [
      ['bella', 'sold 1'],
      ['tess', 'sold 1'],
      ['ivy', 'sold 1'],
    ]);
    await openConsole(page, show);
    // Bella's oldest row, because the release adds a newer one.
    const bella = rowsOf(page, 'bella').last();
    await bella.hover();
    await bella
      .getByRole('button', { name: 'Release bella from #1' })
      .click({ clickCount: clicks, delay: FAST_CLICK_MS });
    await expect(
      rowsOf(page, 'tess').getByText('Promoted').or(rowsOf(page, 'tess').getByText('Won')).first(),
    ).toBeVisible();
    expect(winnersOf(await operator.snapshot(show), '1')).toEqual(['tess']);
    const released = (await operator.claims(show)).filter(({ status }) => status === 'released');
    expect(released.map(({ buyer }) => buyer.handle)).toEqual(['bella']);

    // The row stays in its place, struck through, and Undo replaces Release.
    const undo = bella.getByRole('button', { name: 'Undo bella’s release' });
    await expect(undo).toBeVisible();
    // Undo ignores clicks for a moment after it appears under the pointer, so the first click may do nothing.
    await expect(async () => {
      if (await undo.isVisible()) await undo.click({ timeout: 1_000 });
      expect(winnersOf(await operator.snapshot(show), '1')).toEqual(['bella']);
    }).toPass({ timeout: 6_000 });
  });
}

test('Five clicks on Release in an item take the unit from only one buyer, even though the next buyer moves up.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '1', totalQuantity: 4 }]);
  const winners = ['bella', 'tess', 'ivy', 'rita'];
  await operator.sendComments(
    show,
    winners.map((handle) => [handle, 'sold 1'] as const),
  );
  await openConsole(page, show);
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  const release = page.locator('app-item-detail').getByRole('button', { name: 'Release bella' });
  const spot = await release.boundingBox();
  if (!spot) throw new Error('Release is not on the page');
  await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2, {
    clickCount: 5,
    delay: FAST_CLICK_MS,
  });
  await expect(release).toHaveCount(0);
  expect(winnersOf(await operator.snapshot(show), '1')).toEqual(['tess', 'ivy', 'rita']);
});

test('Repeated clicks on Add item add the targeted number, not the number that moves up.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '1' }]);
  await operator.sendComments(
    show,
    ['90', '91', '92'].map((number) => [`fan${number}`, `sold ${number}`] as const),
  );
  await openConsole(page, show);
  await page.getByRole('tab', { name: /Needs you/ }).click();
  const addItemButton = page.locator('app-needs-you [data-accept]').first();
  const targetNumber = (await addItemButton.getAttribute('aria-label'))?.replace('Add item ', '');
  const spot = await addItemButton.boundingBox();
  if (!spot) throw new Error('Add item is not on the page');
  await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2, {
    clickCount: 4,
    delay: FAST_CLICK_MS,
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Add item' }).click();
  await expect(page.locator('app-needs-you [data-accept]')).toHaveCount(2);
  expect((await operator.snapshot(show)).items.map(({ itemNumber }) => itemNumber).sort()).toEqual(
    ['1', targetNumber].sort(),
  );
});

test('Repeated clicks on Delete delete one item, and Undo puts it back in its place.', async ({ page }) => {
  const operator = await Operator.register(page);
  const draft = await operator.draft(manyItems(4));
  await page.goto(`/shows/${draft.id}`);
  const numbers = page.locator('tbody th');
  await expect(numbers).toHaveText(['101', '102', '103', '104']);
  await page.getByRole('button', { name: 'Delete #102' }).click({ clickCount: 3, delay: FAST_CLICK_MS });
  await expect(numbers).toHaveText(['101', '103', '104']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(numbers).toHaveText(['101', '102', '103', '104']);
  await page.reload();
  await expect(numbers).toHaveText(['101', '102', '103', '104']);
});

test('Deleting a draft requires a confirmation, and Enter keeps the draft.', async ({ page }) => {
  const operator = await Operator.register(page);
  const draft = await operator.draft(manyItems(4), 'Tuesday sale');
  await page.goto(`/shows/${draft.id}`);
  const askToDelete = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete draft…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('4 items will be deleted too');
    await expect(page.getByRole('button', { name: 'Keep draft' })).toBeFocused();
  };
  await askToDelete();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
  expect((await operator.snapshot(draft)).items).toHaveLength(4);
  await askToDelete();
  await page.getByRole('button', { name: 'Delete draft' }).click();
  await expect(page).toHaveURL(/\/shows$/);
  await expect(page.getByText('Tuesday sale')).toHaveCount(0);
});

test('Repeated clicks on Show now show the item, and do not hide it again.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await openConsole(page, show);
  await page.keyboard.type('102');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show now' }).click({ clickCount: 3, delay: FAST_CLICK_MS });
  await expect(page.getByRole('region', { name: 'Now showing' })).toContainText('102');
  await expect(page.getByRole('button', { name: 'Stop showing' })).toBeVisible();
  const { show: after, items } = await operator.snapshot(show);
  expect(items.find(({ id }) => id === after.nowShowingItemId)?.itemNumber).toBe('102');
});

test('Fast clicks on Pause pause the show, even though Resume takes its place.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await openConsole(page, show);
  // The server responds before the last clicks, which therefore hit Resume.
  await page.getByRole('button', { name: 'Pause' }).click({ clickCount: 10, delay: FAST_CLICK_MS });
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  expect((await operator.snapshot(show)).show.status).toBe('paused');
});

test('Clicks while rows move never release a buyer who was not the target.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(
    Array.from({ length: 60 }, (_, index) => ({ itemNumber: `${index + 1}` })),
  );
  await operator.sendComments(show, [['first', 'sold 1']]);
  await openConsole(page, show);
  const release = page.getByRole('button', { name: 'Release first from #1' });
  await rowsOf(page, 'first').first().hover();
  const spot = await release.boundingBox();
  if (!spot) throw new Error('Release is not on the page');
  // The list moves only while the pointer is elsewhere. The click then lands blindly on the old spot.
  await page.mouse.move(5, 5);
  for (let round = 0; round < 8; round++) {
    await operator.sendComments(show, [[`viewer${round}`, `sold ${round + 2}`]]);
    await expect(rowsOf(page, `viewer${round}`).first()).toBeVisible();
    await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2);
    await page.mouse.move(5, 5);
  }
  expect((await operator.claims(show)).filter(({ status }) => status === 'released')).toEqual([]);
});

test('Ending a show requires a confirmation, and neither Enter nor Space ends it.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '1' }]);
  await operator.sendComments(show, [['zed', 'sold 99']]);
  await openConsole(page, show);
  for (const key of ['Enter', 'Space']) {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'End show…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('1 claim for an unknown item number');
    await expect(page.getByRole('button', { name: 'Keep selling' })).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  }
  expect((await operator.snapshot(show)).show.status).toBe('active');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'End show…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End show' }).click();
  await expect(page.getByText('Ended').first()).toBeVisible();
});
