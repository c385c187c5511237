// The console's language is offered before sign-in and stored with the account. The console starts even if a
// language cannot be loaded.
import { Operator, PASSWORD } from './fixtures/operator';
import { expect, test } from './fixtures/test';

test('A visitor chooses a language at sign-in, and the browser stores the choice.', async ({ page }) => {
  await page.goto('/login?return=%2Fshows');
  await page.getByLabel('Language').selectOption('es');
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('return')).toBe('/shows');
});

test("The browser's language applies until the user chooses one.", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), locale: 'th-TH' });
  const page = await context.newPage();
  await page.goto('/login');
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expect(page.getByRole('heading', { name: 'เข้าสู่ระบบ' })).toBeVisible();
  await context.close();
});

test('A language chosen in the account settings applies on another device after sign-in, on the requested page.', async ({
  page,
  browser,
  baseURL,
}) => {
  const operator = await Operator.register(page);
  await page.goto('/settings/account');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('th');
  await expect(page.getByRole('heading', { name: 'ภาษา' })).toBeVisible();

  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const other = await context.newPage();
  await other.goto('/login?return=%2Fsettings%2Faccount');
  await other.getByLabel('Email').fill(operator.email);
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('heading', { name: 'ภาษา' })).toBeVisible();
  await expect(other).toHaveURL(/\/settings\/account$/);
  await context.close();
});

test("The page starts in English if a language's texts cannot be loaded.", async ({ page }) => {
  await page.route('**/i18n/es.json', (route) => route.abort());
  await page.goto('/login?lang=es');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test("The page starts in English if a language's texts never arrive.", async ({ page }) => {
  await page.route('**/i18n/es.json', () => undefined);
  await page.goto('/login?lang=es');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
