// Extension settings and an extension action, with a small extension that the product loads from a folder.
import path from 'node:path';
import { expectNoAxeViolations } from './fixtures/axe';
import { manyItems, openConsole, Operator, rowsOf } from './fixtures/operator';
import { Product } from './fixtures/product';
import { expect, test as base } from './fixtures/test';

const FOLDER = process.env['EXTENSION_SCREENSHOTS'];

const test = base.extend<object, { product: Product }>({
  product: [
    async ({ playwright: _playwright }, use) => {
      const product = await Product.start({ EXTENSIONS: path.join(__dirname, 'fixtures', 'greeter') });
      await use(product);
      await product.stopAndDelete();
    },
    { scope: 'worker', timeout: 200_000 },
  ],
});

test('An admin sets up an extension, an operator uses its action, and turning the extension off removes the action.', async ({
  page,
}) => {
  const owner = await Operator.register(page);
  const show = await owner.liveShow(manyItems(2));
  await owner.sendComments(show, [
    ['ann', 'sold 101'],
    ['eve', 'sold 102'],
  ]);

  await page.goto('/settings/extensions');
  await expect(page.getByRole('heading', { name: 'greeter' })).toBeVisible();
  await expect(page.getByText('Version 1.2.0')).toBeVisible();
  await page.getByLabel('Greeting', { exact: true }).fill('H');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert').first()).toContainText('greeting must be longer');
  await page.getByLabel('Greeting', { exact: true }).fill('Welcome');
  await page.getByLabel('Key of the shop').fill('correct horse');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByLabel('Key of the shop')).toHaveValue('');
  await expect(page.getByLabel('Key of the shop')).toHaveAttribute('placeholder', /Stored/);
  await page.reload();
  await expect(page.getByLabel('Greeting', { exact: true })).toHaveValue('Welcome');
  await expect(page.getByText('Retrying after a failure')).toBeVisible();
  await expectNoAxeViolations(page, 'the extension settings');
  if (FOLDER) {
    await page.screenshot({ path: `${FOLDER}/extensions-1280.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${FOLDER}/extensions-390.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  const openBuyer = async (): Promise<void> => {
    await openConsole(page, show);
    await rowsOf(page, 'ann').click();
    await page.keyboard.press('b');
  };
  await openBuyer();
  await page.getByRole('button', { name: 'Greet buyer' }).click();
  if (FOLDER) await page.screenshot({ path: `${FOLDER}/extensions-action.png` });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Greet buyer' }).click();
  await expect(page.getByText('Welcome ann')).toBeVisible();

  await page.goto('/settings/extensions');
  await page.getByRole('switch', { name: 'Use greeter in this workspace' }).uncheck();
  await expect(page.getByText('Off', { exact: true })).toBeVisible();
  await openBuyer();
  await expect(page.getByRole('button', { name: /Block buyer/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Greet buyer' })).toHaveCount(0);
});

test('A product without extensions explains how they are added.', async ({ browser }) => {
  const product = await Product.start();
  const page = await browser.newPage({ baseURL: product.url });
  await Operator.register(page);
  await page.goto('/settings/extensions');
  await expect(page.getByText('This server has no extensions')).toBeVisible();
  await page.close();
  await product.stopAndDelete();
});
