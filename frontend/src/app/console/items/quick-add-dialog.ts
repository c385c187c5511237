import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { itemKey } from '../../shows/item-key';
import { Chip } from '../../ui/chip';
import { Problem } from '../../ui/problem';
import { counted } from '../../ui/words';
import { type QuickItem, readQuickItem } from './quick-item';

export interface QuickAddQuestion {
  next: string;
  taken: readonly string[];
  /** How many people wait for numbers that no item has, by canonical number. */
  claimed: ReadonlyMap<string, number>;
  /** Resolves to why it was not added; null when it was. */
  add: (item: QuickItem) => Promise<string | null>;
}

/** A new item in one line, with what was understood shown before Enter. It stays open, with what was typed, until the item is added. */
@Component({
  selector: 'app-quick-add-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton, Chip, Problem],
  template: `
    <form (submit)="$event.preventDefault(); add()">
      <h2 mat-dialog-title>Add an item</h2>
      <mat-dialog-content>
        <label class="block">
          <span class="mb-1.5 block">Number, title, units</span>
          <input
            #box
            cdkFocusInitial
            class="field w-full text-ink"
            placeholder="123 Blue dress 3"
            autocomplete="off"
            maxlength="200"
            [value]="line()"
            (input)="line.set(box.value)"
          />
        </label>
        <p class="mt-3 flex min-h-6 flex-wrap items-center gap-1.5" aria-live="polite">
          @if (item(); as it) {
            <app-chip tone="mute">{{ it.itemNumber }}</app-chip>
            @if (it.title) {
              <app-chip tone="mute">{{ it.title }}</app-chip>
            }
            <app-chip tone="mute">{{ units() }}</app-chip>
          }
          @if (taken()) {
            <app-chip tone="warn" icon="warning">This number is taken</app-chip>
          } @else if (waiting(); as text) {
            <app-chip tone="wait" icon="hourglass_empty">{{ text }}</app-chip>
          }
        </p>
        @if (problem(); as text) {
          <app-problem class="mt-3">{{ text }}</app-problem>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>Cancel</button>
        <button matButton="filled" type="submit" [disabled]="item() === null || taken() || busy()">Add item</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class QuickAddDialog {
  private readonly question = inject<QuickAddQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<QuickAddDialog>>(MatDialogRef);
  protected readonly line = signal(this.question.next ? `${this.question.next} ` : '');
  protected readonly item = computed(() => readQuickItem(this.line()));
  private readonly key = computed(() => itemKey(this.item()?.itemNumber ?? ''));
  protected readonly units = computed(() => counted(this.item()?.totalQuantity ?? 1, 'unit'));
  protected readonly taken = computed(() => this.question.taken.some((number) => itemKey(number) === this.key()));
  protected readonly waiting = computed(() => {
    const people = this.question.claimed.get(this.key()) ?? 0;
    return people > 0 ? `${counted(people, 'person', 'people')} already claimed ${this.item()?.itemNumber ?? ''}` : null;
  });

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async add(): Promise<void> {
    const item = this.item();
    if (!item || this.taken() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(await this.question.add(item));
    this.busy.set(false);
    if (this.problem() === null) this.dialog.close();
  }
}
