import { TestBed } from '@angular/core/testing';
import { UNAVAILABLE } from '../../../../../testing/api';
import { ConsoleBench, SHOW } from '../../../../../testing/console-bench';
import { aBuyer, aClaim, aComment } from '../../../../../testing/wire';
import { IGNORED_CLICKS_MS } from '../../../ui/misclick-guard';
import { Layout } from '../../layout/layout';
import { Drawer } from '../../state/drawer';

describe('the drawer', () => {
  let bench: ConsoleBench;
  beforeEach(async () => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
    await bench.open();
  });
  afterEach(() => bench.close());

  const drawerText = (): string =>
    (bench.page.querySelector('app-drawer-panel')?.textContent ?? '').replace(/\s+/g, ' ');
  async function pressRow(text: string): Promise<void> {
    const row = [...bench.page.querySelectorAll<HTMLElement>('app-claim-feed [role=row]')].find((element) =>
      element.textContent?.includes(text),
    );
    await bench.click(row);
  }

  it('The drawer compares this buyer with the buyer who got the last unit, and offers an answer.', async () => {
    await pressRow('@rita');
    expect(drawerText()).toContain('Why: @rita on #101');
    expect(drawerText()).toMatch(/Got the last unit.*@ivy.*This buyer.*@rita/);
    expect(drawerText()).toContain('Hi @rita, there was 1 unit of #101. It went to @ivy');
    expect(drawerText()).toContain('first in line');
  });

  it('The answer copied for a claim is not marked as copied for another claim.', async () => {
    const clipboard = { writeText: () => Promise.resolve() };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    await pressRow('@rita');
    await bench.press(/Copy answer/);
    expect(drawerText()).toContain('Copied');
    await pressRow('@ivy');
    expect(drawerText()).toContain('Why: @ivy on #101');
    expect(drawerText()).toContain('Copy answer');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  });

  it('Winners shown by “Show more” stay visible when the item changes.', async () => {
    bench.server.setQuantity('101', 70);
    for (let i = 0; i < 68; i++) bench.server.addComment(`buyer${i}`, '101');
    await bench.send();
    await pressRow('@rita');
    const drawer = bench.page.querySelector('app-drawer-panel') ?? bench.page;
    await bench.press(/Open item 101/, drawer);
    const releaseButtons = (): number => drawer.querySelectorAll('[aria-label^="Release"]').length;
    expect(releaseButtons()).toBe(60);
    await bench.press(/more/i, drawer.querySelector('app-show-more') ?? drawer);
    expect(releaseButtons()).toBe(70);
    bench.server.setQuantityOnly('101', 71);
    await bench.send();
    expect(releaseButtons()).toBe(70);
  });

  it('“Back” returns to the previous view, and presence reports what is open.', async () => {
    await pressRow('@rita');
    await bench.press(/Open item 101/, bench.page.querySelector('app-drawer-panel') ?? bench.page);
    expect(drawerText()).toContain('1 of 1 unit won');
    await bench.press(/^Back $/);
    expect(drawerText()).toContain('Why: @rita on #101');
    await bench.press(/Close/, bench.page.querySelector('app-drawer-panel') ?? bench.page);
    expect(bench.page.querySelector('app-drawer-panel')).toBeNull();
    const opened = bench.socket.sentPresence.map((sent) => ('open' in sent ? sent.open : undefined));
    expect(opened).toEqual(expect.arrayContaining([expect.stringMatching(/^claim:/), 'item:item-101']));
  });

  it('When the drawer closes, the other consoles learn that nothing is open here.', async () => {
    await pressRow('@rita');
    expect(bench.socket.sentPresence.at(-1)).toMatchObject({ open: expect.stringMatching(/^claim:/) });
    await bench.press(/Close/, bench.page.querySelector('app-drawer-panel') ?? bench.page);
    expect(bench.socket.sentPresence.at(-1)).toMatchObject({ open: null });
  });

  it('A comment whose claim ended before the page was loaded opens its own explanation.', async () => {
    const comment = aComment('early', 'winner', { claimId: 'ended', claimIds: ['ended'] });
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'comment.received',
      at: comment.receivedAt,
      data: { comment, parsed: comment.parsed },
    });
    await bench.send();
    const rows = [...bench.page.querySelectorAll<HTMLElement>('app-comment-stream [role=row]')];
    rows.find((row) => row.textContent?.includes('@early'))?.click();
    await bench.advance(50);
    expect(drawerText()).toContain('Why: comment by @early');
  });

  it('A number of units that was not saved does not stay in the field, and never appears for the next item.', async () => {
    bench.server.addItem('102', 1);
    await bench.send();
    const unitsBox = (): HTMLInputElement =>
      bench.page.querySelector('app-item-detail input[type=number]') as HTMLInputElement;
    await bench.press(/^\s*101/);
    await bench.enter(unitsBox(), '7', 'change');
    await bench.press(/^\s*102/);
    expect(unitsBox().value).toBe('1');
    await bench.press(/^\s*101/);
    await bench.reject(`/api/shows/${SHOW}/items/item-101`, ...UNAVAILABLE);
    await bench.enter(unitsBox(), '8', 'change');
    await bench.reject(`/api/shows/${SHOW}/items/item-101`, ...UNAVAILABLE);
    expect(unitsBox().value).toBe('1');
  });

  it('With five columns, the drawer covers nothing and stays beside Needs you.', async () => {
    TestBed.inject(Layout).columns.set('five');
    await bench.advance(50);
    const details = (): string =>
      (bench.page.querySelector('[aria-label=Details]')?.textContent ?? '').replace(/\s+/g, ' ');
    const needs = (): string => bench.page.querySelector('[aria-label="Needs you"]')?.textContent ?? '';
    expect(details()).toContain('No item is showing');
    await pressRow('@rita');
    expect(details()).toContain('Why: @rita on #101');
    expect(needs()).toContain('Nothing needs you');
    expect(bench.page.querySelector('app-comment-stream')).not.toBeNull();
  });

  it('A flag is sent with the note, and a failure is shown in the drawer.', async () => {
    await pressRow('@rita');
    const claim = bench.server.activeClaims.find(({ status }) => status === 'waitlist');
    const note = bench.page.querySelector<HTMLInputElement>('app-claim-note input');
    await bench.enter(note, 'says she was first');
    await bench.press(/Flag claim\s*$/, bench.page.querySelector('app-claim-note') ?? bench.page);
    const { body } = await bench.reject(`/api/claims/${claim?.id}`, ...UNAVAILABLE);
    expect(body).toEqual({ flagged: true, operatorNotes: 'says she was first' });
    expect(drawerText()).toContain('Not saved. The database is not responding.');
  });

  it('An unsaved note stays in the field when its claim wins a unit.', async () => {
    await pressRow('@rita');
    const note = bench.page.querySelector<HTMLInputElement>('app-claim-note input');
    await bench.enter(note, 'says she was');
    bench.server.setQuantity('101', 2);
    await bench.send();
    expect(bench.server.activeClaims.every(({ status }) => status === 'winner')).toBe(true);
    expect(note?.isConnected).toBe(true);
    expect(note?.value).toBe('says she was');
    expect(drawerText()).toContain('Press Enter to save the note.');
  });

  it("The buyer card lists the buyer's claims, and lists other buyers with the same name separately.", async () => {
    await pressRow('@rita');
    const name = [...bench.page.querySelectorAll<HTMLButtonElement>('app-why-side button')].find((element) =>
      element.textContent?.includes('@rita'),
    );
    await bench.click(name);
    const namesake = aClaim('n', { buyer: { ...aBuyer('other'), handle: '@rita', platform: 'instagram' } });
    for (const request of bench.http.match(({ url }) => url === `/api/shows/${SHOW}/claims`)) {
      request.flush({ claims: [namesake], nextCursor: null });
    }
    for (const request of bench.http.match(({ params }) => params.has('q'))) {
      const [comment] = bench.server.allComments;
      request.flush({ comments: [{ ...comment, outcome: 'duplicate_user' }], nextCursor: null });
    }
    await bench.advance(50);
    expect(drawerText()).toContain('0 units won · 1 waiting · 0 passed');
    // The page's copy of the comment is newer than the server's answer.
    expect(drawerText()).not.toContain('Comments that did not count');
    expect(drawerText()).toContain('Same name or handle, possibly a different person');
    expect(drawerText()).toContain('@rita on Instagram');
  });

  it('A released row stays in place, struck through, with Undo in place of Release.', async () => {
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    const row = (): Element | undefined =>
      [...bench.page.querySelectorAll('app-claim-row')].findLast((element) =>
        element.textContent?.includes('@ivy'),
      );
    await bench.press(/Release @ivy from #101/);
    bench.http
      .expectOne(`/api/claims/${claim?.id}/release`)
      .flush({ claim: { ...claim, status: 'released' }, actSeq: 9 });
    bench.server.endClaim(claim?.id ?? '', 'released');
    await bench.send();
    expect(row()?.querySelector('.line-through')).not.toBeNull();
    const undo = bench.button(/Undo @ivy’s release/);
    undo.click();
    bench.http.expectNone(`/api/shows/${SHOW}/acts/9/undo`);
    await bench.advance(IGNORED_CLICKS_MS);
    undo.click();
    bench.http.expectOne(`/api/shows/${SHOW}/acts/9/undo`).flush({ claims: [], actSeq: 10 });
    await bench.advance(9_000);
    expect(row()?.querySelector('.line-through')).toBeNull();
  });

  it('“Close” returns the focus to the row that opened the drawer, but never to a row that now shows another claim.', async () => {
    const drawer = TestBed.runInInjectionContext(() => new Drawer());
    const row = bench.page.querySelector<HTMLElement>('app-claim-feed [role=row]');
    const view = { kind: 'item', id: 'item-101' } as const;
    row?.focus();
    drawer.open(view);
    row?.blur();
    drawer.close();
    expect(document.activeElement).toBe(row);
    drawer.open(view);
    row?.blur();
    row?.setAttribute('data-key', 'another claim');
    drawer.close();
    expect(document.activeElement).toBe(document.body);
    await bench.advance(0);
  });

  it('Comments under the drawer do not update, and catch up when the drawer closes.', async () => {
    await bench.open();
    const comments = (): string => bench.page.querySelector('app-comment-stream')?.textContent ?? '';
    const areHidden = (): boolean =>
      bench.page.querySelector('app-comment-stream')?.closest('.content-skipped') !== null;
    await bench.press(/^\s*101/);
    expect(areHidden()).toBe(true);
    bench.server.addComment('zoe', '101');
    await bench.send();
    await bench.advance(300);
    expect(comments()).not.toContain('@zoe');
    await bench.press(/Close/);
    await bench.advance(100);
    expect(areHidden()).toBe(false);
    expect(comments()).toContain('@zoe');
  });

  it("An item's history lists the latest 20 of 32 entries, and all of them on request.", async () => {
    for (let i = 0; i < 30; i++) bench.server.addComment(`viewer${i}`, '101');
    await bench.open();
    await bench.press(/^\s*101/);
    const entryCount = (): number => bench.page.querySelectorAll('app-item-timeline [role=row]').length;
    expect(entryCount()).toBe(20);
    await bench.press(/Show earlier/);
    expect(entryCount()).toBe(32);
    expect(() => bench.button(/Show earlier/)).toThrow();
  });

  it("An award is one entry in an item's history, which names the buyer and the operator.", async () => {
    bench.server.setQuantity('101', 3);
    await bench.open();
    await bench.press(/^\s*101/);
    bench.server.award('zoe', '101');
    await bench.send();
    const entries = [...bench.page.querySelectorAll('app-item-timeline [role=row]')]
      .map(({ textContent }) => textContent ?? '')
      .filter((text) => text.includes('@zoe'));
    expect(entries).toEqual([expect.stringContaining('Awarded to @zoe (by Ben)')]);
    expect(bench.page.querySelector('app-claim-row')?.textContent).toContain('awarded by Ben');
  });
});
