import {
  ChangeDetectionStrategy,
  Component,
  type Signal,
  computed,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type AcceptRequest, type Comment, MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import { ActPause } from '../../../ui/act-button';
import { buyerName } from '../../../ui/buyer-name';
import { DIALOG_PARTS } from '../../../ui/dialog-parts';
import { Problem } from '../../../ui/problem';
import { SegmentedControl } from '../../../ui/segmented-control';
import type { ShowState } from '../../state/show-state';
import { unitsLeft } from '../../state/stock-lines';
import { itemOf, itemOfKey } from './proposals';
import { type ReviewPreviews, editQuery } from './review-previews';

export interface EditQuestion {
  comment: Comment;
  state: Signal<ShowState | null>;
  previews: ReviewPreviews;
  /** Resolves to a problem, or to null once the comment is accepted. */
  accept: (edit: AcceptRequest) => Promise<string | null>;
}

/**
 * Accepts a comment with a correction: another item, variant, or number of units, or a pass. Previews the
 * result.
 */
@Component({
  selector: 'app-edit-review-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, Problem, SegmentedControl],
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
          aria-label="What the comment means"
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
        <div class="mt-3 flex gap-3">
          @if (variants().length > 0) {
            <label class="block min-w-0 flex-1">
              <span class="mb-1.5 block" i18n="Size or color of an item@@console.edit-review.variant"
                >Variant</span
              >
              <select #choice class="field w-full text-ink" (change)="variant.set(choice.value)">
                <option value="" [selected]="variant() === ''">{{ noVariantText() }}</option>
                @for (option of variants(); track option.name) {
                  <option [value]="option.name" [selected]="option.name === variant()">
                    {{ option.name }} · {{ leftOf(option) }}
                  </option>
                }
              </select>
            </label>
          }
          <label class="block w-24">
            <span class="mb-1.5 block" i18n="@@console.edit-review.units">Units</span>
            <input
              #amount
              class="field w-full text-ink tabular-nums"
              type="number"
              inputmode="numeric"
              min="1"
              [max]="maxUnits"
              [value]="units() ?? ''"
              (input)="units.set(amount.value === '' ? null : +amount.value)"
              (focus)="amount.select()"
            />
          </label>
        </div>
        <p class="mt-3 min-h-6 text-soft" aria-live="polite">{{ preview() }}</p>
        <app-problem class="mt-3" [text]="pause.reason() ?? problem()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@console.edit-review.cancel">
          Cancel
        </button>
        <button
          matButton="filled"
          type="submit"
          [disabled]="number().trim() === '' || !isComplete() || busy() || pause.reason() !== null"
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
  private readonly intent = this.question.comment.parsed.intents[0];
  protected readonly pause = inject(ActPause);
  private readonly dialog = inject<MatDialogRef<EditReviewDialog>>(MatDialogRef);
  protected readonly maxUnits = MAX_UNITS_PER_ITEM;
  protected readonly name = buyerName(this.question.comment.buyer);
  protected readonly acts: readonly { value: 'claim' | 'pass'; name: string }[] = [
    { value: 'claim', name: $localize`:The comment asks for an item@@console.edit-review.claim:Claim` },
    { value: 'pass', name: $localize`:The buyer gives up an item@@console.edit-review.pass:Pass` },
  ];
  protected readonly act = signal<'claim' | 'pass'>(this.intent?.act === 'pass' ? 'pass' : 'claim');
  protected readonly number = signal(this.initialNumber());
  private readonly item = computed(() => {
    const state = this.question.state();
    return state ? itemOfKey(state, this.number()) : undefined;
  });
  protected readonly variants = computed(() => this.item()?.variants ?? []);
  protected readonly leftOf = unitsLeft;
  /** Name of the chosen variant; empty if none is chosen. */
  protected readonly variant = linkedSignal({
    // The choice stays while claims change the counts.
    source: computed(() => [this.item()?.id, ...this.variants().map(({ name }) => name)].join('\n')),
    computation: () => {
      const wantedName = this.intent?.variant?.toLowerCase();
      return untracked(this.variants).find(({ name }) => name.toLowerCase() === wantedName)?.name ?? '';
    },
  });
  /** Text of the option without a variant. In a pass, this option means all variants. */
  protected readonly noVariantText = computed(() =>
    this.act() === 'pass'
      ? $localize`:All sizes or colors of an item@@console.edit-review.all-variants:All variants`
      : $localize`:@@console.edit-review.choose-variant:Choose a variant`,
  );
  /** Units to claim or give up. Null, allowed only for a pass, means all of the buyer's units. */
  protected readonly units = linkedSignal<number | null>(() =>
    this.act() === 'pass' && this.intent?.counted !== true ? null : (this.intent?.qty ?? 1),
  );
  private readonly hasValidUnits = computed(() => {
    const units = this.units();
    if (units === null) return this.act() === 'pass';
    return Number.isInteger(units) && units >= 1 && units <= MAX_UNITS_PER_ITEM;
  });
  protected readonly isComplete = computed(
    () =>
      this.hasValidUnits() &&
      (this.act() === 'pass' || this.variants().length === 0 || this.variant() !== ''),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly edit = computed<AcceptRequest | null>(() => {
    const itemNumber = this.number().trim();
    const units = this.units();
    if (itemNumber === '') return null;
    return {
      itemNumber,
      act: this.act(),
      ...(units === null || this.isDefaultQuantity(units) ? {} : { quantity: units }),
      ...(this.variant() === '' ? {} : { variant: this.variant() }),
    };
  });
  private readonly result = this.question.previews.watch(
    computed(() => {
      const edit = this.edit();
      return edit === null || !this.isComplete() ? null : editQuery(this.question.comment, edit);
    }),
  );
  protected readonly preview = computed(() => {
    const result = this.result();
    return result === null ? '' : `${this.name}: ${result}`;
  });

  private initialNumber(): string {
    const { intent } = this;
    const state = this.question.state();
    if (!intent || !state) return '';
    return itemOf(state, intent)?.itemNumber ?? intent.itemText;
  }

  /** True if the server would assume this quantity anyway, which is 1 for a comment that claims 1 unit. */
  private isDefaultQuantity(units: number): boolean {
    return this.act() === 'claim' && units === 1 && (this.intent?.qty ?? 1) === 1;
  }

  protected async accept(): Promise<void> {
    const edit = this.edit();
    if (edit === null || !this.isComplete() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(await this.question.accept(edit));
    this.busy.set(false);
    if (this.problem() === null) this.dialog.close();
  }
}
