import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { expect, test } from './fixtures/test';
import { Operator, openConsole } from './fixtures/operator';

const row = (page: Page, text: string) => page.locator('app-needs-you [role=row]').filter({ hasText: text });

test('One answer resolves a group in claim-time order, and one undo reopens it.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '101', totalQuantity: 2 }]);
  await operator.sendComments(show, [
    ['ann', 'mine 101'],
    ['zoe', 'mine 101'],
    ['bob', 'sold 101'],
    ['kim', 'mine 101'],
  ]);
  await openConsole(page, show);
  await page.keyboard.press('v');
  const group = row(page, '3 viewers wrote “mine”. Count it?');
  await expect(group).toContainText('1 would win, 2 would wait');
  await expect(group).toBeFocused();
  await page.keyboard.press('y');
  await expect(group).toContainText('counts as a claim now');
  const item = async () => (await operator.snapshot(show)).items[0];
  await expect.poll(async () => (await item())?.winners.map(({ handle }) => handle)).toEqual(['bob', 'ann']);
  await group.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await item())?.winners.map(({ handle }) => handle)).toEqual(['bob']);
  await expect(group).toContainText('1 would win, 2 would wait');
});

test('A comment dismissed by another operator stays in place and names the operator.', async ({
  page,
  browser,
  baseURL,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '101' }]);
  const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage();
  await operator.signIn(other);
  await operator.sendComments(show, [
    ['ann', 'sold 101 if it fits'],
    ['zoe', 'sold 101 if it fits'],
  ]);
  await openConsole(page, show);
  await openConsole(other, show);
  await page.keyboard.press('v');
  await expect(row(page, 'ann')).toBeFocused();
  await page.keyboard.press('j');
  await other.keyboard.press('v');
  await expect(row(other, 'ann')).toBeFocused();
  await other.keyboard.press('x');
  await expect(row(other, 'ann')).toContainText('ann’s comment dismissed');
  await expect(row(page, 'ann')).toContainText(/dismissed this at/);
  await expect(row(page, 'zoe')).toBeFocused();
  await other.keyboard.press('u');
  await expect(row(page, 'ann').getByRole('button', { name: /Accept/ })).toBeVisible();
  await other.context().close();
});

test('A row shows what accepting it does, including for repeat claims, unit limits, and variants.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([
    { itemNumber: '101', totalQuantity: 5 },
    { itemNumber: '102', variants: 'S 1, M 2' },
  ]);
  await operator.changeRules(show, { repeatClaims: 'add', maxUnitsPerItem: 2 });
  await operator.sendComments(show, [
    ['ann', 'sold 101'],
    ['bob', 'sold 102 S'],
    ['ann', 'sold 101 if it fits'],
    ['cat', 'sold 102 S if it fits'],
    ['dan', 'sold 102 M if it fits'],
  ]);
  await openConsole(page, show);
  await page.keyboard.press('v');
  const accept = async (handle: string, before: string, after: string): Promise<void> => {
    const pendingRow = row(page, handle).filter({ has: page.locator('[data-accept]') });
    await expect(pendingRow).toContainText(`${before} ·`);
    await pendingRow.locator('[data-accept]').click();
    await expect(row(page, handle).filter({ hasText: after }).first()).toBeVisible();
  };
  await accept('ann', 'would win a unit of #101', 'ann won #101');
  await accept('cat', 'would wait for #102 S, position 1', 'cat waits for #102 S, position 1');
  await accept('dan', 'would win a unit of #102 M', 'dan won #102 M');
  await operator.sendComments(show, [
    ['ann', 'sold 101 if it fits me'],
    ['eve', 'sold 102 M if it fits'],
  ]);
  await accept('eve', 'would win the last unit of #102 M', 'eve won #102 M');
  await accept('ann', 'would get nothing: the buyer has reached a limit of this show', 'Over the limit');
  const { claims } = await operator.snapshot(show);
  const results = claims.map(({ buyer, itemNumber, variant, status }) =>
    [buyer.handle, itemNumber, variant, status].filter((part) => part !== undefined).join(' '),
  );
  expect(results.toSorted()).toEqual([
    'ann 101 winner',
    'ann 101 winner',
    'bob 102 S winner',
    'cat 102 S waitlist',
    'dan 102 M winner',
    'eve 102 M winner',
  ]);
});

test('A group shows how many blocked buyers it leaves out, and they get nothing when it is accepted.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '101', totalQuantity: 2 }]);
  await operator.sendComments(show, [
    ['ann', 'mine 101'],
    ['zoe', 'mine 101'],
    ['kim', 'mine 101'],
  ]);
  await openConsole(page, show);
  await page.keyboard.press('v');
  const group = row(page, '3 viewers wrote “mine”. Count it?');
  await expect(group).toContainText('#101 · 2 would win, 1 would wait');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command, item, or buyer' }).fill('zoe');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Block buyer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Claims are refused').check();
  await dialog.getByLabel('Reason, for your team').fill('Left 2 baskets unpaid');
  await dialog.getByRole('button', { name: 'Block buyer' }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('v');
  await expect(group).toContainText('#101 · 2 would win, 1 from blocked buyers');
  await expect(group).toBeFocused();
  await page.keyboard.press('y');
  await expect(group).toContainText('1 blocked');
  await expect(group).toContainText('counts as a claim now');
  const { claims } = await operator.snapshot(show);
  expect(claims.map(({ buyer, status }) => `${buyer.handle} ${status}`)).toEqual([
    'ann winner',
    'kim winner',
  ]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no problems in Needs you (${colorScheme}).`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const operator = await Operator.register(page);
    const show = await operator.liveShow([{ itemNumber: '101' }]);
    await operator.sendComments(show, [
      ['ann', 'mine 101'],
      ['zoe', 'mine 101'],
      ['bob', 'sold 101 if it fits'],
      ['kim', 'sold 199'],
    ]);
    await openConsole(page, show);
    await page.keyboard.press('v');
    await expect(row(page, '2 viewers wrote')).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(row(page, 'bob')).toContainText('dismissed');
    await expectNoAxeViolations(page, 'Needs you with a resolved row');
  });
}
