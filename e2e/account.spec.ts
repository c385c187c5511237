// Account security settings, in light mode on a desktop and in dark mode on a phone.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, PASSWORD } from './fixtures/operator';

const NEW_PASSWORD = 'a better battery';

const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 360],
] as const) {
  /** Opens a page in its own context, because axe rejects pages from `browser.newPage()`. */
  const openPage = async (browser: Browser, baseURL: string | undefined): Promise<Page> => {
    const options = { ...(baseURL && { baseURL }), viewport: { width, height: 800 }, colorScheme };
    return (await browser.newContext(options)).newPage();
  };

  test(`Changing the password signs out the user's other devices (${colorScheme}, ${width} px).`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const [page, other] = [await openPage(browser, baseURL), await openPage(browser, baseURL)];
    const operator = await Operator.register(page);
    await operator.signIn(other);
    await other.goto('/settings/account');
    await expect(other.getByText('This device')).toBeVisible();

    await page.goto('/settings/account');
    const devices = page.getByRole('list', { name: 'Signed-in devices' }).getByRole('listitem');
    await expect(devices.first()).toContainText('This device');
    const devicesBefore = await devices.count();
    await expectNoAxeViolations(page, 'account');
    expect(await fitsWidth(page), 'the account page fits').toBe(true);

    await page.getByLabel('Current password', { exact: true }).fill('wrong horse');
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('The current password is wrong.')).toBeVisible();
    await expectNoAxeViolations(page, 'a wrong current password');
    await page.getByLabel('Current password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Password changed. Your other devices are signed out.')).toBeVisible();
    await expect(devices).toHaveCount(1);
    expect(devicesBefore).toBeGreaterThan(1);
    await other.getByRole('button', { name: 'Sign out all other devices' }).click();
    await expect(other.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test(`A user who forgot their password sees what to do (${colorScheme}, ${width} px).`, async ({
    browser,
    baseURL,
  }) => {
    const page = await openPage(browser, baseURL);
    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await expect(page.getByText('npm run user:reset-password')).toBeVisible();
    await expectNoAxeViolations(page, 'forgotten password without mail');
    expect(await fitsWidth(page), 'the page fits').toBe(true);
    await page.goto(`/reset-password/${'x'.repeat(43)}`);
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await expectNoAxeViolations(page, 'reset');
    await page.getByRole('button', { name: 'Save password and sign in' }).click();
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await expectNoAxeViolations(page, 'an expired link');
    await page.context().close();
  });
}
