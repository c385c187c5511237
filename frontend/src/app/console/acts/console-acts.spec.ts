import { UNAVAILABLE, errorResponse } from '../../../../testing/api';
import { ConsoleBench, SHOW } from '../../../../testing/console-bench';
import { IGNORED_CLICKS_MS } from '../../ui/misclick-guard';
import { aSummary } from '../../../../testing/summary';
import { aBuyer, aClaim, aShow } from '../../../../testing/wire';

describe('acts from the console', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  it('A release is sent once with the claim id, appears on the page after the ledger confirms it, and offers Undo.', async () => {
    await bench.open();
    await bench.press(/^\s*101/);
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    await bench.press(/Release @ivy/);
    await bench.press(/Release @ivy/);
    expect(bench.button(/Release @ivy/).getAttribute('aria-disabled')).toBe('true');
    const promoted = aClaim('x', { buyer: aBuyer('rita') });
    await bench.answer(`/api/claims/${claim?.id}/release`, {
      claim: { ...claim, status: 'released' },
      promoted,
      actSeq: 9,
    });
    const releaseButtons = (): string[] =>
      [...bench.page.querySelectorAll('app-item-detail button[aria-label^=Release]')].map(
        (button) => button.getAttribute('aria-label') ?? '',
      );
    expect(releaseButtons()).toEqual(['Release @ivy from #101']);
    bench.server.endClaim(claim?.id ?? '', 'released');
    await bench.send();
    expect(releaseButtons()).toEqual(['Release @rita from #101']);
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      '@ivy released from #101. @rita has it now',
    );
    await bench.press(/Undo/, document);
    bench.http.expectOne(`/api/shows/${SHOW}/acts/9/undo`).flush({ claims: [], actSeq: 12 });
  });

  it('The note to the host stays if its dialog is canceled.', async () => {
    await bench.open();
    const openDialog = async (): Promise<HTMLInputElement> => {
      await bench.pressKey('N');
      await bench.advance(1_000);
      return document.querySelector('app-note-dialog input') as HTMLInputElement;
    };
    const box = await openDialog();
    await bench.enter(box, 'Thank @ivy');
    await bench.press(/Show note/, document);
    await bench.advance(1_000);
    await openDialog();
    await bench.press(/Cancel/, document);
    await bench.advance(1_000);
    expect((await openDialog()).value).toBe('Thank @ivy');
  });

  it('A released row stays in place with Undo, so that no other Release button moves under the pointer.', async () => {
    bench.server.addItem('102', 2);
    for (const viewer of ['ann', 'bob', 'cat']) bench.server.addComment(viewer, '102');
    await bench.open();
    await bench.press(/^\s*102/);
    const buttons = (): string[] =>
      [...bench.page.querySelectorAll<HTMLButtonElement>('app-item-detail button.act-quiet[aria-label]')].map(
        (button) => button.getAttribute('aria-label') ?? '',
      );
    const claim = bench.server.activeClaims.find(({ buyer }) => buyer.handle === '@ann');
    await bench.press(/Release @ann/);
    const released = { claim: { ...claim, status: 'released' }, promoted: null, actSeq: 50 };
    bench.http.expectOne(`/api/claims/${claim?.id}/release`).flush(released);
    bench.server.endClaim(claim?.id ?? '', 'released');
    await bench.send();
    expect(buttons()).toEqual(['Undo @ann’s release', 'Release @bob from #102', 'Release @cat from #102']);
    await bench.advance(IGNORED_CLICKS_MS);
    await bench.press(/Undo @ann’s release/);
    bench.http.expectOne(`/api/shows/${SHOW}/acts/50/undo`).flush({ claims: [], actSeq: 51 });
    bench.server.undoRelease(claim?.id ?? '');
    await bench.send();
    expect(buttons()[0]).toBe('Release @ann from #102');
  });

  it('After a withdrawal, Undo replaces the button, and every list shows that the item is withdrawn.', async () => {
    await bench.open();
    await bench.press(/^\s*101/);
    await bench.press(/Withdraw item/);
    bench.http.expectOne(`/api/shows/${SHOW}/items/item-101/withdraw`).flush({ actSeq: 60 });
    bench.server.withdraw('101');
    bench.server.showItem('101');
    await bench.send();
    for (const list of ['app-item-panel', 'app-now-line', 'app-item-detail']) {
      expect(bench.page.querySelector(list)?.textContent).toContain('Withdrawn');
    }
    expect(bench.page.querySelector('app-claim-feed')?.textContent).toContain('Closed');
    expect(bench.button(/Award a unit…/).getAttribute('aria-disabled')).toBe('true');
    await bench.advance(IGNORED_CLICKS_MS);
    await bench.press(/^\s*Undo\s*$/, bench.page.querySelector('app-item-detail') ?? document);
    await bench.answer(`/api/shows/${SHOW}/acts/60/undo`, { claims: [], actSeq: 61 });
    await bench.press(/Restore item/);
    bench.http.expectOne(`/api/shows/${SHOW}/items/item-101/restore`);
  });

  it("A rejected act shows the server's message beside its item, and can be retried.", async () => {
    await bench.open();
    await bench.press(/^\s*101/);
    await bench.press(/Add 1 unit/);
    const { body } = await bench.reject(
      `/api/shows/${SHOW}/items/item-101`,
      409,
      'INVALID_TRANSITION',
      'The show has ended.',
    );
    expect(body).toEqual({ totalQuantity: 2 });
    expect(bench.page.querySelector('app-drawer-panel [role=alert]')?.textContent).toContain(
      'Not changed. The show has ended.',
    );
    expect(bench.button(/Add 1 unit/).getAttribute('aria-disabled')).toBeNull();
  });

  it('If a unit is left, Award sends the platform identity of the first buyer in line.', async () => {
    bench.server.addItem('102', 1);
    await bench.open();
    await bench.press(/^\s*101/);
    expect(() => bench.button(/^Award #101 to @/)).toThrow();
    bench.server.setQuantityOnly('101', 2);
    await bench.send();
    await bench.press(/^Award #101 to @/);
    const { body } = await bench.reject(
      `/api/shows/${SHOW}/items/item-101/award`,
      409,
      'ITEM_SOLD_OUT',
      'No unit of 101 is left.',
    );
    expect(body).toEqual({
      userHandle: '@rita',
      platformUserId: 'rita',
      platform: 'rehearsal',
    });
    expect(bench.page.querySelector('app-drawer-panel')?.textContent).toContain(
      'Not awarded. No unit of 101 is left.',
    );
  });

  it('A quick second press of the award key is ignored, even if the first award failed.', async () => {
    await bench.open();
    bench.server.setQuantityOnly('101', 2);
    await bench.send();
    await bench.press(/^\s*101/);
    const award = `/api/shows/${SHOW}/items/item-101/award`;
    await bench.pressKey('w');
    await bench.reject(award, ...UNAVAILABLE);
    await bench.pressKey('w');
    bench.http.expectNone(award);
    await bench.advance(IGNORED_CLICKS_MS);
    await bench.pressKey('w');
    bench.http.expectOne(award);
  });

  it("A key acts on the item opened by number, even if another item's row had the focus just before.", async () => {
    bench.server.addItem('102', 1);
    await bench.open();
    bench.page.querySelector<HTMLElement>('app-claim-feed [role=row]')?.focus();
    for (const key of ['1', '0', '2', 'Enter', 's']) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    }
    await bench.advance(50);
    expect(bench.http.expectOne(`/api/shows/${SHOW}/now-showing`).request.body).toEqual({
      itemId: 'item-102',
    });
  });

  it('Keys pressed in quick succession open the claims, select a row, and open its explanation.', async () => {
    await bench.open();
    for (const key of ['g', 'f', 'j', 'Enter']) {
      await bench.pressKey(key, document.activeElement ?? document);
    }
    expect(bench.page.querySelector('app-why')).not.toBeNull();
  });

  it('The release key acts on the claim of the focused row, even if the row has moved.', async () => {
    await bench.open();
    const rows = [...bench.page.querySelectorAll<HTMLElement>('app-claim-feed [role=row]')];
    const [rita, ivy] = ['@rita', '@ivy'].map((handle) =>
      rows.find((row) => row.textContent?.includes(handle)),
    );
    ivy?.focus();
    // Simulates the time between two paints, when the list has new rows that are not drawn yet.
    ivy?.setAttribute('data-index', rita?.getAttribute('data-index') ?? '');
    await bench.pressKey('R', ivy);
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    bench.http.expectOne(`/api/claims/${claim?.id}/release`);
  });

  it('Undo reverts the act just sent, even before it is on the page, and never the act before it.', async () => {
    bench.server.addItem('102', 1);
    await bench.open();
    await bench.press(/^\s*102/);
    await bench.press(/Add 1 unit/);
    bench.http.expectOne(`/api/shows/${SHOW}/items/item-102`).flush({ actSeq: 30 });
    await bench.press(/^\s*101/);
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    await bench.press(/Release @ivy/);
    await bench.pressKey('u');
    bench.http.expectNone(({ url }) => url.endsWith('/undo'));
    const released = { claim: { ...claim, status: 'released' }, promoted: null, actSeq: 31 };
    await bench.answer(`/api/claims/${claim?.id}/release`, released);
    bench.http.expectOne(`/api/shows/${SHOW}/acts/31/undo`).flush({ claims: [], actSeq: 32 });
  });

  it('Undo does nothing if the last act failed.', async () => {
    await bench.open();
    await bench.press(/^\s*101/);
    const claim = bench.server.activeClaims.find(({ status }) => status === 'winner');
    await bench.press(/Release @ivy/);
    await bench.pressKey('u');
    await bench.reject(`/api/claims/${claim?.id}/release`, ...UNAVAILABLE);
    bench.http.expectNone(({ url }) => url.endsWith('/undo'));
  });

  it('Each key press moves to the next or previous item, even if the last move is not drawn yet.', async () => {
    for (const number of ['102', '103', '104']) bench.server.addItem(number, 1);
    await bench.open();
    const nextBody = async (): Promise<unknown> => {
      const request = bench.http.expectOne(`/api/shows/${SHOW}/now-showing`);
      request.flush({});
      await bench.advance(10);
      return request.request.body;
    };
    for (const key of ['.', '.', '.', ',']) await bench.pressKey(key);
    expect([await nextBody(), await nextBody(), await nextBody(), await nextBody()]).toEqual(
      ['101', '102', '103', '102'].map((number) => ({ itemId: `item-${number}` })),
    );
  });

  it('“Needs you” opens quick add with the unknown number filled in, and the added item gets the claims.', async () => {
    bench.server.addComment('zed', '199');
    await bench.open();
    await bench.press(/Needs you/);
    expect(bench.text).toContain('@zed wants #199: no such item');
    await bench.press(/Add item 199/);
    bench.http.expectNone(`/api/shows/${SHOW}/items`);
    await bench.press(/Add item/, document.querySelector('app-quick-add-dialog') ?? document);
    const request = bench.http.expectOne(`/api/shows/${SHOW}/items`);
    expect(request.request.body).toEqual({ items: [{ itemNumber: '199', totalQuantity: 1 }] });
    request.flush({ items: [], actSeq: 40 });
    bench.server.addItem('199', 1);
    await bench.send();
    expect(bench.text).toContain('Nothing needs you');
    expect(document.querySelector('app-undo-bar')?.textContent).toContain('#199 is removed');
    await bench.press(/Undo/, document.querySelector('app-undo-bar') ?? document);
    bench.http.expectOne(`/api/shows/${SHOW}/acts/40/undo`).flush({ claims: [], actSeq: 41 });
  });

  it('“End show” asks for confirmation, and the button with the focus keeps the show running.', async () => {
    await bench.open();
    await bench.press(/More/);
    const menu = [...document.querySelectorAll<HTMLButtonElement>('[mat-menu-item]')];
    menu.find(({ textContent }) => textContent.includes('End show'))?.click();
    await bench.advance(500);
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('1 claim on a waitlist');
    expect(document.activeElement?.textContent).toContain('Keep selling');
    (document.activeElement as HTMLButtonElement).click();
    await bench.advance(500);
    bench.http.expectNone(`/api/shows/${SHOW}/stop`);
  });

  it('The recap appears after the show ends, and shows an error if it cannot be loaded.', async () => {
    await bench.open();
    await bench.press(/More/);
    const menu = [...document.querySelectorAll<HTMLButtonElement>('[mat-menu-item]')];
    menu.find(({ textContent }) => textContent.includes('End show'))?.click();
    await bench.advance(500);
    await bench.press(/End show/, document.querySelector('[role=alertdialog]') ?? document);
    await bench.advance(500);
    bench.http.expectOne(`/api/shows/${SHOW}/stop`).flush(aShow({ status: 'ended' }));
    await bench.advance(500);
    bench.http.expectOne(`/api/shows/${SHOW}/summary`).flush(...errorResponse(...UNAVAILABLE));
    await bench.advance(500);
    const recap = document.querySelector('app-recap-dialog');
    expect(recap?.textContent).toContain('The database is not responding.');
    await bench.press(/Try again/, recap ?? document);
    const summary = aSummary({ totals: { ...aSummary().totals, unitsClaimed: 59, uniqueBuyers: 37 } });
    bench.http.expectOne(`/api/shows/${SHOW}/summary`).flush(summary);
    await bench.advance(500);
    expect(recap?.textContent).toMatch(/59 units won\s·\s37 buyers/);
    expect(recap?.querySelector('a')?.getAttribute('href')).toBe(`/shows/${SHOW}/summary`);
    bench.server.setStatus('ended');
    await bench.send();
    expect(bench.page.querySelector('app-health-strip a[href$="/summary"]')).not.toBeNull();
  });

  it('A user with the viewer role sees no buttons for acts.', async () => {
    await bench.open('viewer');
    expect(() => bench.button(/Pause/)).toThrow();
    await bench.press(/^\s*101/);
    expect(() => bench.button(/Release/)).toThrow();
  });
});
