// Item photos: uploaded as a file, by drag and drop, or from a phone, and shown to the seller, the host, and
// the viewers. Item codes: typed by a scanner or read by a camera.
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expectNoAxeViolations } from './fixtures/axe';
import { Operator, openConsole } from './fixtures/operator';
import { expect, test } from './fixtures/test';

const ITEMS = [
  { itemNumber: '101', title: 'Red silk scarf', totalQuantity: 2, sku: '4006381333931' },
  { itemNumber: '102', title: 'Straw hat', totalQuantity: 1 },
  { itemNumber: '103', title: 'Leather belt', totalQuantity: 3 },
];

/** A picture that is easy to recognize in a screenshot. */
const photo = (color: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#ddd8cf"/><path d="M250 220h700l-90 560H340z" fill="${color}"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();

async function addPhoto(page: Page, number: string, color: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `Add a photo of #${number}` }).click();
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(color) });
  await expect(page.getByRole('button', { name: `Open the photo of #${number}` })).toBeVisible();
}

/** Counts the photos on the page that the browser could decode. */
const loadedPhotoCount = (page: Page): Promise<number> =>
  page
    .locator('img[src^="/photos/"]')
    .evaluateAll((all) => all.filter((element) => (element as HTMLImageElement).naturalWidth > 0).length);

/** Sends all keys without waiting for the page, as a scanner does. */
async function scan(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = (key: string, text: string, windowsVirtualKeyCode: number) =>
    (['keyDown', 'keyUp'] as const).map((type) =>
      session.send('Input.dispatchKeyEvent', {
        type,
        key,
        windowsVirtualKeyCode,
        ...(type === 'keyDown' && { text }),
      }),
    );
  await Promise.all([
    ...[...code].flatMap((key) => press(key, key, key.toUpperCase().charCodeAt(0))),
    ...press('Enter', '\r', 13),
  ]);
  await session.detach();
}

test("An item's photo is shown to the seller, the host, and the viewers, and can be removed.", async ({
  page,
  browser,
  baseURL,
}, testInfo) => {
  test.setTimeout(120_000);
  const screenshot = (target: Page, name: string): Promise<unknown> =>
    target.screenshot({ path: path.join(testInfo.outputDir, `${name}.png`) });
  const operator = await Operator.register(page);
  const show = await operator.liveShow(ITEMS);
  await operator.showNow(show, '101');
  await page.goto(`/shows/${show.id}`);
  await addPhoto(page, '101', '#b3243e');

  // A file dragged onto a row.
  const dataTransfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'hat.jpg', { type: 'image/jpeg' }));
      return data;
    },
    [...(await photo('#a58a4a'))],
  );
  const row = page.getByRole('row').filter({ hasText: '102' });
  await row.dispatchEvent('dragover', { dataTransfer });
  await row.dispatchEvent('drop', { dataTransfer });
  await expect(page.getByRole('button', { name: 'Open the photo of #102' })).toBeVisible();
  await expect.poll(() => loadedPhotoCount(page)).toBe(2);
  await expectNoAxeViolations(page, 'items with photos');
  await screenshot(page, 'items');

  await page.getByRole('button', { name: 'Create link' }).last().click();
  const boardUrl = await page.getByLabel('Link to the page').inputValue();
  await page.getByRole('button', { name: 'Create link' }).first().click();
  await expect(page.getByLabel('Link to the page')).toHaveCount(2);
  const overlayUrl = await page.getByLabel('Link to the page').first().inputValue();
  const obs = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await obs.goto(`${overlayUrl}?motion=off`);
  await expect.poll(() => loadedPhotoCount(obs)).toBe(1);
  await screenshot(obs, 'overlay');
  await obs.close();
  await page.getByRole('button', { name: 'Open the photo of #101' }).click();
  await expect(page.getByRole('img', { name: 'Photo of #101' })).toBeVisible();
  await screenshot(page, 'dialog');
  await page.getByRole('button', { name: 'Close' }).click();

  await openConsole(page, show);
  await expect.poll(() => loadedPhotoCount(page)).toBeGreaterThanOrEqual(3);
  await screenshot(page, 'console');
  const phoneContext = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  const viewer = await phoneContext.newPage();
  await viewer.goto(boardUrl);
  await expect.poll(() => loadedPhotoCount(viewer)).toBe(1);
  await screenshot(viewer, 'board');

  await page.goto(`/shows/${show.id}/host`);
  await expect(page.getByRole('img', { name: 'Photo of #101' })).toBeVisible();
  await expect.poll(() => loadedPhotoCount(page)).toBe(1);
  await screenshot(page, 'host');

  const phone = await phoneContext.newPage();
  await operator.signIn(phone);
  await phone.goto(`/shows/${show.id}`);
  await addPhoto(phone, '103', '#3b5f7a');
  await phone.getByRole('button', { name: 'Open the photo of #103' }).scrollIntoViewIfNeeded();
  await screenshot(phone, 'items-phone');
  await openConsole(phone, show);
  await screenshot(phone, 'console-phone');

  await page.goto(`/shows/${show.id}`);
  await page.getByRole('button', { name: 'Open the photo of #101' }).click();
  await page.getByRole('button', { name: 'Remove photo' }).click();
  await expect(page.getByRole('button', { name: 'Add a photo of #101' })).toBeVisible();
  await expect.poll(() => loadedPhotoCount(viewer), { timeout: 20_000 }).toBe(0);
  await phoneContext.close();
});

