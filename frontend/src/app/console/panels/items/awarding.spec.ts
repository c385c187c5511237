import { ConsoleBench, SHOW } from '../../../../../testing/console-bench';
import { BEN, aBuyer } from '../../../../../testing/wire';
import { fromSnapshot } from '../../state/show-state';
import { viewersLike, viewersOf } from './viewers';

describe('item dialogs', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  it('In quick add, typing replaces a suggested number, but not a number from the feed.', async () => {
    bench.server.addComment('zed', '199');
    bench.server.addComment('zoe', '199');
    bench.server.addComment('zoe', '199');
    await bench.open();
    const field = (): HTMLInputElement | null =>
      document.querySelector<HTMLInputElement>('app-quick-add-dialog input');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await bench.advance(500);
    field()?.focus();
    expect(field()?.value.slice(field()?.selectionStart ?? 0, field()?.selectionEnd ?? 0)).toBe('102');
    await bench.press(/Cancel/, document);
    await bench.advance(500);
    await bench.press(/Add item 199/);
    await bench.advance(500);
    bench.http.expectNone(`/api/shows/${SHOW}/items`);
    field()?.focus();
    expect(field()?.value).toBe('199 ');
    expect(document.querySelector('app-quick-add-dialog')?.textContent).toContain(
      '2 buyers already claimed #199',
    );
  });

  it('Viewers are found by part of a name, with their claim counts, and hidden viewers are left out.', () => {
    bench.server.addItem('102', 1);
    bench.server.addComment('carla', '102');
    const state = fromSnapshot(bench.server.snapshot());
    expect(viewersLike(viewersOf(state), 'RI')).toMatchObject([
      { buyer: { id: aBuyer('rita').id }, won: 0, waiting: 1 },
    ]);
    for (const { buyer } of bench.server.activeClaims) buyer.hidden = true;
    expect(viewersLike(viewersOf(fromSnapshot(bench.server.snapshot())), 'ri')).toEqual([]);
  });

  /** Opens the dialog for item 101, types the name, and presses “Award 1 unit”. */
  async function awardTo(name: string): Promise<HTMLElement> {
    await bench.sendHeartbeat();
    await bench.press(/^\s*101/);
    await bench.press(/Award a unit…/);
    await bench.advance(500);
    const dialog = document.querySelector<HTMLElement>('app-award-dialog');
    const field = dialog?.querySelector('input');
    if (!dialog || !field) throw new Error('no dialog');
    await bench.enter(field, name);
    await bench.press(/Award 1 unit/, dialog);
    return dialog;
  }

  it('A double click, or Enter held down, does not confirm an award to an unknown name.', async () => {
    const url = `/api/shows/${SHOW}/items/item-101/award`;
    bench.server.setQuantity('101', 3);
    await bench.open();
    const dialog = await awardTo('ivi');
    expect(dialog.textContent).toContain('No viewer named ivi has commented');
    for (let i = 0; i < 30; i++) {
      dialog.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await bench.advance(50);
    }
    bench.http.expectNone(url);
    await bench.sendHeartbeat();
    await bench.press(/Award anyway/, dialog);
    expect(bench.http.expectOne(url).request.body).toEqual({ userHandle: 'ivi' });
  });

  it('An award to a buyer who already has a unit from an earlier award offers no Undo of that award.', async () => {
    bench.server.setQuantity('101', 5);
    bench.server.award('zoe', '101');
    const actSeq = bench.server.events.findLast(({ type }) => type === 'operator.act')?.seq;
    const earlier = bench.server.activeClaims.find(({ buyer }) => buyer.handle === '@zoe');
    await bench.open();
    const me = { kind: 'person', id: 'user-1', name: 'Ann' };
    const answers = [
      { claim: { ...earlier, actor: me }, actSeq },
      { claim: { ...earlier, actor: BEN }, actSeq: 900 },
    ];
    for (const answer of answers) {
      await awardTo('@zoe');
      bench.http.expectOne(`/api/shows/${SHOW}/items/item-101/award`).flush(answer);
      await bench.advance(500);
      const message = document.querySelector('mat-snack-bar-container')?.textContent;
      expect(message).toContain('@zoe already has #101');
      expect(message).not.toContain('Undo');
    }
  });

  it('The award key opens no dialog for a withdrawn item.', async () => {
    bench.server.addItem('102', 2);
    bench.server.withdraw('102');
    await bench.open();
    await bench.press(/^\s*102/);
    await bench.pressKey('a');
    await bench.advance(500);
    expect(document.querySelector('app-award-dialog')).toBeNull();
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      '#102 is withdrawn. Restore it first.',
    );
  });

  it('Escape closes quick add, but not while an input method is composing a word.', async () => {
    await bench.open();
    await bench.pressKey('n');
    await bench.advance(500);
    const press = async (isComposing: boolean): Promise<Element | null> => {
      const field = document.querySelector('app-quick-add-dialog input');
      field?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, isComposing }),
      );
      await bench.advance(500);
      return document.querySelector('app-quick-add-dialog');
    };
    expect(await press(true)).not.toBeNull();
    expect(await press(false)).toBeNull();
  });
});
