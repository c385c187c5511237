// Opens every page in the pseudo-locale. Accents show which texts are translatable, and texts that are 40%
// longer show which layouts are too tight.
import type { Page } from '@playwright/test';
import { Operator, rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const WIDTHS = [1440, 360];

/**
 * Elements that are not translated: texts from people, the browser, or the platform; code; and language
 * names, such as “Español”.
 */
const VERBATIM_ELEMENTS =
  'code, kbd, option[lang], app-word-chips span, [data-verbatim], body [translate=no]';
/** Brands, formats, keys, months, devices, and the names, comments, and email addresses in these tests. */
const VERBATIM_TEXTS = [
  /\b(Sellary|Facebook|Instagram|Meta|CSV|JSON|HTTP|Shift|Ctrl|Esc|Enter|Home|Tab)\b/g,
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g,
  /\b(Boutique|HeadlessChrome|Chrome|node|Linux|Windows|on|sold|wow|platform_user_id)\b/g,
  /[\w.+-]+@[\w.-]+/g,
];

/** Returns the page's texts, labels, and placeholders that the pseudo-locale did not change. */
async function untranslatedTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ elements, texts }) => {
      const isTranslatable = (element: Element): boolean =>
        element.closest(`script, style, noscript, ${elements}`) === null;
      const looksUntranslated = (text: string): boolean => {
        const rest = texts.reduce((part, source) => part.replace(new RegExp(source, 'g'), ''), text);
        // A key such as "j" is one letter. The pseudo-locale adds accents to every message.
        return /[A-Za-z]{2}/.test(rest) && !/[\u00C0-\u024F\u0271\u1E00-\u1EFF]/.test(rest);
      };
      const untranslated = new Set<string>();
      const check = (element: Element, text: string | null, attribute: string): void => {
        if (text !== null && looksUntranslated(text)) {
          untranslated.add(`${element.tagName.toLowerCase()}${attribute}: ${text.trim()}`);
        }
      };
      for (const element of Array.from(document.body.querySelectorAll('*'))) {
        if (!isTranslatable(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
          check(element, element.getAttribute(name), `[${name}]`);
        }
        for (const node of Array.from(element.childNodes)) {
          if (node.nodeType === Node.TEXT_NODE) check(element, node.textContent, '');
        }
      }
      check(document.documentElement, document.title, '[title of the page]');
      return [...untranslated];
    },
    { elements: VERBATIM_ELEMENTS, texts: VERBATIM_TEXTS.map(({ source }) => source) },
  );
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Checks that the page, in its current state, is translated and fits at each width. */
async function expectTranslated(page: Page, subject: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // The layout adapts to the width over the next few frames.
    await expect.poll(() => overflow(page), `${subject} fits into ${width} px`).toBeLessThanOrEqual(0);
    expect(await untranslatedTexts(page), `texts of ${subject} at ${width} px`).toEqual([]);
  }
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1, h2').first()).toBeAttached();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expectTranslated(page, path);
}

test.beforeEach(({ page }) => page.addInitScript(() => localStorage.setItem('sellary.language', 'en-XA')));

test('The pages before sign-in contain only translatable texts, and still fit when the texts are longer.', async ({
  page,
}) => {
  for (const path of [
    '/login',
    '/register',
    '/forgot-password',
    `/reset-password/${'x'.repeat(43)}`,
    '/invites/none',
  ]) {
    await visit(page, path);
  }
  await page.goto('/login');
  await page.locator('button[type=submit]').click();
  await expect(page.locator('[data-error]').first()).toBeVisible();
  await expectTranslated(page, '/login with empty fields');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
});

test('The settings contain only translatable texts, and still fit when the texts are longer.', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const operator = await Operator.register(page, '王小明');
  await operator.draft([{ itemNumber: '101', title: '帽子', totalQuantity: 1 }], '周日');
  await page.goto('/settings/people');
  await page.locator('input[type=email]').fill('new@example.com');
  await page.locator('app-invitations button[type=submit]').click();
  await expect(page.locator('app-invitations input[readonly]')).toBeVisible();
  await expectTranslated(page, 'a new invitation');
  for (const path of [
    '/settings/account',
    '/settings/people',
    '/settings/audit',
    '/settings/baskets',
    '/settings/erasure',
    '/nowhere',
    '/settings',
  ]) {
    await visit(page, path);
  }
});

test('The workspace pages contain only translatable texts, and still fit when the texts are longer.', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const operator = await Operator.register(page, '王小明');
  await visit(page, '/');
  await visit(page, '/shows');
  await visit(page, '/buyers');
  await visit(page, '/baskets');
  await visit(page, '/baskets/pick-list');
  await visit(page, '/baskets/labels');
  const draft = await operator.draft([{ itemNumber: '101', title: '帽子', totalQuantity: 2 }], '周日');
  const show = await operator.liveShow(
    [
      { itemNumber: '101', title: '帽子', totalQuantity: 1 },
      { itemNumber: '102', title: '裙子', totalQuantity: 2 },
    ],
    '周一',
  );
  await operator.sendComments(show, [
    ['花子', 'sold 101'],
    ['太郎', 'sold 101'],
    ['次郎', 'sold 777'],
  ]);
  for (const path of ['/', '/shows', `/shows/${draft.id}`, `/shows/${show.id}`, '/connections']) {
    await visit(page, path);
  }
  await operator.changeStatus(show, 'stop');
  await visit(page, `/shows/${show.id}/summary`);
  await visit(page, `/shows/${show.id}`);
});

test('The console contains only translatable texts, and still fits when the texts are longer.', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const operator = await Operator.register(page, '王小明');
  const show = await operator.liveShow(
    [
      { itemNumber: '101', title: '帽子', totalQuantity: 1 },
      { itemNumber: '102', title: '裙子', totalQuantity: 2 },
    ],
    '周一',
  );
  await operator.showNow(show, '101');
  await operator.sendComments(show, [
    ['花子', 'sold 101'],
    ['太郎', 'sold 101'],
    ['次郎', 'sold 777'],
    ['三郎', 'wow'],
  ]);
  await page.goto(`/shows/${show.id}/console`);
  await expect(rowsOf(page, '花子').first()).toBeVisible();
  await expectTranslated(page, 'the console');
  await page.setViewportSize({ width: 1440, height: 900 });
  await rowsOf(page, '太郎').first().click();
  await expect(page.locator('app-why')).toBeVisible();
  await expectTranslated(page, 'the reason for a claim');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectTranslated(page, 'the keyboard shortcuts');
  await visit(page, `/shows/${show.id}/host`);
});
