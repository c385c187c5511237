import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';

test('The Now showing panel lists as many winners as fit and counts the rest. The item list scrolls to the item.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(40, () => 20));
  await operator.showNow(show, '138');
  await operator.sendComments(
    show,
    Array.from({ length: 20 }, (_, index) => [`a_viewer_with_a_long_name_${index}`, 'sold 138'] as const),
  );
  await openConsole(page, show);
  const moreButton = page.getByRole('button', { name: /More winners: \d+\. Open item 138/ });
  await expect(moreButton).toBeVisible();
  const hiddenCount = Number((await moreButton.innerText()).replace(/\D/g, ''));
  const list = page.getByRole('list', { name: 'Winners', exact: true });
  const visibleCount = await list.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return Array.from(element.children).filter((chip) => {
      const { bottom, right } = chip.getBoundingClientRect();
      return bottom <= box.bottom + 0.5 && right <= box.right + 0.5;
    }).length;
  });
  expect(visibleCount + hiddenCount).toBe(20);
  await expect(page.getByRole('grid', { name: 'Items' }).getByText('138', { exact: true })).toBeInViewport();
  await moreButton.click();
  await expect(page.getByText('20 of 20 units won')).toBeVisible();
});

test('A feed scrolls back to the newest rows a few seconds after the pointer stops moving.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(60));
  await operator.sendComments(
    show,
    Array.from({ length: 30 }, (_, index) => [`early${index}`, `sold ${101 + index}`] as const),
  );
  await openConsole(page, show);
  await rowsOf(page, 'early25').hover();
  await operator.sendComments(show, [['late', 'sold 140']]);
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible();
  await expect(page.getByRole('button', { name: '1 new' })).toBeHidden();
  await expect(rowsOf(page, 'late')).toBeInViewport();
});

test("The award dialog suggests the show's viewers, and warns about an unknown name.", async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await operator.sendComments(show, [
    ['carla.finds', 'sold 101'],
    ['rita', 'hello'],
  ]);
  await openConsole(page, show);
  await page.keyboard.type('102');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Item 102' })).toBeVisible();
  await page.keyboard.press('a');
  const name = page.getByRole('combobox', { name: /name or handle/ });
  await name.fill('Carla Finsd');
  await name.press('Enter');
  await expect(page.getByText('No viewer named Carla Finsd has commented in this show.')).toBeVisible();
  await name.fill('car');
  await page.getByRole('option', { name: /carla\.finds.*won 1/ }).click();
  await page.getByRole('button', { name: 'Award 1 unit' }).click();
  await expect(page.getByText('#102 awarded to carla.finds')).toBeVisible();
});

test('The item table does not cut off a typical title or a list of variants.', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const operator = await Operator.register(page);
  await operator.setCurrency('USD');
  const variants = ['XS', 'S', 'M', 'L', 'XL'].map((name) => ({ name, totalQuantity: 2 }));
  const show = await operator.liveShow([
    { itemNumber: '101', title: 'Wrap dress, forest green, size S', totalQuantity: 1 },
    { itemNumber: '102', title: 'Straw hat', variants },
  ]);
  await page.goto(`/shows/${show.id}`);
  for (const label of ['Title of #101', 'Variants of #102']) {
    const box = page.getByLabel(label);
    await expect(box).toBeVisible();
    expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth), label).toBe(0);
  }
});
