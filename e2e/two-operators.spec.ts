import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';

test("Two consoles show the same claims, and each shows the other's changes.", async ({
  page,
  browser,
  baseURL,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(10, (index) => 1 + (index % 3)));
  const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage();
  await operator.signIn(other);
  await openConsole(page, show);
  await openConsole(other, show);
  await operator.sendComments(show, [
    ['bella', 'sold 101'],
    ['tess', 'sold 101'],
    ['ivy', 'sold 102'],
    ['zed', 'sold 777'],
  ]);
  for (const view of [page, other]) await expect(view.getByText('4 comments in')).toBeVisible();

  const bella = rowsOf(page, 'bella').first();
  await bella.hover();
  await bella.getByRole('button', { name: /Release bella/ }).click();
  await expect(rowsOf(other, 'tess').getByText('Promoted', { exact: true })).toBeVisible();
  await expect(rowsOf(other, 'bella').getByText('by Olga Operator').first()).toBeVisible();

  // The button in the item's history names the buyer who loses the unit.
  await other.keyboard.type('101');
  await other.keyboard.press('Enter');
  const undo = other
    .locator('app-item-timeline')
    .getByRole('button', { name: /^Undo: #101 goes back to bella; tess waits at position 1$/ });
  await expect(async () => {
    if (await undo.isVisible()) await undo.click({ timeout: 1_000 });
    expect(
      (await operator.snapshot(show)).items.find(({ itemNumber }) => itemNumber === '101')?.winners[0]
        ?.handle,
    ).toBe('bella');
  }).toPass({ timeout: 8_000 });
  await expect(rowsOf(page, 'bella').getByText('Won').first()).toBeVisible();

  const proofText = (view: typeof page) => view.locator('app-proof-line').innerText();
  await expect.poll(() => proofText(other)).toBe(await proofText(page));
  await other.context().close();
});

test('A block in one console marks the buyer in the other, until the buyer is unblocked.', async ({
  page,
  browser,
  baseURL,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage();
  await operator.signIn(other);
  await openConsole(page, show);
  await openConsole(other, show);
  await operator.sendComments(show, [['tess', 'sold 101']]);
  await rowsOf(page, 'tess').click();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Block buyer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason, for your team').fill('Left 2 baskets unpaid');
  await dialog.getByRole('button', { name: 'Block buyer' }).click();
  const mark = rowsOf(other, 'tess').getByText('This buyer is blocked');
  await expect(mark).toBeAttached();
  await page.goto('/settings/blocked');
  await page.getByRole('button', { name: 'Unblock' }).click();
  await expect(mark).toHaveCount(0);
  await other.context().close();
});

test('The host view follows the show, shows the note, and has no buttons.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3, () => 2));
  await operator.showNow(show, '101');
  await openConsole(page, show);
  const host = await page.context().newPage();
  await host.goto(`/shows/${show.id}/host`);
  await expect(host.getByText('2 left')).toBeVisible();
  await operator.sendComments(show, [['bella', 'sold 101']]);
  await expect(host.getByText('bella')).toBeVisible();
  await expect(host.getByText('1 left')).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press('Shift+N');
  await page.getByRole('dialog').getByRole('textbox').fill('Thank bella, then 102');
  await page.keyboard.press('Enter');
  await expect(host.getByText('Thank bella, then 102')).toBeVisible();
  expect(await host.getByRole('button').count()).toBe(0);
});
