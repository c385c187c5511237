import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';

test("A burst of claims is folded into one row, the console offers to show its item, and the totals match the server's.", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(40, (index) => 1 + (index % 4)));
  await operator.showNow(show, '101');
  await openConsole(page, show);
  await operator.sendComments(
    show,
    Array.from(
      { length: 50 },
      (_, index) => [`viewer${index}`, index % 5 === 0 ? 'so pretty' : 'sold 104'] as const,
    ),
  );
  await expect(page.getByText(/40 claims|3\d claims/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch to #104', exact: true })).toBeVisible();
  const before = await operator.snapshot(show);
  expect(before.items.find(({ id }) => id === before.show.nowShowingItemId)?.itemNumber).toBe('101');

  await page.evaluate(() => {
    const longTasks: number[] = ((window as unknown as { longTasks: number[] }).longTasks = []);
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => longTasks.push(duration)),
    ).observe({ type: 'longtask' });
  });
  for (let batch = 0; batch < 10; batch++) {
    const comments = Array.from({ length: 80 }, (_, index) => {
      const viewer = `v${batch}-${index}`;
      return [viewer, index % 2 ? `sold ${101 + ((batch * 7 + index) % 40)}` : 'hello'] as const;
    });
    await operator.sendComments(show, comments);
  }
  const { show: after, items } = await operator.snapshot(show);
  await expect(page.getByText(`${after.stats.comments.toLocaleString('en')} comments in`)).toBeVisible();
  await expect(page.getByText('0 unaccounted for')).toBeVisible();
  const won = items.reduce((sum, { claimedCount }) => sum + claimedCount, 0);
  // An offer to switch replaces the totals while its item has enough claims from the last ten seconds.
  await expect(page.getByRole('button', { name: /^Switch to / })).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(`${won} of ${after.stats.unitsTotal} units`)).toBeVisible();
  const longTasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const description = longTasks.map(Math.round).join(' ') || 'none';
  test.info().annotations.push({ type: 'long tasks', description });
});

test('The list does not move under the pointer, and a button shows how many rows are new.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(60));
  await operator.sendComments(
    show,
    Array.from({ length: 30 }, (_, index) => [`early${index}`, `sold ${101 + index}`] as const),
  );
  await openConsole(page, show);
  const row = rowsOf(page, 'early25');
  await row.hover();
  const boxBefore = await row.boundingBox();
  await operator.sendComments(show, [
    ['new1', 'sold 140'],
    ['new2', 'sold 141'],
    ['new3', 'sold 142'],
  ]);
  const button = page.getByRole('button', { name: '3 new' });
  await expect(button).toBeVisible();
  expect((await row.boundingBox())?.y).toBe(boxBefore?.y);
  await button.click();
  await expect(rowsOf(page, 'new3')).toBeVisible();
});
