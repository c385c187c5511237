import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, manyItems } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const FOLDER = process.env['BUYERS_SCREENSHOTS'];

test('An operator finds a buyer, tags them, merges their second account, and undoes the merge.', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const screenshot = async (name: string): Promise<void> => {
    if (FOLDER) await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
  };
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(6));
  await operator.sendComments(show, [
    ['bella.rosa', 'sold 101'],
    ['bella_shops', 'sold 102'],
    ['tess', 'sold 103'],
    ['bella.rosa', 'sold 104'],
    ['bella.rosa', 'pass 104'],
  ]);

  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Buyers' }).click();
  const list = page.getByRole('list', { name: 'Buyers' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expectNoAxeViolations(page, 'the list');
  await screenshot('list');
  await page.getByLabel('Search by name, handle, or user ID').fill('bella');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(page).toHaveURL(/search=bella/);

  await list.getByRole('link', { name: 'bella.rosa' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'bella.rosa' })).toBeVisible();
  const history = page.getByRole('region', { name: 'Shows' });
  await expect(history.getByText('1 won · 1 passed')).toBeVisible();
  await page.getByLabel('Add a tag').fill('VIP');
  await page.getByLabel('Add a tag').press('Enter');
  await expect(page.getByText('Saved')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove vip' })).toBeVisible();

  await page.getByRole('button', { name: 'Merge with another buyer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('shops');
  await dialog.getByRole('option', { name: /bella_shops/ }).click();
  await expect(dialog.getByText('After the merge')).toBeVisible();
  await expectNoAxeViolations(page, 'the merge dialog');
  await screenshot('merge');
  await dialog.getByRole('button', { name: 'Merge buyers' }).click();
  await expect(page.getByRole('region', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(2);
  await expect(history.getByText('2 won · 1 passed')).toBeVisible();
  await expectNoAxeViolations(page, 'the profile');
  await screenshot('profile');
  await page.setViewportSize({ width: 390, height: 844 });
  await screenshot('profile-phone');
  await page.goto('/buyers?tag=vip');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expectNoAxeViolations(page, 'the list on a phone');
  await screenshot('list-phone');

  await page.goto(`/shows/${show.id}`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/buyers');
  await list.getByRole('link', { name: 'bella.rosa' }).click();
  await page.getByRole('button', { name: 'Undo merge…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo merge' }).click();
  await expect(page.getByRole('region', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: 'All buyers' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
});
