// Takes the screenshots for the README and the docs: `DOCS_SCREENSHOTS=1 npm run test:e2e`.
import path from 'node:path';
import { expect, test } from './fixtures/test';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';

const FOLDER = process.env['DOCS_SCREENSHOTS'] ? path.join(__dirname, '..', 'docs', 'screenshots') : null;

test('The pages in the README and docs screenshots can be opened.', async ({
  browser,
  baseURL,
}, testInfo) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 1440, height: 860 },
    colorScheme: 'light',
  });
  const page = await context.newPage();
  const screenshot = async (name: string): Promise<void> => {
    await page.mouse.move(5, 5);
    await page.screenshot({ path: path.join(FOLDER ?? testInfo.outputDir, `${name}.png`) });
  };
  const operator = await Operator.register(page);
  const show = await operator.liveShow(
    manyItems(40, (index) => 1 + (index % 4)),
    'Sunday evening sale',
  );
  await operator.showNow(show, '104');
  const handles = [
    'bella',
    'tess',
    'ivy.rose',
    'rita',
    'carla.m',
    'josie_90',
    'the_real_kate',
    'anna',
    'liv',
    'zoe',
    'nina',
    'pam',
  ];
  const comments = Array.from({ length: 120 }, (_, index) => {
    const viewer = `${handles[(index * 7) % handles.length] ?? 'kim'}${index % 5 || ''}`;
    const item = 101 + ((index * 11) % 24);
    const text =
      index % 3 === 0
        ? (['so pretty!', 'what size is it?', 'hello from Lisbon'][index % 9 === 0 ? 0 : index % 2 ? 1 : 2] ??
          'hi')
        : `sold ${item}`;
    return [viewer, text] as const;
  });
  await operator.sendComments(show, [
    ...comments,
    ['zed', 'sold 777'],
    ['vera', 'sold 777'],
    ['noor', 'sold'],
    ['emma', 'sold 104'],
    ['sofia', 'sold 104'],
    ['kim', 'sold 104'],
    ['wanda', 'sold 104'],
    ['ruth', 'sold 104'],
    ['ruth', 'mine! sold 104'],
  ]);
  await openConsole(page, show);
  await screenshot('console');
  await rowsOf(page, 'ruth').first().click();
  await expect(page.locator('app-why')).toBeVisible();
  await screenshot('why');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1720, height: 960 });
  await page.keyboard.press('Escape');
  await expect(page.locator('app-drawer-panel')).toHaveCount(0);
  await operator.sendComments(
    show,
    Array.from(
      { length: 40 },
      (_, index) => [`${handles[index % handles.length] ?? 'kim'}_${index}`, 'sold 112'] as const,
    ),
  );
  await expect(page.getByRole('button', { name: 'Switch to #112', exact: true })).toBeVisible();
  await screenshot('burst');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('tab', { name: 'Claims' })).toBeVisible();
  await page.getByRole('tab', { name: 'Claims' }).click();
  await screenshot('phone');
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.goto(`/shows/${show.id}/host`);
  await expect(page.getByRole('list', { name: 'Winners' })).toBeVisible();
  await screenshot('host-view');
  await operator.changeStatus(show, 'stop');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(`/shows/${show.id}/summary`);
  await expect(page.locator('app-summary-buyers tbody tr').first()).toBeVisible();
  await screenshot('summary');
  await context.close();
});
