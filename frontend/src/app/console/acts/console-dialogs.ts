import { Injectable, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { itemKey } from '../../shows/item-key';
import { nextNumber } from '../../shows/next-number';
import { INERT_MS } from '../../ui/misclick-guard';
import { ConsoleActs } from './console-acts';
import { ConsoleStore } from '../state/console-store';
import { QuickAddDialog, type QuickAddQuestion } from '../panels/items/quick-add-dialog';
import type { QuickItem } from '../panels/items/quick-item';
import { KeyHelp } from '../keys/key-help';
import { NoteDialog } from './note-dialog';

/** Opens the dialogs of the console. */
@Injectable()
export class ConsoleDialogs {
  private readonly dialog = inject(MatDialog);
  private readonly store = inject(ConsoleStore);
  private readonly acts = inject(ConsoleActs);
  /** The note to the host, as last written here. */
  readonly hostNote = signal('');

  /** Adds an item: with this number, or with the next one as a suggestion. */
  quickAdd(number?: string): void {
    const state = this.store.state();
    if (!state || !this.store.isOperator() || state.show.status === 'ended') return;
    const taken = state.itemOrder.flatMap((id) => state.items.get(id)?.itemNumber ?? []);
    const claimed = new Map([...state.unmatched].map(([number, ids]) => [itemKey(number), ids.length]));
    let lastClick = performance.now();
    const opened = this.dialog.open<QuickAddDialog, QuickAddQuestion>(QuickAddDialog, {
      data: {
        number: number ?? nextNumber(taken),
        isSuggestion: number === undefined,
        taken,
        claimed,
        add: (item) => this.add(item),
      },
      width: '30rem',
      disableClose: true,
    });
    // Further presses of a double click on the button land beside the dialog.
    opened.backdropClick().subscribe(() => {
      const before = lastClick;
      lastClick = performance.now();
      if (lastClick - before > INERT_MS) opened.close();
    });
    opened.keydownEvents().subscribe((event) => {
      if (event.key === 'Escape') opened.close();
    });
  }

  private async add(item: QuickItem): Promise<string | null> {
    if (await this.acts.addItem(item)) return null;
    return (
      this.acts.refusal(`number-${item.itemNumber}`) ??
      $localize`:@@console.quick-add.failed:Not added. Try again.`
    );
  }

  note(): void {
    if (!this.store.isOperator()) return;
    this.dialog
      .open<NoteDialog, string, string>(NoteDialog, { data: this.hostNote(), width: '30rem' })
      .afterClosed()
      .subscribe((note) => {
        if (note === undefined) return;
        this.hostNote.set(note);
        this.store.reportPresence({ note: note || null });
      });
  }

  keys(): void {
    this.dialog.open(KeyHelp, { width: '46rem', maxWidth: '95vw' });
  }
}