test('A file that is not a photo is rejected with an explanation, and the item does not change.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.draft(ITEMS);
  await page.goto(`/shows/${show.id}`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a photo of #102' }).click();
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByText('The photo of #102 was not saved')).toBeVisible();
  await expect(page.getByText('Use a JPEG, PNG, or WebP file.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a photo of #102' })).toBeVisible();
});

test('A scan opens its item, and an unknown code is stored in a new item.', async ({ page }, testInfo) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(ITEMS);
  await openConsole(page, show);
  await scan(page, '4006381333931');
  await expect(page.getByRole('region', { name: 'Item 101' })).toBeVisible();

  await page.keyboard.press('n');
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.fill('104 Wool coat');
  await scan(page, '9780201379624');
  await expect(field).toHaveValue('104 Wool coat');
  await expect(page.getByRole('dialog').getByText('9780201379624')).toBeVisible();
  await page.screenshot({ path: path.join(testInfo.outputDir, 'quick-add.png') });
  await field.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  const { items } = await operator.snapshot(show);
  expect(items.find(({ itemNumber }) => itemNumber === '104')?.sku).toBe('9780201379624');

  await page.keyboard.press('n');
  await expect(field).toBeFocused();
  await scan(page, '9780201379624');
  await expect(page.getByRole('region', { name: 'Item 104' })).toBeVisible();

  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: /Award #104/ })).toBeVisible();
  await page.getByRole('combobox').fill('ben');
  await scan(page, '4006381333931');
  await expect(page.getByRole('heading', { name: /Award #101/ })).toBeVisible();
  await expect(page.getByRole('combobox').last()).toHaveValue('ben');
  await page.screenshot({ path: path.join(testInfo.outputDir, 'award.png') });
});

test('A scan with letters opens its item or variant, and none of its letters runs a command.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow([
    { itemNumber: '101', title: 'Red silk scarf', totalQuantity: 2, sku: 'A-204X' },
    {
      itemNumber: '102',
      title: 'Shirt',
      variants: [
        { name: 'S', totalQuantity: 1, sku: 'nRu5' },
        { name: 'M', totalQuantity: 1, sku: 'SHIRT-M9' },
      ],
    },
  ]);
  await operator.sendComments(show, [
    ['bella', 'sold 101'],
    ['ivy', 'sold 101'],
  ]);
  await openConsole(page, show);
  // Typed by hand, the letters would be commands for this row, and Enter would open it.
  await page.keyboard.press('j');
  await expect(page.locator('[role=row]:focus')).toBeVisible();
  const before = await operator.snapshot(show);

  await scan(page, 'A-204X');
  await expect(page.getByRole('region', { name: 'Item 101' })).toBeVisible();
  await scan(page, 'nRu5');
  await expect(page.getByRole('region', { name: 'Item 102' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Scanned' })).toContainText('S');
  await scan(page, 'ShiRuwP.n,7x');
  await expect(page.getByText('No item in this show has the code ShiRuwP.n,7x.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const after = await operator.snapshot(show);
  expect([after.show.status, after.show.nowShowingItemId]).toEqual(['active', before.show.nowShowingItemId]);
  expect(after.claims.map(({ id, status }) => [id, status])).toEqual(
    before.claims.map(({ id, status }) => [id, status]),
  );

  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: /Award #102/ })).toBeVisible();
  await page.getByRole('combobox').last().fill('ben');
  await scan(page, 'SHIRT-M9');
  // The first dialog closes while the one with the scanned variant opens.
  await expect(page.getByRole('dialog').last().locator('select')).toHaveValue('M');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await scan(page, 'SHIRT-M9');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Scanned' })).toContainText('M');

  // A key pressed by hand still runs its command.
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Now showing' })).toContainText('102');
});

test('A tablet scans with its camera, and a browser that cannot scan does not show the button.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(ITEMS);
  // The test browser has neither a camera nor a barcode reader.
  await page.addInitScript(() => {
    if (location.hash !== '#tablet') return;
    const camera = document.createElement('canvas');
    // A canvas sends a frame only when it changes.
    setInterval(() => camera.getContext('2d')?.fillRect(Math.random() * 100, 0, 9, 9), 50);
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(camera.captureStream(10));
    const detect = (): Promise<unknown> => Promise.resolve([{ rawValue: '4006381333931' }]);
    Object.assign(window, {
      BarcodeDetector: class {
        detect = detect;
      },
    });
  });
  await openConsole(page, show);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Scan a code' })).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`/shows/${show.id}/console#tablet`);
  await expect(page.getByText('Up to date').filter({ visible: true }).first()).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'Scan a code' }).click();
  await expect(page.getByRole('region', { name: 'Item 101' })).toBeVisible();
});

test('The console can be installed on a tablet, with its icons.', async ({ page, baseURL }) => {
  await page.goto('/login');
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const response = await page.request.get(`/${href}`);
  expect(response.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await response.json()) as { display: string; icons: { src: string; sizes: string }[] };
  expect(manifest.display).toBe('standalone');
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(`${baseURL}${src}`);
    const { width, height, format } = await sharp(await icon.body()).metadata();
    expect(`${format} ${width}x${height}`).toBe(`png ${sizes}`);
  }
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The tests run in an incognito window, which cannot install apps.
  const errors = installabilityErrors.map(({ errorId }) => errorId);
  expect(errors.filter((id) => id !== 'in-incognito')).toEqual([]);
});
