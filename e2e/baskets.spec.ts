// After a show: from unpaid baskets to labels, in the console, with the keyboard, on paper, and on a phone.
import type { BasketList, Show } from '@sellary/contracts';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { Operator } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const FOLDER = process.env['BASKETS_SCREENSHOTS'];

async function screenshot(page: Page, name: string): Promise<void> {
  if (FOLDER) await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
}

const PRICES = [1_490, 2_990, 990, 4_500];

/** Creates an ended show in euros in which each buyer won some units. */
async function endedShow(operator: Operator, buyers: readonly string[]): Promise<Show> {
  await operator.setCurrency('EUR');
  const show = await operator.liveShow(
    PRICES.map((price, index) => ({
      itemNumber: `${101 + index}`,
      title: ['Blue linen dress', 'Red silk scarf', 'Straw hat', 'Green wool coat'][index] ?? 'Thing',
      totalQuantity: buyers.length,
      price,
    })),
  );
  await operator.sendComments(
    show,
    buyers.flatMap((buyer, index) =>
      PRICES.slice(0, 1 + (index % PRICES.length)).map((_, item) => [buyer, `sold ${101 + item}`] as const),
    ),
  );
  await operator.changeStatus(show, 'stop');
  return show;
}

const rowOf = (page: Page, buyer: string) =>
  page.locator('app-basket-table tbody tr').filter({ hasText: buyer });

test('An operator asks for payment, marks baskets as paid, packs, prints, ships, and undoes a step.', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const operator = await Operator.register(page);
  const show = await endedShow(operator, ['bella', 'tess', 'ivy', 'rita']);
  await page.goto(`/shows/${show.id}/summary`);
  await page.getByRole('link', { name: 'Baskets' }).last().click();
  await expect(page.locator('app-basket-table tbody tr')).toHaveCount(4);
  await expect(rowOf(page, 'tess')).toContainText('€44.80');
  await expect(page.locator('app-basket-totals')).toContainText('€214.10');
  await expectNoAxeViolations(page, 'the list');
  await screenshot(page, 'list');

  // With the keyboard, the operator asks two buyers for payment and sees the message for each of them.
  const firstRow = page.locator('app-basket-table tbody tr').first();
  await expect(firstRow).toContainText('Open');
  await firstRow.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('Selected: 2 baskets')).toBeVisible();
  await page.keyboard.press('a');
  const texts = page.getByRole('dialog');
  await expect(texts.getByRole('listitem')).toHaveCount(2);
  await expectNoAxeViolations(page, 'the texts');
  await screenshot(page, 'texts');
  await texts.getByRole('button', { name: 'Done' }).click();
  await expect(firstRow).toContainText('Requested');

  // All baskets are paid with one method, and the totals change.
  await page.getByRole('checkbox', { name: 'Select all loaded baskets' }).check();
  await page.getByRole('button', { name: 'Mark paid…' }).click();
  const pay = page.getByRole('dialog');
  await expect(pay).toContainText('€214.10');
  await pay.getByLabel('Method').fill('Bank transfer');
  await pay.getByLabel('Reference').fill('TR-2291');
  await expectNoAxeViolations(page, 'the payment');
  await pay.getByRole('button', { name: 'Mark paid' }).click();
  for (const buyer of ['bella', 'tess', 'ivy', 'rita']) {
    await expect(rowOf(page, buyer)).toContainText('Paid');
  }
  await expect(page.locator('app-basket-totals div', { hasText: 'Paid today' })).toContainText('€214.10');

  // One payment was a mistake.
  await rowOf(page, 'rita').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Undo step' }).click();
  await expect(rowOf(page, 'rita')).not.toContainText('Paid');
  const unpaid: BasketList = await operator.baskets(show, 'unpaid');
  expect(unpaid.baskets.map(({ buyer }) => buyer.name)).toEqual([expect.stringContaining('rita')]);

  // On paper, the pick list has a box for each buyer of each item.
  await page.getByRole('link', { name: 'Pick list' }).click();
  await expect(page.locator('app-pick-list tbody tr')).toHaveCount(3);
  await expect(page.locator('app-pick-list tbody tr').first().getByRole('listitem')).toHaveCount(3);
  await expectNoAxeViolations(page, 'the pick list');
  await screenshot(page, 'pick-list');
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5_000);

  await page.goto(`/baskets?show=${show.id}&state=paid`);
  await page.getByRole('checkbox', { name: 'Select all loaded baskets' }).check();
  await page.getByRole('button', { name: 'Mark packed' }).click();
  await expect(rowOf(page, 'tess')).toContainText('Packed');
  await page.getByRole('checkbox', { name: 'Select all loaded baskets' }).check();
  await page.getByRole('button', { name: 'More options for the selected baskets' }).click();
  await page.getByRole('menuitem', { name: 'Print labels' }).click();
  await expect(page.getByRole('img', { name: /^Barcode for / })).toHaveCount(3);
  await expectNoAxeViolations(page, 'the labels');
  await screenshot(page, 'labels');
  for (const [size, sheetClass, pages] of [
    ['A6 label', 'a6', 3],
    ['62 mm roll', 'roll', 3],
    ['A4, 8 per page', 'sheet', 1],
  ] as const) {
    await page.getByRole('button', { name: size }).click();
    await expect(page.locator('app-label-sheet')).toContainClass(sheetClass);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g), size).toHaveLength(pages);
  }

  await page.goto(`/baskets?show=${show.id}&state=packed`);
  await rowOf(page, 'ivy').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Mark shipped…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mark shipped' }).click();
  await expect(rowOf(page, 'ivy')).toContainText('Shipped');
});

