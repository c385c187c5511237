// Checks dialogs and menus with axe, in dark mode on a desktop and in light mode on a phone.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

interface Overlay {
  name: string;
  open: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => async (page: Page) =>
  page.getByRole('button', { name }).first().click();
const fromMore = (item: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const byKey = (key: string) => async (page: Page) => page.keyboard.press(key);

/** Pixels by which the focus ring extends past the edge of the dialog's content and is cut off. */
const hiddenFocusRing = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const content = focused?.closest('mat-dialog-content')?.getBoundingClientRect();
    if (!focused || !content) return 0;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(focused);
    const reach = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const { top, bottom } = focused.getBoundingClientRect();
    return Math.max(content.top - (top - reach), bottom + reach - content.bottom);
  });

const CONSOLE_OVERLAYS: readonly Overlay[] = [
  { name: 'keys', open: byKey('?') },
  { name: 'quick add', open: byKey('n') },
  { name: 'note to the host', open: byKey('Shift+N') },
  { name: 'award', open: byKey('a') },
  { name: 'palette', open: byKey('Control+k') },
  { name: 'end show', open: fromMore('End show…') },
];

for (const [colorScheme, width] of [
  ['dark', 1440],
  ['light', 360],
] as const) {
  test(`axe finds no problems in any dialog or menu (${colorScheme}, ${width} px).`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      colorScheme,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    const operator = await Operator.register(page);
    const draft = await operator.draft(manyItems(3), 'Tuesday sale');
    const show = await operator.liveShow(manyItems(12, () => 3));
    await operator.showNow(show, '104');
    await operator.sendComments(show, [
      ['bella', 'sold 104'],
      ['tess', 'sold 104'],
      ['zed', 'sold 777'],
    ]);
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));

    const checkAndClose = async (name: string): Promise<void> => {
      await expect(dialog).toBeVisible();
      await expectNoAxeViolations(page, `${name}, ${colorScheme} at ${width}`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${name} fits`,
      ).toBeLessThanOrEqual(0);
      expect(await hiddenFocusRing(page), `focus ring in ${name} at ${width}`).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    };

    await page.goto('/shows');
    await press('Create show')(page);
    await checkAndClose('new show');
    await expect(page.getByRole('button', { name: 'Create show' })).toBeFocused();
    await page.goto(`/shows/${draft.id}`);
    await press(/Import items/)(page);
    await checkAndClose('paste items');
    await press('Add live video')(page);
    await checkAndClose('live videos');

    await openConsole(page, show);
    await page.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoAxeViolations(page, `console menu, ${colorScheme} at ${width}`, { menu: true });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
    for (const { name, open } of CONSOLE_OVERLAYS) {
      await open(page);
      await checkAndClose(name);
    }
    if (width === 360) {
      await page.getByRole('tab', { name: 'Claims' }).click();
      await rowsOf(page, 'bella').first().click();
      await checkAndClose('why, as a sheet');
    }
    await fromMore('End show…')(page);
    await dialog.getByRole('button', { name: 'End show' }).click();
    await expect(page.getByRole('dialog', { name: 'The show has ended' })).toBeVisible();
    await checkAndClose('recap');
    await context.close();
  });
}
