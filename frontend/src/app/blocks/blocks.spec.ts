import { TestBed } from '@angular/core/testing';
import type { BlockedBuyer } from '@sellary/contracts';
import { ConsoleBench } from '../../../testing/console-bench';
import { aSession } from '../../../testing/session';
import { aBuyer } from '../../../testing/wire';
import { SessionStore } from '../auth/session-store';
import { BlockedBuyers } from './blocked-buyers';

const LIST = '/api/workspaces/workspace-1/blocked-buyers?limit=200';

describe('blocked buyers in the console', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  const ivy = aBuyer('ivy');
  const blocked: BlockedBuyer = {
    buyer: ivy,
    block: 'refuse',
    reason: 'Did not pay',
    by: { kind: 'person', id: 'user-2', name: 'Ben Operator' },
    at: '2026-11-28T20:00:00.000Z',
  };
  const answerList = async (list: readonly BlockedBuyer[]): Promise<void> => {
    await bench.advance(50);
    for (const request of bench.http.match(LIST)) request.flush({ blockedBuyers: list, nextCursor: null });
    await bench.advance(50);
  };
  /** Opens @rita's card. Her claim is the newest. */
  const openRita = async (): Promise<void> => {
    for (const key of ['j', 'k', 'b']) await bench.pressKey(key);
  };

  it("A blocked buyer's rows are marked, and the buyer card shows the effect, the reason, and the operator.", async () => {
    await bench.open();
    await answerList([blocked, { ...blocked, buyer: aBuyer('rita') }]);
    expect(bench.page.querySelectorAll('app-claim-row app-blocked-mark').length).toBe(2);
    await openRita();
    const card = bench.page.querySelector('app-buyer-card');
    for (const request of bench.http.match(({ url }) => /claims|comments/.test(url))) {
      request.flush({ claims: [], comments: [], nextCursor: null });
    }
    await answerList([blocked, { ...blocked, buyer: aBuyer('rita') }]);
    expect(card?.textContent).toContain('Claims are refused');
    expect(card?.textContent).toContain('Did not pay');
    expect(card?.textContent).toContain('Ben Operator');
    await bench.press(/Unblock/);
    await bench.answer(({ method, url }) => method === 'DELETE' && url.endsWith('/block'), null);
    expect(bench.page.querySelectorAll('app-claim-row app-blocked-mark').length).toBe(1);
  });

  it('A list that was requested before a buyer was unblocked does not bring the block back.', async () => {
    await bench.open();
    await answerList([blocked]);
    const blocks = TestBed.inject(BlockedBuyers);
    void blocks.load();
    await bench.advance(50);
    void blocks.unblock(blocked);
    await bench.answer(({ method }) => method === 'DELETE', null);
    await answerList([blocked]);
    expect(blocks.blockOf(ivy.id)).toBeNull();
    await answerList([]);
    expect(blocks.all()).toEqual([]);
  });

  it('A block does not hide that the list could not be loaded.', async () => {
    await bench.open();
    const blocks = TestBed.inject(BlockedBuyers);
    await bench.advance(50);
    for (const request of bench.http.match(LIST)) request.error(new ProgressEvent('error'));
    await bench.advance(50);
    void blocks.block(ivy, { block: 'refuse', reason: 'Did not pay' });
    await bench.answer(({ method }) => method === 'PUT', blocked);
    expect([blocks.all(), blocks.failure()]).toEqual([null, expect.anything()]);
  });

  it("After a sign-in to another workspace, the first workspace's list is no longer shown, even if it arrives late.", async () => {
    await bench.open();
    await answerList([blocked]);
    const blocks = TestBed.inject(BlockedBuyers);
    void blocks.load();
    await bench.advance(50);
    const session = TestBed.inject(SessionStore);
    session.forget();
    session.begin(aSession({ workspace: { id: 'workspace-2', name: 'Other shop', role: 'owner' } }));
    expect(blocks.all()).toBeNull();
    await answerList([blocked]);
    expect([blocks.all(), blocks.blockOf(ivy.id)]).toEqual([null, null]);
  });

  it('A buyer is blocked with a reason, and the dialog rejects an empty reason.', async () => {
    await bench.open();
    await answerList([]);
    await openRita();
    for (const request of bench.http.match(({ url }) => /claims|comments/.test(url))) {
      request.flush({ claims: [], comments: [], nextCursor: null });
    }
    await answerList([]);
    await bench.press(/Block buyer…/);
    await bench.advance(500);
    const dialog = (): HTMLElement => document.querySelector('app-block-dialog') as HTMLElement;
    await bench.press(/Block buyer/, dialog());
    expect(dialog().textContent).toContain('Enter a reason');
    const box = dialog().querySelector<HTMLInputElement>('input.field') as HTMLInputElement;
    await bench.enter(box, 'Did not pay');
    await bench.press(/Block buyer/, dialog());
    const request = bench.http.expectOne(({ method }) => method === 'PUT');
    expect(request.request.body).toEqual({ block: 'review', reason: 'Did not pay' });
    request.flush({ ...blocked, buyer: aBuyer('rita'), block: 'review' });
    await bench.advance(500);
    expect(document.querySelector('app-block-dialog')).toBeNull();
    expect(bench.page.querySelector('app-buyer-card')?.textContent).toContain(
      'An operator decides each claim',
    );
  });
});
