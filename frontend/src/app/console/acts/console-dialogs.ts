import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { itemKey } from '../../shows/item-key';
import { nextNumber } from '../../shows/next-number';
import { isComposing } from '../../ui/field-keys';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { IGNORED_CLICKS_MS } from '../../ui/misclick-guard';
import { Notices } from '../../ui/notices';
import { Keymap, keyName } from '../keys/keymap';
import { unavailableText } from '../keys/unavailable-commands';
import type { Palette, PaletteData } from '../palette/palette';
import type { PaletteChoice } from '../palette/palette-entries';
import { TypedAhead } from '../palette/typed-ahead';
import { ConsoleActs } from './console-acts';
import { ConsoleStore } from '../state/console-store';
import { Drawer } from '../state/drawer';
import { itemsInOrder } from '../state/show-state';
import type { QuickAddQuestion } from '../panels/items/quick-add-dialog';

/** Opens the console's dialogs. */
@Injectable()
export class ConsoleDialogs {
  private readonly dialogs = inject(LazyDialogs);
  private readonly store = inject(ConsoleStore);
  private readonly acts = inject(ConsoleActs);
  private readonly drawer = inject(Drawer);
  private readonly notices = inject(Notices);
  private readonly keymap = inject(Keymap);
  private readonly document = inject(DOCUMENT);
  /** The last note to the host written here. */
  readonly hostNote = signal('');

  /** Opens quick add with the given number, or suggests the next one. */
  async quickAdd(number?: string): Promise<void> {
    const state = this.store.state();
    if (!state || !this.store.isOperator()) return;
    const reason = unavailableText(state.show.status, 'add');
    if (reason !== null) {
      this.notices.show(reason);
      return;
    }
    const items = itemsInOrder(state);
    const buyerCounts = new Map(
      [...state.unmatched].map(([number, ids]) => [
        itemKey(number),
        new Set(ids.map((id) => state.claims.get(id)?.buyer.id)).size,
      ]),
    );
    let lastClick = performance.now();
    const data: QuickAddQuestion = {
      number: number ?? nextNumber(items.map(({ itemNumber }) => itemNumber)),
      isSuggestion: number === undefined,
      items,
      open: ({ id }, variant) =>
        this.drawer.enter({ kind: 'item', id, ...(variant !== undefined && { variant }) }),
      currency: state.show.currency,
      buyerCounts,
      add: async (item) => {
        if (await this.acts.addItem(item)) return null;
        const refusal = this.acts.refusal(`number-${item.itemNumber}`);
        return refusal ?? $localize`:@@console.quick-add.failed:Not added. Try again.`;
      },
    };
    const dialog = await this.dialogs.open(
      async () => (await import('../panels/items/quick-add-dialog')).QuickAddDialog,
      { data, width: '30rem', disableClose: true },
    );
    if (dialog === null) return;
    // If the button is double-clicked, the second click may land outside the dialog, and must not close it.
    dialog.backdropClick().subscribe(() => {
      const previousClick = lastClick;
      lastClick = performance.now();
      if (lastClick - previousClick > IGNORED_CLICKS_MS) dialog.close();
    });
    dialog.keydownEvents().subscribe((event) => {
      if (event.key === 'Escape' && !isComposing(event)) dialog.close();
    });
  }

  async editHostNote(): Promise<void> {
    if (!this.store.isOperator()) return;
    const dialog = await this.dialogs.open<unknown, string, string>(
      async () => (await import('./note-dialog')).NoteDialog,
      { data: this.hostNote(), width: '30rem' },
    );
    const note = dialog === null ? undefined : await firstValueFrom(dialog.afterClosed());
    if (note === undefined) return;
    this.hostNote.set(note);
    this.store.reportPresence({ note: note || null });
  }

  /** @returns what the user chose in the palette; undefined if it was closed */
  async askPalette(): Promise<PaletteChoice | undefined> {
    const state = this.store.state();
    if (state === null || this.dialogs.isOpen) return undefined;
    const typedAhead = new TypedAhead(this.document);
    const palette = await this.dialogs.open<Palette, PaletteData, PaletteChoice>(
      async () => (await import('../palette/palette')).Palette,
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

  showKeys(): void {
    void this.dialogs.open(async () => (await import('../keys/key-help')).KeyHelp, {
      data: this.store.state()?.show.status,
      width: '46rem',
      maxWidth: '95vw',
    });
  }
}
