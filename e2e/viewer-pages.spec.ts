import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { Operator } from './fixtures/operator';

test('A seller creates a board, and viewers follow the show on it until the link ends.', async ({
  page,
  browser,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([
    { itemNumber: '101', title: 'Red scarf', totalQuantity: 1 },
    { itemNumber: '102', title: 'Straw hat', totalQuantity: 2 },
  ]);
  await operator.showNow(show, '101');
  await page.goto(`/shows/${show.id}`);
  await page.getByRole('button', { name: 'Create link' }).last().click();
  const link = await page.getByLabel('Link to the page').inputValue();
  expect(link).toContain('/board/');

  const visitor = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const board = await visitor.newPage();
  await board.goto(link);
  // Once in the current item's card, and once in its row of the list.
  await expect(board.getByText('1 left')).toHaveCount(2);
  await operator.sendComments(show, [
    ['anna_m', 'sold 101'],
    ['bert', 'sold 101'],
  ]);
  await expect(board.getByText('Sold out · 1 in line')).toHaveCount(2);
  // In the list, the number of buyers in line is below "Sold out" on a phone, and beside it on a wide screen.
  // On a phone, the dot between them is hidden, so no line of text ends with it. On both, the column ends
  // where the row ends.
  const stock = board.locator('.item.sold-out .stock');
  const rightEdge = async (part: Locator): Promise<number> => {
    const box = await part.boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0));
  };
  const heightOnPhone = (await stock.boundingBox())?.height ?? 0;
  await expect(stock.locator('.dot')).toBeHidden();
  expect(await rightEdge(stock)).toBe(await rightEdge(board.locator('.item.sold-out')));
  await board.setViewportSize({ width: 1280, height: 800 });
  await expect(stock.locator('.dot')).toBeVisible();
  expect((await stock.boundingBox())?.height).toBeLessThan(heightOnPhone);
  expect(await rightEdge(stock)).toBe(await rightEdge(board.locator('.item.sold-out')));
  await expect(board.getByText('A. M.')).toBeVisible();
  await expect(board.getByText('anna_m')).toHaveCount(0);
  expect(await visitor.cookies()).toEqual([]);

  await page.getByRole('button', { name: 'Turn off link' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off link' }).click();
  await expect(page.getByText('The link no longer works.')).toBeVisible();
  await board.reload();
  await expect(board.getByText('This link no longer works.')).toBeVisible();
  await visitor.close();
});

test('The overlay shows nothing but the current item, on a transparent background.', async ({
  page,
  browser,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '101', title: 'Red scarf', totalQuantity: 1 }]);
  await page.goto(`/shows/${show.id}`);
  await page.getByRole('button', { name: 'Create link' }).first().click();
  const link = await page.getByLabel('Link to the page').inputValue();
  const obs = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await obs.goto(`${link}?motion=off`);
  await expect(obs.locator('#card')).toBeHidden();
  await operator.showNow(show, '101');
  await expect(obs.getByText('Red scarf')).toBeVisible();
  await expect(obs.getByText('1 left')).toBeVisible();
  const background = await obs.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe('rgba(0, 0, 0, 0)');
  // Platforms cover the bottom 5% of the picture with their own buttons.
  const card = await obs.locator('#card').boundingBox();
  expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(1080 * 0.951);
  await obs.close();
});
