import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ConsoleBench } from '../../../../testing/console-bench';
import { Sounds } from '../sounds/sounds';

describe('console keys', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  it('The m key reports that sounds are off, and the speaker button turns them on.', async () => {
    await bench.open();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }));
    await bench.advance(50);
    expect(document.body.textContent).toContain('Sounds are off.');
    await bench.press(/Mute sounds/);
    expect(document.body.textContent).toContain('Sounds are on.');
    expect(bench.button(/Mute sounds/).getAttribute('aria-pressed')).toBe('false');
    TestBed.inject(Sounds).choose({ on: false });
  });

  it('The W key withdraws only a selected item, not the current item.', async () => {
    bench.server.show.nowShowingItemId = bench.server.snapshot().items[0]?.id ?? null;
    await bench.open();
    document.body.append(bench.page);
    await bench.pressKey('W');
    bench.http.expectNone(({ url }) => url.includes('/items/'));
    expect(document.body.textContent).toContain('Select the item that you want to withdraw or restore.');
    await bench.advance(1_000);
    bench.page.querySelector<HTMLElement>('app-item-panel [data-key]')?.focus();
    await bench.pressKey('W');
    bench.http.expectOne(({ url }) => url.includes('/items/'));
    bench.page.remove();
  });

  it('Keys typed while the palette opens arrive in its field, and Enter runs the first entry.', async () => {
    await bench.open();
    for (const key of ['k', '1', '0', '1', 'Enter']) {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: key === 'k', bubbles: true, cancelable: true }),
      );
    }
    await bench.advance(1_000);
    expect(bench.page.querySelector('app-item-detail')).not.toBeNull();
  });

  it('In an ended show, keys that do nothing report why, and the key list does not offer them.', async () => {
    bench.server.setStatus('ended');
    await bench.open();
    const press = async (key: string): Promise<void> => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await bench.advance(500);
    };
    const notice = (): string => document.querySelector('mat-snack-bar-container')?.textContent ?? '';
    for (const key of ['n', '.', ',', 'P']) {
      TestBed.inject(MatSnackBar).dismiss();
      await bench.advance(500);
      expect(notice()).toBe('');
      await press(key);
      expect(notice()).toContain('The show has ended, so this command is not available.');
    }
    await press('?');
    const help = document.querySelector('app-key-help')?.textContent ?? '';
    expect(help).toContain('Release the selected claim');
    expect(help).not.toMatch(/Add an item|next item|previous item|Pause or resume/);
    TestBed.inject(MatDialog).closeAll();
    await bench.advance(500);
  });

  it('In the search field, Enter focuses the first hit, and a second Escape returns to the previous row.', async () => {
    await bench.open();
    const rowOf = (handle: string): HTMLElement | null =>
      [...bench.page.querySelectorAll<HTMLElement>('app-claim-feed [role=row]')].find((row) =>
        row.textContent?.includes(handle),
      ) ?? null;
    const field = bench.page.querySelector<HTMLInputElement>('app-claim-feed input');
    const press = (key: string): void => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    };
    document.body.append(bench.page);
    rowOf('@rita')?.focus();
    press('/');
    await bench.advance(50);
    expect(document.activeElement).toBe(field);
    await bench.enter(field, 'ivy');
    await bench.advance(100);
    press('Escape');
    await bench.advance(100);
    press('Escape');
    expect(document.activeElement).toBe(rowOf('@rita'));
    press('/');
    await bench.advance(50);
    await bench.enter(field, 'ivy');
    await bench.advance(100);
    press('Enter');
    await bench.advance(50);
    expect(document.activeElement).toBe(rowOf('@ivy'));
    expect(rowOf('@rita')).toBeNull();
    expect(bench.text).toContain('1 of 2 found');
    press('Escape');
    await bench.advance(100);
    expect([field?.value, rowOf('@rita') === null]).toEqual(['', false]);
    expect(document.activeElement).toBe(rowOf('@ivy'));
    bench.page.remove();
  });
});
