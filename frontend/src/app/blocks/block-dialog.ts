import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type Block, BLOCKS, type Buyer, MAX_BLOCK_REASON_LENGTH } from '@sellary/contracts';
import { ActPause } from '../ui/act-button';
import { buyerName } from '../ui/buyer-name';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { BLOCK_TEXTS } from './block-texts';
import { BlockedBuyers } from './blocked-buyers';

/** Blocks a buyer in all shows of the workspace, or changes the block. Stays open if that fails. */
@Component({
  selector: 'app-block-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, Problem],
  template: `
    <form (submit)="$event.preventDefault(); submit()">
      <h2 mat-dialog-title>{{ title }}</h2>
      <mat-dialog-content>
        <p class="mb-3" i18n="@@blocks.dialog.text">
          The block will apply to all shows in this workspace, starting with the next comment. The buyer will
          keep any claims made so far.
        </p>
        <fieldset>
          <legend class="sr-only" i18n="@@blocks.dialog.effect">What the block does</legend>
          @for (choice of choices; track choice) {
            <label class="flex min-h-9 cursor-pointer items-center gap-2.5 coarse:min-h-12">
              <input type="radio" name="block" [checked]="block() === choice" (change)="block.set(choice)" />
              <span class="text-ink">{{ texts[choice] }}</span>
            </label>
          }
        </fieldset>
        <label class="mt-3 block">
          <span class="mb-1.5 block" i18n="@@blocks.dialog.reason">Reason, for your team</span>
          <input
            #box
            cdkFocusInitial
            class="field w-full text-ink"
            autocomplete="off"
            i18n-placeholder="Example reason@@blocks.dialog.example"
            placeholder="Left 2 baskets unpaid"
            [attr.maxlength]="maxLength"
            [attr.aria-invalid]="isReasonMissing()"
            [value]="reason()"
            (input)="reason.set(box.value); isReasonMissing.set(false)"
          />
        </label>
        @if (isReasonMissing()) {
          <p class="mt-1.5 text-meta text-bad" role="alert" i18n="@@blocks.dialog.reason-missing">
            Enter a reason
          </p>
        }
        <app-problem class="mt-3" [text]="pause.reason() ?? work.problem()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@blocks.dialog.cancel">
          Cancel
        </button>
        <button
          matButton="filled"
          type="submit"
          [disabled]="work.busy() || pause.reason() !== null"
          i18n="@@blocks.dialog.submit"
        >
          Block buyer
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class BlockDialog {
  private readonly buyer = inject<Buyer>(MAT_DIALOG_DATA);
  protected readonly pause = inject(ActPause);
  private readonly dialog = inject<MatDialogRef<BlockDialog>>(MatDialogRef);
  private readonly blocks = inject(BlockedBuyers);
  private readonly existingBlock = this.blocks.blockOf(this.buyer.id);
  protected readonly title = $localize`:@@blocks.dialog.title:Block ${buyerName(this.buyer)}:buyer:`;
  protected readonly maxLength = MAX_BLOCK_REASON_LENGTH;
  protected readonly choices = BLOCKS;
  protected readonly texts = BLOCK_TEXTS;
  protected readonly block = signal<Block>(this.existingBlock?.block ?? 'review');
  protected readonly reason = signal(this.existingBlock?.reason ?? '');
  protected readonly isReasonMissing = signal(false);
  protected readonly work = new OneAtATime();

  protected async submit(): Promise<void> {
    const reason = this.reason().trim();
    this.isReasonMissing.set(reason === '');
    if (reason === '') return;
    await this.work.run(async () => {
      await this.blocks.block(this.buyer, { block: this.block(), reason });
      this.dialog.close();
    });
  }
}
