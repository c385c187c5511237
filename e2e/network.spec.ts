import type { Page, WebSocket } from '@playwright/test';
import { Operator, manyItems, openConsole, rowsOf } from './fixtures/operator';
import { expect, test } from './fixtures/test';

/** @returns the page's open WebSockets, kept up to date */
function trackSockets(page: Page): Set<WebSocket> {
  const open = new Set<WebSocket>();
  page.on('websocket', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return open;
}

const upToDate = (page: Page) => page.getByText('Up to date').filter({ visible: true });

for (const seconds of [3, 20]) {
  test(`A network outage of ${seconds} s neither loses nor repeats an event, and leaves one connection.`, async ({
    page,
  }) => {
    const sockets = trackSockets(page);
    const operator = await Operator.register(page);
    const show = await operator.liveShow(manyItems(5));
    await openConsole(page, show);
    await operator.sendComments(show, [['bella', 'sold 101']]);
    await expect(page.getByText('1 comment in')).toBeVisible();

    await page.context().setOffline(true);
    await expect(upToDate(page)).toHaveCount(0);
    await operator.sendComments(show, [
      ['tess', 'sold 101'],
      ['ivy', 'sold 102'],
    ]);
    // The duration of the outage is the subject of this test.
    await page.waitForTimeout(seconds * 1000);
    await expect(upToDate(page)).toHaveCount(0);
    await page.context().setOffline(false);

    await expect(upToDate(page).first()).toBeVisible();
    await expect(page.getByText('3 comments in')).toBeVisible();
    await operator.sendComments(show, [['rita', 'sold 103']]);
    await expect(page.getByText('4 comments in')).toBeVisible();
    for (const viewer of ['bella', 'tess', 'ivy', 'rita']) await expect(rowsOf(page, viewer)).toHaveCount(1);
    expect(sockets.size).toBe(1);
  });
}

test('After sleep, a page opens a new connection, and shows “Up to date” only after its first heartbeat.', async ({
  page,
}) => {
  // While a device sleeps, the wall clock continues and the monotonic clock stops.
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    let asleepMs = 0;
    Date.now = () => now() + asleepMs;
    addEventListener('test-sleep', (event) => (asleepMs += (event as CustomEvent<number>).detail));
  });
  const sockets = trackSockets(page);
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  await openConsole(page, show);
  const [socketBefore] = sockets;
  await operator.sendComments(show, [['bella', 'sold 101']]);
  await expect(page.getByText('1 comment in')).toBeVisible();

  const observed = await page.evaluate(async () => {
    const strip = document.querySelector('app-health-strip');
    const states: string[] = [];
    const recordState = (): number =>
      states.push(
        strip?.textContent?.includes('Up to date')
          ? 'green'
          : document.querySelector('button[aria-disabled="true"]')
            ? 'paused'
            : 'not paused',
      );
    const observer = new MutationObserver(recordState);
    if (strip) {
      observer.observe(strip, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    dispatchEvent(new CustomEvent('test-sleep', { detail: 600_000 }));
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    recordState();
    const afterSleep = states.at(-1);
    while (!strip?.textContent?.includes('Up to date')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    observer.disconnect();
    return { afterSleep, firstGreen: states.indexOf('green'), states };
  });
  expect(observed.afterSleep).toBe('paused');
  expect(observed.states.slice(observed.firstGreen)).not.toContain('paused');
  await expect.poll(() => sockets.size).toBe(1);
  expect([...sockets][0]).not.toBe(socketBefore);
  await operator.sendComments(show, [['tess', 'sold 101']]);
  await expect(page.getByText('2 comments in')).toBeVisible();
  await expect(rowsOf(page, 'bella')).toHaveCount(1);
});

test('A page translator that replaces text nodes finds none that it may replace, and the figures stay correct.', async ({
  page,
}) => {
  const operator = await Operator.register(page);
  const show = await operator.liveShow(manyItems(5));
  await operator.sendComments(show, [['bella', 'sold 101']]);
  await openConsole(page, show);
  const wrappedCount = await page.evaluate(() => {
    // Moves every text node of a translatable element into <font> elements, as Chrome does.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (texts.nextNode()) if (texts.currentNode.parentElement?.translate) nodes.push(texts.currentNode);
    for (const node of nodes) {
      const font = document.createElement('font');
      node.parentNode?.replaceChild(font, node);
      font.appendChild(document.createElement('font')).textContent = node.textContent;
    }
    return nodes.length;
  });
  await operator.sendComments(show, [
    ['tess', 'sold 101'],
    ['ivy', 'sold 102'],
  ]);
  await expect(page.getByText('3 comments in')).toBeVisible();
  await expect(page.getByLabel('Breakdown of all comments')).toContainText('2 won');
  expect(wrappedCount).toBe(0);
});

test('While an input method is composing a word, Enter adds nothing. The next Enter adds the whole word.', async ({
  page,
}) => {
  await Operator.register(page);
  await page.goto('/settings');
  const field = page.getByLabel('Add a claim word');
  await field.focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: '我要', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(page.getByText('我要', { exact: true })).toHaveCount(0);
  await devtools.send('Input.insertText', { text: '我要' });
  await field.press('Enter');
  await expect(page.getByText('我要', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('');
});
