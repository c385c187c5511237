// After a show: the recap, the summary with the API's figures, its exports, and its printout.
import type { ExportType, ShowSummary } from '@sellary/contracts';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const ODD_HANDLES = ['=HYPERLINK("http://x.example")', 'Anna "the boss", Jr.', 'two\nlines', '🔥 fan', 'اسم'];

async function download(
  page: Page,
  type: ExportType,
): Promise<{ name: string; rows: Record<string, string>[] }> {
  await page.getByRole('button', { name: `Export ${type}` }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV with commas' }).click(),
  ]);
  const text = (await readFile(await file.path(), 'utf8')).replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return { name: file.suggestedFilename(), rows: data };
}

/** The figure next to a name in the totals. */
const total = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Totals' }).locator('div', { has: page.getByText(name, { exact: true }) });

test('A show ends with its recap, a summary that matches the API, exports, and a printout.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(
    manyItems(60, (index) => 1 + (index % 2)),
    'Früh & spät: 100 %',
  );
  await operator.sendComments(show, [
    ...Array.from(
      { length: 40 },
      (_, index) => [`viewer${index % 15}`, `sold ${101 + (index % 6)}`] as const,
    ),
    ...ODD_HANDLES.map((handle) => [handle, 'sold 110'] as const),
    ['zed', 'sold 777'],
    ['viewer0', 'pass 101'],
    ['ivy', 'so pretty'],
  ]);
  await openConsole(page, show);
  const waiting = rowsOf(page, 'Waiting').first();
  await waiting.click();
  await page.getByRole('button', { name: 'Flag' }).click();
  await expect.poll(async () => (await operator.summary(show)).totals.flagged).toBe(1);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'End show…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End show' }).click();
  const recap = page.getByRole('dialog', { name: 'The show has ended' });
  const figures: ShowSummary = await operator.summary(show);
  await expect(recap).toContainText(
    `${figures.totals.unitsClaimed} units won · ${figures.totals.uniqueBuyers} buyers`,
  );
  await expect(recap).toContainText(`${figures.mostWanted?.waiting} waiting`);
  await recap.getByRole('link', { name: 'Open summary' }).press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Früh & spät: 100 %');
  for (const [name, figure] of [
    ['Units won', figures.totals.unitsClaimed],
    ['Buyers', figures.totals.uniqueBuyers],
    ['Still waiting', figures.totals.waitlisted],
    ['Claims', figures.totals.claims],
    ['Comments', figures.totals.comments],
    ['Unknown item numbers', figures.totals.unmatched],
  ] as const) {
    await expect(total(page, name)).toContainText(String(figure));
  }
  await expect(page.locator('app-summary-items tbody tr')).toHaveCount(50);
  await expect(page.locator('app-flagged-claims li')).toHaveCount(1);
  await expectNoAxeViolations(page, 'summary');

  const claims = await download(page, 'claims');
  expect(claims.name).toMatch(/^Früh & spät 100 % \d{4}-\d\d-\d\d claims\.csv$/);
  expect(claims.rows).toHaveLength(figures.totals.claims);
  expect(claims.rows.filter(({ status }) => status === 'winner')).toHaveLength(figures.totals.winners);
  const handles = new Set(claims.rows.map((row) => row['user_handle']));
  // The apostrophe keeps a spreadsheet from running the handle as a formula.
  for (const handle of ODD_HANDLES) expect(handles).toContain(handle.startsWith('=') ? `'${handle}` : handle);
  const buyers = await download(page, 'buyers');
  expect(buyers.rows).toHaveLength(figures.totals.uniqueBuyers);
  expect(buyers.rows.reduce((sum, row) => sum + Number(row['total_items']), 0)).toBe(figures.totals.winners);

  await page.getByLabel('Search buyers by handle or name').fill('VIEWER1');
  await expect(page.locator('app-summary-buyers tbody tr').first()).toContainText('viewer1');
  await expect(page.locator('app-summary-buyers tbody tr').filter({ hasNotText: 'viewer1' })).toHaveCount(0);
  await page.getByRole('columnheader', { name: 'Waiting' }).first().getByRole('button').press('Enter');
  await expect(page.locator('app-summary-items tbody tr').first()).toContainText(
    figures.mostWanted?.itemNumber ?? '',
  );

  // A printout shows all items, because the rest cannot be expanded on paper.
  await page.evaluate(() =>
    addEventListener('beforeprint', () =>
      document.body.setAttribute(
        'data-rows',
        `${document.querySelectorAll('app-summary-items tbody tr').length}`,
      ),
    ),
  );
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  await expect(page.locator('body')).toHaveAttribute('data-rows', '60');
  await expect(page.locator('app-summary-items tbody tr')).toHaveCount(50);
});

test('A failed export is reported, and the next attempt works.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(2));
  await operator.sendComments(show, [['ivy', 'sold 101']]);
  await operator.changeStatus(show, 'stop');
  await page.goto('/shows');
  await page.getByRole('link', { name: 'Open summary of Sunday sale' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sunday sale');
  await page.route('**/export*', (route) => route.abort());
  await page.getByRole('button', { name: 'Export claims' }).click();
  await page.getByRole('menuitem', { name: 'Excel workbook' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was saved.');
  await page.unroute('**/export*');
  expect((await download(page, 'claims')).rows).toHaveLength(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('A summary fits a phone, and a user from another workspace cannot see it.', async ({
  page,
  browser,
  baseURL,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(8));
  await operator.sendComments(show, [
    ['ivy_with_a_very_long_handle_indeed_77', 'sold 101'],
    ['rita', 'sold 101'],
  ]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/shows/${show.id}/summary`);
  await expect(page.getByText('still running')).toBeVisible();
  await expect(page.locator('app-summary-buyers tbody tr')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectNoAxeViolations(page, 'summary on a phone');
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const stranger = await context.newPage();
  await Operator.register(stranger);
  await stranger.goto(`/shows/${show.id}/summary`);
  await expect(stranger.getByText('Show not found')).toBeVisible();
  await context.close();
});
