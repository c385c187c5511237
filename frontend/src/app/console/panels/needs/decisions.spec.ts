import type { AcceptResult, Comment } from '@sellary/contracts';
import { ConsoleBench, PREVIEW_URL, SHOW } from '../../../../../testing/console-bench';
import { aBuyer, aParsedReview, aPreview } from '../../../../../testing/wire';

describe('decisions in Needs you', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  const weakWord = (viewer: string): Partial<Comment> => ({
    buyer: aBuyer(viewer),
    text: 'mine 101',
    parsed: aParsedReview('weak-word', { item: '101', word: 'mine' }),
  });
  const conditional = (viewer: string): Partial<Comment> => ({
    ...weakWord(viewer),
    text: `sold 101 if it fits ${viewer}`,
    parsed: aParsedReview('condition', { item: '101', word: 'sold' }),
  });
  const rows = (): HTMLElement[] => [...bench.page.querySelectorAll<HTMLElement>('app-needs-you [role=row]')];
  const rowOf = (text: string): HTMLElement => {
    const row = rows().find(({ textContent }) => textContent.includes(text));
    if (!row) throw new Error(`no row ${text}`);
    return row;
  };
  const titles = (): string[] =>
    rows().map((row) => (row.querySelector('[title]')?.getAttribute('title') ?? '').trim());
  const press = async (key: string): Promise<void> => {
    (document.activeElement ?? document).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    await bench.advance(60);
  };
  const resultOf = (id: string, outcome: Comment['outcome']): AcceptResult => {
    const comment = bench.server.allComments.find((other) => other.id === id);
    if (!comment) throw new Error(`no comment ${id}`);
    return { comment: { ...comment, outcome, claimIds: [] }, claims: [], actSeq: 1 };
  };

  it('A comment in review shows the doubt and what accepting would do, and no unit is awarded automatically.', async () => {
    bench.server.addReview(conditional('zoe'));
    await bench.open();
    await bench.press(/Needs you/);
    const row = rowOf('@zoe');
    expect(row.textContent).not.toContain('#101,');
    await bench.answerPreview(aPreview({ outcome: 'waitlist', unitsLeft: 0, position: 1 }));
    expect(row.textContent?.replace(/\s+/g, ' ')).toContain(
      'would wait for #101, position 1 · Check: has a condition',
    );
    expect(row.textContent).not.toContain('condition)');
    bench.http.expectNone(({ method, url }) => method === 'POST' && url !== PREVIEW_URL);
  });

  it('A comment shows its doubt even if the preview fails.', async () => {
    bench.server.addReview(conditional('zoe'));
    await bench.open();
    await bench.press(/Needs you/);
    await bench.advance(1_200);
    await bench.drop(PREVIEW_URL);
    expect(rowOf('@zoe').textContent).toContain('has a condition');
  });

  it('Comments with the same word become one question, and “Always count it” counts the word from now on.', async () => {
    for (const viewer of ['ann', 'zoe', 'kim']) bench.server.addReview(weakWord(viewer));
    await bench.open();
    expect(bench.button(/Needs you/).textContent).toContain('1');
    await bench.press(/Needs you/);
    const requests = await bench.answerPreview({
      counts: { waitlist: 2, winner: 1 },
      items: [{ itemNumber: '101' }],
      left: 0,
      dependsOn: [],
      blocked: 0,
      deleted: 0,
    });
    expect(requests).toEqual([{ action: 'count-word', word: 'mine' }]);
    const group = rowOf('3 viewers wrote “mine”. Count it?');
    expect(group.textContent).toContain('#101 · 1 would win, 2 would wait');
    await bench.press(/^Always count it/);
    const request = bench.http.expectOne(`/api/shows/${SHOW}/review/resolve`);
    expect(request.request.body).toEqual({ action: 'count-word', word: 'mine' });
  });

  it('The button that counts a word shows how many comments it accepts if some stay in review.', async () => {
    for (const viewer of ['ann', 'zoe', 'kim']) bench.server.addReview(weakWord(viewer));
    await bench.open();
    await bench.press(/Needs you/);
    await bench.answerPreview({
      counts: { winner: 1, blocked: 1 },
      items: [{ itemNumber: '101' }],
      left: 0,
      dependsOn: [],
      blocked: 1,
      deleted: 0,
    });
    expect(rowOf('3 viewers wrote “mine”').textContent).toContain(
      '#101 · 1 would win, 1 from blocked buyers',
    );
    await bench.press(/^Always count \(2 of 3\)/);
    bench.http.expectOne(`/api/shows/${SHOW}/review/resolve`);
  });

  it('“Accept these 2” accepts the comments in a group without changing the claim words.', async () => {
    const ids = ['ann', 'zoe'].map((viewer) => bench.server.addReview(weakWord(viewer)));
    await bench.open();
    await bench.press(/Needs you/);
    await bench.press(/Accept these/);
    const request = bench.http.expectOne(`/api/shows/${SHOW}/review/resolve`);
    expect(request.request.body).toEqual({ action: 'accept', commentIds: ids });
    const seq = ids.map((id) => bench.server.resolveReview(id, 'accepted')).at(-1) ?? 0;
    const resolved = bench.server.allComments
      .filter(({ id }) => ids.includes(id))
      .map((comment, index) => (index === 0 ? { ...comment, outcome: 'blocked' as const } : comment));
    request.flush({ resolved, claims: [], items: [], actSeq: seq });
    await bench.advance(50);
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      '2 comments accepted: 0 won, 0 waiting, 1 blocked',
    );
    await bench.press(/Undo/, document);
    bench.http.expectOne(`/api/shows/${SHOW}/acts/${seq}/undo`);
  });

  it('A resolved row stays struck through with Undo for 8 seconds, and Undo reopens it in place.', async () => {
    const first = bench.server.addReview(conditional('ann'));
    bench.server.addReview(conditional('zoe'));
    await bench.open();
    await bench.press(/Needs you/);
    await bench.press(/Dismiss @ann’s comment/);
    const actSeq = bench.server.resolveReview(first, 'dismissed', {
      kind: 'person',
      id: 'user-1',
      name: 'Ann',
    });
    bench.http.expectOne(`/api/comments/${first}/dismiss`).flush({ ...resultOf(first, 'ignored'), actSeq });
    await bench.send();
    expect(rowOf('@ann').querySelector('.line-through')).not.toBeNull();
    expect(rowOf('@ann').textContent).toContain('@ann’s comment dismissed');
    await bench.press(/Undo: @ann’s comment dismissed/);
    bench.http.expectOne(`/api/shows/${SHOW}/acts/${actSeq}/undo`).flush({ claims: [], actSeq: actSeq + 1 });
    bench.server.reopenReview(first);
    await bench.send();
    expect(rowOf('@ann').querySelector('.line-through')).toBeNull();
    await bench.press(/Dismiss @ann’s comment/);
    const again = bench.server.resolveReview(first, 'dismissed');
    bench.http
      .expectOne(`/api/comments/${first}/dismiss`)
      .flush({ ...resultOf(first, 'ignored'), actSeq: again });
    await bench.send();
    await bench.advance(9_000);
    expect(rowOf('@zoe').textContent).toContain('if it fits');
    expect(bench.page.querySelectorAll('app-needs-you button[aria-label^=Undo]')).toHaveLength(0);
  });

  it('Pressing y three times accepts three rows, without waiting for the server.', async () => {
    const ids = ['ann', 'zoe', 'kim'].map((viewer) => bench.server.addReview(conditional(viewer)));
    await bench.open();
    for (const key of ['v', 'y', 'y', 'y']) await press(key);
    const requests = ids.map((id) => bench.http.expectOne(`/api/comments/${id}/accept`));
    expect(requests.map(({ request }) => request.body)).toEqual([{}, {}, {}]);
  });

  it('The v key moves the focus from a resolved row to the first open row, but not away from an open row.', async () => {
    for (const viewer of ['ann', 'zoe', 'kim']) bench.server.addReview(conditional(viewer));
    await bench.open();
    for (const key of ['v', 'y', 'k']) await press(key);
    expect(document.activeElement?.textContent).toContain('@ann');
    await press('v');
    expect(document.activeElement?.textContent).toContain('@zoe');
    for (const key of ['j', 'v']) await press(key);
    expect(document.activeElement?.textContent).toContain('@kim');
  });

  it('A row already resolved by another operator shows who resolved it, and nothing changes.', async () => {
    const id = bench.server.addReview(conditional('ann'));
    bench.server.addReview(conditional('zoe'));
    await bench.open();
    await press('v');
    await press('x');
    await bench.reject(
      `/api/comments/${id}/dismiss`,
      409,
      'ALREADY_RESOLVED',
      'Ben accepted this at 20:14:05. Nothing changed.',
    );
    expect(rowOf('@ann').textContent).toContain('Ben accepted this at 20:14:05. Nothing changed.');
    expect(rowOf('@ann').querySelector('button')).toBeNull();
  });

  it('While the list has the focus, a row resolved by another operator stays in place and names the operator.', async () => {
    const ids = ['ann', 'zoe', 'kim'].map((viewer) => bench.server.addReview(conditional(viewer)));
    await bench.open();
    await press('v');
    await press('j');
    const before = titles();
    bench.server.resolveReview(ids[0] ?? '', 'accepted');
    bench.server.addReview({
      ...conditional('new'),
      parsed: aParsedReview('bare-word', { item: '@current', word: 'sold' }),
    });
    await bench.send();
    expect(titles().slice(0, 3)).toEqual(before);
    expect(rowOf('@ann').textContent).toMatch(/Ben accepted this at [\d:]+/);
    expect(rows().at(-1)?.textContent).toContain('@new');
    expect(document.activeElement?.textContent).toContain('@zoe');
  });

  it('“Edit” accepts a comment for another item and previews the result.', async () => {
    const id = bench.server.addReview(conditional('ann'));
    bench.server.addItem('102', 1);
    await bench.open();
    await press('v');
    await press('e');
    await bench.advance(300);
    const dialog = document.querySelector('app-edit-review-dialog');
    const box = dialog?.querySelector('input');
    if (!dialog || !box) throw new Error('no dialog');
    const waits = aPreview({ outcome: 'waitlist', unitsLeft: 0, position: 1 });
    const edit = { itemNumber: '101', act: 'claim' };
    expect(await bench.answerPreview(aPreview(), waits)).toEqual([
      { action: 'accept', commentIds: [id] },
      { action: 'accept', commentIds: [id], edit },
    ]);
    expect([box.value, dialog.textContent]).toEqual([
      '101',
      expect.stringContaining('@ann: would wait for #101, position 1'),
    ]);
    await bench.enter(box, '102');
    expect(dialog.textContent).not.toContain('@ann: would');
    await bench.answerPreview(aPreview({ itemNumber: '102' }));
    expect(dialog.textContent).toContain('@ann: would win the last unit of #102');
    await bench.press(/^\s*Accept\s*$/, dialog);
    const request = bench.http.expectOne(`/api/comments/${id}/accept`);
    expect(request.request.body).toEqual({ itemNumber: '102', act: 'claim' });
  });

  it('A change of the item does not change the variant that the operator has chosen.', async () => {
    bench.server.addItemWithVariants('102', ['S', 'M']);
    bench.server.addReview({
      ...conditional('ann'),
      parsed: aParsedReview('condition', { item: '102', word: 'sold' }),
    });
    await bench.open();
    await press('v');
    await press('e');
    await bench.advance(300);
    const select = document.querySelector<HTMLSelectElement>('app-edit-review-dialog select');
    if (!select) throw new Error('no variants');
    await bench.enter(select, 'M', 'change');
    bench.server.setQuantityOnly('102', 5);
    await bench.send();
    expect(select.value).toBe('M');
  });

  it('Accepting a comment without an item number first opens the dialog that asks for the number.', async () => {
    bench.server.addReview({ buyer: aBuyer('ann'), text: 'mine', parsed: aParsedReview('weak-word') });
    await bench.open();
    await press('v');
    await press('y');
    await bench.advance(300);
    expect(document.querySelector('app-edit-review-dialog')).not.toBeNull();
    bench.http.expectNone(({ method, url }) => method === 'POST' && url !== PREVIEW_URL);
  });

  it('A missing variant is reported once.', async () => {
    bench.server.addReview({
      buyer: aBuyer('ann'),
      text: 'sold 101',
      parsed: aParsedReview('variant-missing'),
    });
    await bench.open();
    await press('v');
    await bench.answerPreview(aPreview({ outcome: 'needs_variant' }));
    expect(rowOf('@ann').textContent).toContain('no variant of #101 recognized: choose one');
    expect(rowOf('@ann').textContent).not.toContain('no variant recognized');
  });

  it('A user with the viewer role sees the questions, but no buttons.', async () => {
    bench.server.addReview(conditional('ann'));
    await bench.open('viewer');
    await bench.press(/Needs you/);
    expect(rowOf('@ann').querySelector('button')).toBeNull();
    await press('v');
    await press('y');
    bench.http.expectNone(({ method, url }) => method === 'POST' && url.includes('/comments/'));
  });
});
