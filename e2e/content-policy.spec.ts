import type { Page } from '@playwright/test';
import { Operator } from './fixtures/operator';
import { expect, test } from './fixtures/test';

/** Collects content security policy violations on every page opened from now on. */
async function recordViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('addViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
        void (window as unknown as { addViolation(text: string): void }).addViolation(
          [effectiveDirective, blockedURI, sample, sourceFile].join(' '),
        );
      },
    );
  });
  return violations;
}

test('The content security policy allows everything that the pages do, and blocks an injected style.', async ({
  page,
}) => {
  const violations = await recordViolations(page);
  const response = await page.goto('/login');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).not.toContain('unsafe');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const secondAnswer = await page.request.get('/login');
  expect(secondAnswer.headers()['content-security-policy']).not.toBe(policy);

  const operator = await Operator.register(page);
  const show = await operator.liveShow([{ itemNumber: '1', title: 'Dress', totalQuantity: 1 }]);
  await operator.sendComments(show, [
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
  expect(violations).toEqual([]);

  // This violation also proves that the test would have detected others.
  await page.evaluate(() =>
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
    ),
  );
  await expect.poll(() => violations.length).toBe(1);
  expect(violations[0]).toContain('style-src-elem');
});
