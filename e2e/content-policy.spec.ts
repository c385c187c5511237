import type { Page } from '@playwright/test';
import { Operator } from './fixtures/operator';
import { expect, test } from './fixtures/test';

/** Collects the violations of the page's content security policy, from the start of every document. */
async function refusalsOf(page: Page): Promise<string[]> {
  const refusals: string[] = [];
  await page.exposeFunction('reportRefusal', (refusal: string) => refusals.push(refusal));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
        void (window as unknown as { reportRefusal(text: string): void }).reportRefusal(
          [effectiveDirective, blockedURI, sample, sourceFile].join(' '),
        );
      },
    );
  });
  return refusals;
}

test('The content policy allows everything that the pages do, and no foreign styles.', async ({ page }) => {
  const refusals = await refusalsOf(page);
  const answer = await page.goto('/login');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).not.toContain('unsafe');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const secondAnswer = await page.request.get('/login');
  expect(secondAnswer.headers()['content-security-policy']).not.toBe(policy);

  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '1', title: 'Dress', totalQuantity: 1 }]);
  await operator.say(show, [
    ['ann', 'sold 1'],
    ['ben', 'sold 1'],
    ['cat', 'sold 99'],
  ]);
  for (const path of [
    '/',
    '/shows',
    `/shows/${show.id}`,
    `/shows/${show.id}/summary`,
    '/connections',
    '/buyers',
    '/settings',
    '/settings/account',
    '/settings/people',
    '/settings/audit',
    '/settings/erasure',
  ]) {
    await page.goto(path);
    await expect(page.locator('main')).toBeVisible();
  }
  await page.goto(`/shows/${show.id}/console`);
  await expect(page.locator('app-claim-row').first()).toBeVisible();
  await expect(page.getByText('Up to date').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(refusals).toEqual([]);

  // Proves that the listener receives refusals.
  await page.evaluate(() =>
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
    ),
  );
  await expect.poll(() => refusals.length).toBe(1);
  expect(refusals[0]).toContain('style-src-elem');
});
