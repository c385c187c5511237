import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Notices } from '../../ui/notices';
import { Keymap, keyName } from '../keys/keymap';
import { ConsoleStore } from '../state/console-store';
import type { Palette, PaletteQuestion } from './palette';
import type { PaletteTarget } from './palette-entries';

/** Opens the palette. Its code is loaded when it is needed first. */
@Injectable()
export class OpenPalette {
  private readonly dialog = inject(MatDialog);
  private readonly store = inject(ConsoleStore);
  private readonly keymap = inject(Keymap);
  private readonly notices = inject(Notices);
  /** True while the code of the palette is loaded: keys pressed meanwhile must not act on a row. */
  isOpening = false;

  /** Loads the code ahead, when Control is pressed. */
  prepare(): void {
    import('./palette').catch(() => undefined);
  }

  /** @returns what the user chose; undefined if the palette was closed */
  async ask(): Promise<PaletteTarget | undefined> {
    const state = this.store.state();
    if (state === null || this.isOpening || this.dialog.openDialogs.length > 0) return undefined;
    this.isOpening = true;
    try {
      const { Palette } = await import('./palette');
      return await this.choose(Palette, {
        state,
        acts: this.keymap
          .bindings()
          .map(({ id, does, keys }) => ({ id, does, keys: this.keymap.on() ? keyName(keys) : '' })),
      });
    } catch (failure) {
      this.notices.fail(failure);
      return undefined;
    } finally {
      this.isOpening = false;
    }
  }

  private choose(palette: typeof Palette, data: PaletteQuestion): Promise<PaletteTarget | undefined> {
    const opened = this.dialog.open<Palette, PaletteQuestion, PaletteTarget>(palette, {
      data,
      width: '36rem',
      maxWidth: '95vw',
      position: { top: '10vh' },
      ariaLabel: $localize`:@@console.palette.label:Find an action, item, or buyer`,
    });
    this.isOpening = false;
    return new Promise((resolve) => opened.afterClosed().subscribe(resolve));
  }
}
