import type { Browser, Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, PASSWORD, manyItems } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const SCREENSHOT_FOLDER = process.env['TEAM_SCREENSHOTS'];
const screenshot = async (page: Page, name: string): Promise<void> => {
  if (SCREENSHOT_FOLDER) await page.screenshot({ path: `${SCREENSHOT_FOLDER}/${name}.png`, fullPage: true });
};

async function openPage(
  browser: Browser,
  baseURL: string | undefined,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  return (await browser.newContext({ ...(baseURL && { baseURL }), colorScheme })).newPage();
}

/**
 * Invites a person on the People page.
 * @returns the invitation link
 */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto('/settings/people');
  const form = page.getByRole('region', { name: 'Invite a person' });
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Role').selectOption(role);
  await form.getByRole('button', { name: 'Create link' }).click();
  return form.getByLabel('Invitation link').inputValue();
}

test('A guest joins by link as a viewer, sees the show, and can end it only after becoming an operator.', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const owner = await Operator.register(page);
  const show = await owner.liveShow(manyItems(3));
  const link = await invite(page, 'Nina@example.com', 'Viewer');
  await expect(
    page.getByRole('list', { name: 'Open invitations' }).getByText('Nina@example.com'),
  ).toBeVisible();

  const guest = await openPage(browser, baseURL);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'Join Boutique' })).toBeVisible();
  await guest.getByLabel('Your name').fill('Nina New');
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Create account and join' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: /Hello/ })).toBeVisible();

  await guest.goto(`/shows/${show.id}/console`);
  await expect(guest.getByText('Up to date').filter({ visible: true }).first()).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  await guest.getByRole('button', { name: 'More' }).click();
  await expect(guest.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(guest.getByRole('menuitem', { name: 'End show' })).toHaveCount(0);
  const stopStatus = await guest.evaluate(async (id) => {
    const session = (await (
      await fetch('/api/auth/refresh', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    ).json()) as {
      accessToken: string;
    };
    return (
      await fetch(`/api/shows/${id}/stop`, {
        method: 'POST',
        headers: { authorization: `Bearer ${session.accessToken}` },
      })
    ).status;
  }, show.id);
  expect(stopStatus).toBe(403);

  await page.reload();
  await page.getByLabel('Role for Nina New').selectOption('operator');
  await expect(page.getByText('Nina New’s new role: Operator')).toBeVisible();
  await guest.reload();
  await guest.getByRole('button', { name: 'More' }).click();
  await guest.getByRole('menuitem', { name: 'End show' }).click();
  await guest.getByRole('alertdialog').getByRole('button', { name: 'End show' }).click();
  await expect(guest.getByText('Ended').first()).toBeVisible();

  await page.goto('/settings/audit');
  await expect(page.getByText('Nina New ended a show')).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'This invitation no longer works' })).toBeVisible();
  await guest.context().close();
});

test('A user who has a workspace joins another one, and switches between the two.', async ({
  page,
  browser,
  baseURL,
}) => {
  await Operator.register(page);
  const guestPage = await openPage(browser, baseURL);
  const guest = await Operator.register(guestPage, 'Gus Guest');
  const link = await invite(page, guest.email, 'Operator');
  await guestPage.goto(link);
  await guestPage.getByRole('button', { name: 'Join as Gus Guest' }).click();
  await expect(guestPage.getByRole('heading', { level: 1, name: /Hello/ })).toBeVisible();
  await guestPage.getByRole('button', { name: /Gus Guest/ }).click();
  await expect(guestPage.getByRole('menuitemradio', { name: 'Boutique' })).toHaveCount(2);
  await Promise.all([
    guestPage.waitForEvent('load'),
    guestPage.getByRole('menuitemradio', { name: 'Boutique', checked: false }).click(),
  ]);
  await guestPage.goto('/settings/people');
  await expect(guestPage.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(1);
  await guestPage.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no problems on the team pages (${colorScheme}).`, async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    const page = await openPage(browser, baseURL, colorScheme);
    const owner = await Operator.register(page);
    const show = await owner.liveShow(manyItems(3));
    await owner.sendComments(show, [['bella', 'sold 101']]);
    const link = await invite(
      page,
      'a.very.long.address.of.somebody@the-longest-shop-name-in-town.example.com',
      'Admin',
    );
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [path, ready] of [
        ['/settings', 'Check Facebook for new comments every'],
        ['/settings/people', 'Open invitations'],
        ['/settings/audit', 'went live with a show'],
        ['/settings/erasure', 'User id on the platform'],
      ] as const) {
        await page.goto(path);
        await expect(page.getByText(ready).first()).toBeVisible();
        if (path.endsWith('audit')) await page.getByText('added items').click();
        await expectNoAxeViolations(page, `${path} at ${width}`);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${path} at ${width} fits`,
        ).toBe(true);
        await screenshot(page, `${path.replaceAll('/', '-').slice(1)}-${colorScheme}-${width}`);
      }
      await page.goto(link);
      await expect(page.getByText('Sign out first')).toBeVisible();
      await expectNoAxeViolations(page, `an invitation for another person at ${width}`);
    }
    await invite(page, 'ben@example.com', 'Viewer');
    await screenshot(page, `link-${colorScheme}-360`);
    await expectNoAxeViolations(page, 'a new link');
    const guest = await openPage(browser, baseURL, colorScheme);
    await guest.goto(link);
    await expect(guest.getByLabel('Your name')).toBeVisible();
    await expectNoAxeViolations(guest, 'invitation');
    await screenshot(guest, `invite-${colorScheme}`);
    await guest.goto('/invites/none');
    await expect(guest.getByRole('heading', { name: 'This invitation does not exist' })).toBeVisible();
    await expectNoAxeViolations(guest, 'no invitation');
    await guest.context().close();
    await page.context().close();
  });
}
