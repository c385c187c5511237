import { DOCUMENT, Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { unavailableText } from '../keys/unavailable-commands';
import { Keymap, keyName } from '../keys/keymap';
import { ConsoleStore } from '../state/console-store';
import type { Palette, PaletteData } from './palette';
import type { PaletteChoice } from './palette-entries';
import { TypedAhead } from './typed-ahead';

@Injectable()
export class PaletteOpener {
  private readonly dialogs = inject(LazyDialogs);
  private readonly store = inject(ConsoleStore);
  private readonly keymap = inject(Keymap);
  private readonly document = inject(DOCUMENT);

  /** @returns what the user chose; undefined if the palette was closed */
  async ask(): Promise<PaletteChoice | undefined> {
    const state = this.store.state();
    if (state === null || this.dialogs.isOpen) return undefined;
    const typedAhead = new TypedAhead(this.document);
    const palette = await this.dialogs.open<Palette, PaletteData, PaletteChoice>(
      async () => (await import('./palette')).Palette,
      {
        data: {
          state,
          commands: this.keymap
            .bindings()
            .filter(({ id }) => unavailableText(state.show.status, id) === null)
            .map(({ id, name, keys }) => ({ id, name, keys: this.keymap.isOn() ? keyName(keys) : '' })),
        },
        width: '36rem',
        maxWidth: '95vw',
        position: { top: '10vh' },
        ariaLabel: $localize`:@@console.palette.label:Find a command, item, or buyer`,
      },
    );
    if (palette === null) {
      typedAhead.stop();
      return undefined;
    }
    const choice = firstValueFrom(palette.afterClosed());
    typedAhead.typeInto(palette.componentInstance.field);
    return choice;
  }
}