test('A basket shows its extra lines, text, history, and why each unit was won, and rejects an outdated step.', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const operator = await Operator.register(page);
  const show = await endedShow(operator, ['bella', 'tess']);
  await page.goto(`/baskets?show=${show.id}`);
  await page.getByRole('link', { name: 'tess' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tess');
  await page.getByRole('button', { name: 'Add shipping' }).click();
  await expect(page.getByLabel('Amount for Shipping')).toBeFocused();
  await page.keyboard.type('4.90');
  await page.keyboard.press('Enter');
  await expect(page.locator('app-basket-extras')).toContainText('€49.70');
  await expect(page.locator('app-basket-text')).toContainText('€49.70');
  await page.getByLabel('Text language').selectOption({ label: 'Spanish' });
  await expect(page.locator('app-basket-text')).toContainText('Hola');
  await expect(page.locator('app-basket-history')).toContainText('Extra lines changed');
  await expectNoAxeViolations(page, 'one basket');
  await screenshot(page, 'basket');

  // Another screen asks for payment first, so this screen's step is rejected, and the page shows the current
  // state.
  const { baskets } = await operator.baskets(show, 'unpaid');
  await operator.takeStep(
    'request',
    baskets.filter(({ buyer }) => buyer.name.includes('tess')),
  );
  await page.getByRole('button', { name: 'Mark paid…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark paid' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not changed' })).toBeVisible();
  await expect(page.locator('app-basket-history')).toContainText('Asked for payment');

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await screenshot(page, 'basket-phone');
  await page.goto(`/baskets?show=${show.id}`);
  await expect(rowOf(page, 'bella')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectNoAxeViolations(page, 'the list on a phone');
  await screenshot(page, 'list-phone');

  await page.setViewportSize({ width: 1280, height: 800 });
  await rowOf(page, 'tess').getByRole('link').click();
  await page.getByRole('link', { name: 'Why the buyer won item 101' }).click();
  await expect(page.locator('app-why')).toContainText('tess', { timeout: 30_000 });
});

test('The announcement of a notice takes up no space on the page.', async ({ page }) => {
  const operator = await Operator.register(page);
  const show = await endedShow(operator, ['bella']);
  const [basket] = (await operator.baskets(show, 'unpaid')).baskets;
  // On this page, nothing opens a dialog or another control that would load the announcer's style.
  await page.goto(`/baskets/${basket?.id ?? ''}`);
  await page.getByRole('button', { name: 'Ask for payment' }).click();
  const announcer = page.locator('.cdk-live-announcer-element');
  await expect(announcer).toHaveText(
    'Marked as asked for payment. No message was sent: copy the text. Undo is available.',
  );
  const box = await announcer.boundingBox();
  expect([box?.width, box?.height]).toEqual([1, 1]);
  await expect(announcer).toHaveCSS('position', 'absolute');
});

test('The basket rules and the basket text can be changed in the workspace settings.', async ({ page }) => {
  await Operator.register(page);
  await page.goto('/settings/baskets');
  await page.getByLabel('Hours to hold unpaid units').fill('48');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved')).toBeVisible();
  await page
    .getByLabel('When the time to pay ends')
    .selectOption({ label: 'Release the units to the next buyers' });
  await expect(page.getByText('Unpaid units will be released automatically')).toBeVisible();
  await page.getByLabel('Template text').fill('Hi {name}, {nothing}');
  await expect(page.getByText('{nothing} is not a placeholder.')).toBeVisible();
  await page.getByLabel('Template text').fill('Hi {name}, please pay {total}.');
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByText('Hi Anna, please pay 49.80.')).toBeVisible();
  await expectNoAxeViolations(page, 'the settings');
  await screenshot(page, 'settings');
  await page.reload();
  await expect(page.getByLabel('Template text')).toHaveValue('Hi {name}, please pay {total}.');
  await expect(page.getByLabel('Hours to hold unpaid units')).toHaveValue('48');
});

test('The basket list fits a tablet and a phone in Spanish and Thai, and shows a hint when it is empty.', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const operator = await Operator.register(page);
  await page.goto('/baskets');
  await expect(page.getByText('No baskets yet')).toBeVisible();
  await expectNoAxeViolations(page, 'no baskets');
  const show = await endedShow(operator, ['bella', 'tess', 'ivy']);
  for (const language of ['es', 'th']) {
    for (const width of [1440, 834, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/baskets?show=${show.id}&lang=${language}`);
      await expect(rowOf(page, 'bella')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect
        .poll(
          () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${language} at ${width}`,
        )
        .toBeLessThanOrEqual(0);
      await screenshot(page, `list-${language}-${width}`);
    }
  }
});
