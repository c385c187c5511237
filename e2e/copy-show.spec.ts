import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, manyItems } from './fixtures/operator';
import { expect, test } from './fixtures/test';

test("An operator copies a show, uses a template, and sees the month's sales.", async ({ page }) => {
  test.setTimeout(120_000);
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(3));
  await operator.sendComments(show, [
    ['bella.rosa', 'sold 101'],
    ['tess', 'sold 102'],
  ]);

  await page.goto(`/shows/${show.id}/summary`);
  await page.getByRole('button', { name: 'Copy show…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy show' });
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expectNoAxeViolations(page, 'the Copy show dialog');
  // The label on the edge of the first field is not cut off by the dialog's content, which scrolls.
  const [content, label] = await Promise.all(
    ['mat-dialog-content', 'label'].map((part) => dialog.locator(part).first().boundingBox()),
  );
  expect(label?.y).toBeGreaterThanOrEqual(content?.y ?? Infinity);
  await dialog.getByLabel('New show name').fill('Next week');
  await dialog.getByRole('button', { name: 'Copy show' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Next week' })).toBeAttached();
  await expect(page.getByText('1 item', { exact: false }).first()).toBeVisible();

  await page.getByRole('button', { name: 'More commands' }).click();
  await page.getByRole('menuitem', { name: 'Save as template…' }).click();
  await page.getByLabel('Template name').fill('Evenings');
  await page.getByRole('button', { name: 'Save template' }).click();
  await page.goto('/shows/templates');
  await expectNoAxeViolations(page, 'the templates');
  await page.getByRole('button', { name: 'Create show' }).click();
  await expect(page).toHaveURL(/\/shows\/[0-9a-f-]{36}$/);

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reports' }).click();
  await expect(
    page.getByRole('region', { name: 'Totals' }).getByText('2', { exact: true }).first(),
  ).toBeVisible();
  await expectNoAxeViolations(page, 'the reports');
  await page.getByRole('button', { name: 'Buyers', exact: true }).click();
  await expect(page.getByRole('link', { name: 'bella.rosa' })).toBeVisible();
  await page.getByRole('button', { name: 'Last month' }).click();
  await expect(page.getByText('Nothing was sold in this period')).toBeVisible();
});
