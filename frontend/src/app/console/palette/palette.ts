import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Combobox } from '../../ui/combobox';
import { Icon } from '../../ui/icon';
import type { ShowState } from '../state/show-state';
import { type PaletteCommand, type PaletteChoice, findEntries, paletteEntries } from './palette-entries';

export interface PaletteData {
  state: ShowState;
  commands: readonly PaletteCommand[];
}

/** Finds commands, items, and buyers by a few letters. Closes with the chosen one. */
@Component({
  selector: 'app-palette',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Combobox, Icon],
  template: `
    <app-combobox
      class="p-3"
      [label]="label"
      [hidesLabel]="true"
      [placeholder]="label"
      [options]="matches()"
      [marksFirst]="true"
      [(text)]="text"
      (chosen)="dialog.close($event.choice)"
    >
      <ng-template #suggestion let-entry>
        <span class="flex items-center gap-2.5">
          <app-icon [name]="entry.icon" class="text-soft" />
          <span class="min-w-0 flex-1 truncate text-ink">{{ entry.name }}</span>
          <span class="flex-none text-meta text-soft tabular-nums">{{ entry.detail }}</span>
        </span>
      </ng-template>
    </app-combobox>
    <p class="px-4 pb-3 text-meta text-soft" role="status">
      @if (matches().length === 0) {
        <ng-container i18n="@@console.palette.nothing">Nothing found. Try fewer letters.</ng-container>
      }
    </p>
  `,
})
export class Palette {
  private readonly question = inject<PaletteData>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<Palette, PaletteChoice>>(MatDialogRef);
  protected readonly label = $localize`:@@console.palette.label:Find a command, item, or buyer`;
  protected readonly text = signal('');
  private readonly entries = paletteEntries(this.question.state, this.question.commands);
  protected readonly matches = computed(() => findEntries(this.entries, this.text()));
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The search field. It exists before the palette is first drawn. */
  get field(): HTMLInputElement | null {
    return this.host.querySelector('input');
  }
}
