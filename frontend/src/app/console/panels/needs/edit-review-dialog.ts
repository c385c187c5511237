import { ChangeDetectionStrategy, Component, type Signal, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { AcceptRequest, Comment } from '@sellary/contracts';
import { itemKey } from '../../../shows/item-key';
import { buyerName } from '../../../ui/buyer-name';
import { Problem } from '../../../ui/problem';
import { SegmentedControl } from '../../../ui/segmented-control';
import type { ShowState } from '../../state/show-state';
import { previewAs } from './preview';
import { previewText } from './preview-text';
import { itemOf } from './proposals';

export interface EditQuestion {
  comment: Comment;
  state: Signal<ShowState | null>;
  /** Resolves to a problem, or to null once the comment is accepted. */
  accept: (edit: AcceptRequest) => Promise<string | null>;
}

/** Accepts a comment as something else than it reads: another item, or a pass. Shows the result in advance. */
@Component({
  selector: 'app-edit-review-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    MatDialogTitle,
    MatDialogContent,
    MatDialogActions,
    MatDialogClose,
    MatButton,
    Problem,
    SegmentedControl,
  ],
  template: `
    <form (submit)="$event.preventDefault(); accept()">
      <h2 mat-dialog-title i18n="@@console.edit-review.title">Edit and accept</h2>
      <mat-dialog-content>
        <p class="rounded-md bg-sunken px-2 py-1.5 break-words">
          <strong class="font-semibold">{{ name }}</strong> {{ question.comment.text }}
        </p>
        <app-segmented-control
          class="mt-3 w-fit"
          i18n-aria-label="@@console.edit-review.act"
          aria-label="Meaning of the comment"
          [choices]="acts"
          [(chosen)]="act"
        />
        <label class="mt-3 block">
          <span class="mb-1.5 block" i18n="@@console.edit-review.number">Item number</span>
          <input
            #box
            cdkFocusInitial
            class="field w-full text-ink tabular-nums"
            autocomplete="off"
            maxlength="40"
            [value]="number()"
            (input)="number.set(box.value)"
            (focus)="box.select()"
          />
        </label>
        <p class="mt-3 min-h-6 text-soft" aria-live="polite">{{ preview() }}</p>
        @if (problem(); as text) {
          <app-problem class="mt-3">{{ text }}</app-problem>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close i18n="@@console.edit-review.cancel">Cancel</button>
        <button
          matButton="filled"
          type="submit"
          [disabled]="number().trim() === '' || busy()"
          i18n="@@console.edit-review.submit"
        >
          Accept
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class EditReviewDialog {
  protected readonly question = inject<EditQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<EditReviewDialog>>(MatDialogRef);
  protected readonly name = buyerName(this.question.comment.buyer);
  protected readonly acts: readonly { value: 'claim' | 'pass'; name: string }[] = [
    { value: 'claim', name: $localize`:The comment asks for an item@@console.edit-review.claim:Claim` },
    { value: 'pass', name: $localize`:The buyer gives up an item@@console.edit-review.pass:Pass` },
  ];
  protected readonly act = signal<'claim' | 'pass'>(
    this.question.comment.parsed.intents[0]?.act === 'pass' ? 'pass' : 'claim',
  );
  protected readonly number = signal(this.firstNumber());
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly preview = computed(() => {
    const state = this.question.state();
    const item = itemKey(this.number());
    if (!state || item === '') return '';
    return `${this.name} ${previewText(previewAs(state, this.question.comment, { act: this.act(), item }))}`;
  });

  private firstNumber(): string {
    const [intent] = this.question.comment.parsed.intents;
    const state = this.question.state();
    if (!intent || !state) return '';
    return itemOf(state, intent)?.itemNumber ?? intent.itemText;
  }

  protected async accept(): Promise<void> {
    const itemNumber = this.number().trim();
    if (itemNumber === '' || this.busy()) return;
    this.busy.set(true);
    this.problem.set(await this.question.accept({ itemNumber, act: this.act() }));
    this.busy.set(false);
    if (this.problem() === null) this.dialog.close();
  }
}
