import { expect, test } from './fixtures/test';
import { Operator, openConsole, rowsOf } from './fixtures/operator';

test('A pending claim is decided while the operator watches.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '101', totalQuantity: 1 }]);
  await operator.changeRules(show, { fairnessWindowSeconds: 10 });
  await openConsole(page, show);
  await operator.sendComments(show, [['bella', 'sold 101']]);
  const bella = rowsOf(page, 'bella').first();
  await expect(bella.getByText(/^Pending \d+ s$/)).toBeVisible();
  await bella.click();
  await expect(page.getByText(/^Decided in \d+ s$/)).toBeVisible();
  await expect(bella.getByText('Won').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^Decided in/)).toHaveCount(0);
  await expect(page.getByText('0 unaccounted for')).toBeVisible();
});

test('The show page proposes a viewer delay, shows what it would have changed, and applies it with one click.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(
    [...['101', '102', '103'].map((itemNumber) => ({ itemNumber, totalQuantity: 2 })), { itemNumber: '104' }],
    undefined,
    ['quick', 'slow'].map((liveId) => ({ platform: 'rehearsal', liveId })),
  );
  for (const number of ['101', '102', '103']) {
    await operator.showNow(show, number);
    await operator.sendComments(show, [['ann', `sold ${number}`, { liveId: 'quick' }]]);
  }
  // Viewers of the slow source see each item a few seconds later.
  await operator.sendComments(show, [
    ['bob', 'sold 101', { liveId: 'slow', delay: 4_000 }],
    ...['102', '103'].map((number) => ['bob', `sold ${number}`, { liveId: 'slow' }] as const),
    ['ann', 'sold 104', { liveId: 'quick' }],
    ['bob', 'sold 104', { liveId: 'slow' }],
  ]);

  await page.goto(`/shows/${show.id}`);
  const delays = page.locator('app-viewer-delays');
  await expect(delays.getByText(/^Proposed: [\d.]+ s, from 3 items$/)).toBeVisible();
  await expect(
    delays.getByText('With the proposed delays, 1 unit would have gone to another buyer.'),
  ).toBeVisible();
  await expect(delays.getByLabel('Rehearsal · slow')).toHaveValue('0');
  await delays.getByRole('button', { name: /^Use [\d.]+ s$/ }).click();
  await expect(delays.getByText(/^Proposed/)).toHaveCount(0);
  await expect(delays.getByLabel('Rehearsal · slow')).toHaveValue(/^[3-5](\.5)?$/);

  const { rules } = (await operator.snapshot(show)).show;
  expect(rules.viewerDelaySeconds['rehearsal/slow']).toBeGreaterThanOrEqual(3);
});
