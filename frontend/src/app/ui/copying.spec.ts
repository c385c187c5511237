import { Clipboard as SelectionClipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { Copying } from './copying';
import { Notices } from './notices';

describe('copying', () => {
  const copies: string[] = [];
  const notices: string[] = [];

  function copyWith(clipboard: Partial<Clipboard> | undefined, selectionWorks: boolean): Promise<boolean> {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    TestBed.configureTestingModule({
      providers: [
        {
          provide: SelectionClipboard,
          useValue: {
            copy: (text: string) => selectionWorks && copies.push(`by selection: ${text}`) > 0,
          },
        },
        { provide: Notices, useValue: { show: (message: string) => void notices.push(message) } },
      ],
    });
    return TestBed.inject(Copying).copy('https://live.example/join/1', 'Link');
  }

  beforeEach(() => {
    copies.length = 0;
    notices.length = 0;
  });
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    document.querySelectorAll('.cdk-overlay-container').forEach((overlay) => overlay.replaceChildren());
  });

  const usable = { writeText: (text: string): Promise<void> => Promise.resolve(void copies.push(text)) };
  const blocked = { writeText: (): Promise<void> => Promise.reject(new Error('not allowed')) };

  it('Copying uses the browser clipboard and announces the result.', async () => {
    expect(await copyWith(usable, true)).toBe(true);
    expect([copies, notices]).toEqual([['https://live.example/join/1'], ['Link copied']]);
  });

  it.each([
    ['absent, as on plain http', undefined],
    ['blocked', blocked],
  ])('Copying uses the selection if the clipboard is %s.', async (_case, clipboard) => {
    expect(await copyWith(clipboard, true)).toBe(true);
    expect([copies, notices]).toEqual([['by selection: https://live.example/join/1'], ['Link copied']]);
  });

  it('If nothing else works, a dialog shows the text to copy by hand.', async () => {
    expect(await copyWith(undefined, false)).toBe(false);
    TestBed.tick();
    expect(document.querySelector('mat-dialog-container textarea')).toHaveProperty(
      'value',
      'https://live.example/join/1',
    );
    expect(notices).toEqual([]);
  });
});
