import type { Page } from '@playwright/test';
import { Operator, winnersOf, openConsole } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const MAX_STOPS = 60;
/** Longer than the 700 ms for which the console ignores a second press. */
const READING_MS = 800;

/**
 * Presses Tab until the element with this name has the focus, and checks that the focus is visible at every
 * stop.
 */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const visited: string[] = [];
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const [label, isFocusVisible] = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return ['', true] as const;
      const labels = Array.from(
        (focused as Partial<HTMLInputElement>).labels ?? [],
        (element) => element.textContent,
      );
      const texts = [focused.getAttribute('aria-label'), ...labels];
      // Material marks a focused field with an outline and a focused button with a layer. Both are separate
      // elements inside it.
      const frame = focused.closest('mat-form-field') ?? focused;
      const parts = [focused, ...Array.from(frame.querySelectorAll('*'))];
      const hasOutline = parts.some((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && outlineWidth !== '0px';
      });
      const hasLayer = focused.closest('.mat-focused, .cdk-keyboard-focused') !== null;
      return [
        texts.find((text) => text?.trim()) ?? focused.textContent ?? '',
        hasOutline || hasLayer,
      ] as const;
    });
    const text = label.replace(/\s+/g, ' ').trim();
    visited.push(text.slice(0, 40));
    expect(isFocusVisible, `the focus is visible on "${text.slice(0, 60)}"`).toBe(true);
    if (name.test(text)) return;
  }
  throw new Error(`${String(name)} was not reached by Tab: ${visited.join(' | ')}`);
}

test('An operator runs a whole show with the keyboard alone, from the first page to the summary, and screen readers announce the changes.', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const operator = await Operator.register(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, /^Create show/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'By hand' })).toBeAttached();

  await tabTo(page, /^Title$/);
  for (const title of ['Blue dress', 'Red scarf']) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(/^Title of/).last()).toHaveValue(title);
    await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeFocused();
  }
  await page.reload();
  await expect(page.getByText('2 items · 2 units').first()).toBeVisible();
  await tabTo(page, /Go live/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/console$/);
  await expect(page.getByText('Up to date').first()).toBeVisible();

  const id = /shows\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const show = (await operator.snapshot({ id })).show;
  const [first = '', second = ''] = (await operator.snapshot(show)).items.map(({ itemNumber }) => itemNumber);
  await operator.sendComments(show, [
    ['bella', `sold ${first}`],
    ['tess', `sold ${first}`],
  ]);
  const announcements = page.locator('[aria-live], [role=status], [role=alert]');

  await page.keyboard.type(first);
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Now showing' })).toContainText('Blue dress');
  await page.keyboard.press('Escape');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('[role=row]:focus')).toContainText('bella');
  await page.keyboard.press('Shift+R');
  await expect.poll(async () => winnersOf(await operator.snapshot(show), first)).toEqual(['tess']);
  await expect(announcements.filter({ hasText: 'bella released' }).first()).toBeAttached();
  await page.keyboard.press('u');
  await expect.poll(async () => winnersOf(await operator.snapshot(show), first)).toEqual(['bella']);
  await expect(announcements.filter({ hasText: 'Undone' }).first()).toBeAttached();

  await page.keyboard.type(second);
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog').getByRole('combobox', { name: /name or handle/ })).toBeFocused();
  await page.keyboard.type('ivy');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No viewer named ivy has commented in this show.')).toBeVisible();
  // Enter does not confirm the name until the operator has had time to read the warning.
  await page.waitForTimeout(READING_MS);
  await page.keyboard.press('Enter');
  await expect.poll(async () => winnersOf(await operator.snapshot(show), second)).toEqual(['ivy']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');

  for (const key of ['g', 'f', 'j']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect(page.locator('app-why')).toBeVisible();
  await tabTo(page, /^Flag claim$/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await operator.summary(show)).totals.flagged).toBe(1);
  await page.keyboard.press('Escape');

  await page.reload();
  await openConsole(page, show);
  await tabTo(page, /^More commands$/);
  const askToEnd = async (): Promise<void> => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'End show…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Keep selling' })).toBeFocused();
  };
  await askToEnd();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
  await askToEnd();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'End show' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'The show has ended' })).toBeVisible();
  await tabTo(page, /Open summary/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'By hand' })).toBeVisible();
  await expect(page.locator('app-flagged-claims li')).toHaveCount(1);
});
