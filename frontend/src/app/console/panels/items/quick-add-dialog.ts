import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Currency, Item } from '@sellary/contracts';
import { findByCode, storableCode } from '../../../shows/item-code';
import { itemKey } from '../../../shows/item-key';
import { ActPause } from '../../../ui/act-button';
import { CameraScan } from '../../../ui/camera-scan';
import { Chip } from '../../../ui/chip';
import { DIALOG_PARTS } from '../../../ui/dialog-parts';
import { moneyText } from '../../../ui/money';
import { Problem } from '../../../ui/problem';
import { ScanField } from '../../../ui/scan-field';
import { priceProblem } from '../../../shows/price-problem';
import { unitCount } from '../../state/counts';
import { type QuickItem, readQuickItem } from './quick-item';

export interface QuickAddQuestion {
  number: string;
  /** True if typing replaces the number; otherwise typing continues after it. */
  isSuggestion: boolean;
  /** The show's items. Scanning an item's code opens that item. */
  items: readonly Item[];
  open: (item: Item, variant?: string) => void;
  /** Absent if the show sells without prices. */
  currency: Currency | undefined;
  /** Number of unmatched claims, by canonical item number. */
  buyerCounts: ReadonlyMap<string, number>;
  /** Resolves to a problem, or to null once the item is added. */
  add: (item: QuickItem) => Promise<string | null>;
}

/**
 * Adds an item from one line of text, and shows how the text is understood. Stays open until the item is
 * added.
 */
@Component({
  selector: 'app-quick-add-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, CameraScan, Chip, Problem, ScanField],
  template: `
    <form (submit)="$event.preventDefault(); add()">
      <h2 mat-dialog-title i18n="@@console.quick-add.title">Add an item</h2>
      <mat-dialog-content>
        <label class="block">
          @if (hasPrices) {
            <span class="mb-1.5 block" i18n="@@console.quick-add.field-with-price"
              >Number, title, price, units</span
            >
          } @else {
            <span class="mb-1.5 block" i18n="@@console.quick-add.field">Number, title, units</span>
          }
          <input
            #box
            cdkFocusInitial
            class="field w-full text-ink"
            i18n-placeholder="An item number, a title, and a number of units@@console.quick-add.example"
            placeholder="123 Blue dress 3"
            autocomplete="off"
            maxlength="1000"
            [value]="line()"
            (input)="line.set(box.value)"
            (focus)="selectSuggestion(box)"
            appScanField
            (scanned)="openOrSetCode($event)"
          />
        </label>
        <p class="mt-3 flex min-h-6 flex-wrap items-center gap-1.5" aria-live="polite">
          @if (item(); as newItem) {
            <app-chip tone="mute">{{ newItem.itemNumber }}</app-chip>
            @if (newItem.title) {
              <app-chip tone="mute">{{ newItem.title }}</app-chip>
            }
            @for (variant of newItem.variants ?? []; track variant.name) {
              <app-chip tone="mute">{{ variant.name }} {{ variant.totalQuantity }}</app-chip>
            } @empty {
              <app-chip tone="mute">{{ units() }}</app-chip>
            }
          }
          @if (code(); as text) {
            <app-chip tone="mute" icon="barcode_scanner">{{ text }} </app-chip>
          }
          @if (priceText(); as text) {
            <app-chip tone="mute">{{ text }}</app-chip>
          }
          @if (unclearPrice(); as text) {
            <app-chip tone="warn" icon="warning">{{ text }}</app-chip>
          }
          @if (isTaken()) {
            <app-chip tone="warn" icon="warning" i18n="@@console.quick-add.taken"
              >This number is taken</app-chip
            >
          } @else if (claimedText(); as text) {
            <app-chip tone="wait" icon="hourglass_empty">{{ text }}</app-chip>
          }
        </p>
        <app-camera-scan class="mt-3" (scanned)="openOrSetCode($event)" />
        <app-problem class="mt-3" [text]="pause.reason() ?? problem()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@console.quick-add.cancel">
          Cancel
        </button>
        <button
          matButton="filled"
          type="submit"
          [disabled]="
            item() === null || isTaken() || unclearPrice() !== null || busy() || pause.reason() !== null
          "
          i18n="@@console.quick-add.submit"
        >
          Add item
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class QuickAddDialog {
  private readonly question = inject<QuickAddQuestion>(MAT_DIALOG_DATA);
  protected readonly pause = inject(ActPause);
  private readonly dialog = inject<MatDialogRef<QuickAddDialog>>(MatDialogRef);
  protected readonly line = signal(initialText(this.question));
  protected readonly item = computed(() => readQuickItem(this.line(), this.question.currency));
  protected readonly hasPrices = this.question.currency !== undefined;
  protected readonly priceText = computed(() => {
    const price = this.item()?.price?.parsed;
    return price?.kind === 'price' ? moneyText(price.minor, this.question.currency) : '';
  });
  protected readonly unclearPrice = computed(() => {
    const [price, { currency }] = [this.item()?.price, this.question];
    return price && currency ? priceProblem(price.parsed, price.text, currency) : null;
  });
  private readonly key = computed(() => itemKey(this.item()?.itemNumber ?? ''));
  protected readonly units = computed(() => unitCount(this.item()?.totalQuantity ?? 1));
  protected readonly isTaken = computed(() =>
    this.question.items.some(({ itemNumber }) => itemKey(itemNumber) === this.key()),
  );
  protected readonly claimedText = computed(() => {
    const buyers = this.question.buyerCounts.get(this.key()) ?? 0;
    return buyers > 0 ? waitingText(buyers, this.item()?.itemNumber ?? '') : null;
  });

  /** Scanned code for the new item. */
  protected readonly code = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  /** Selects a suggested number on focus if it is unchanged, so that typing a number replaces it. */
  protected selectSuggestion(box: HTMLInputElement): void {
    if (this.question.isSuggestion && this.line() === this.question.number) box.select();
  }

  /** Opens the item with this code. If no item has it, the new item gets it. */
  protected openOrSetCode(code: string): void {
    const existing = findByCode(this.question.items, code);
    if (existing === null) this.code.set(storableCode(code));
    else {
      this.dialog.close();
      this.question.open(existing.item, existing.variant);
    }
  }

  protected async add(): Promise<void> {
    const item = this.item();
    if (!item || this.isTaken() || this.unclearPrice() !== null || this.busy()) return;
    this.busy.set(true);
    const sku = this.code();
    this.problem.set(await this.question.add(sku === null ? item : { ...item, sku }));
    this.busy.set(false);
    if (this.problem() === null) this.dialog.close();
  }
}

function initialText({ number, isSuggestion }: QuickAddQuestion): string {
  return number === '' || isSuggestion ? number : `${number} `;
}

function waitingText(buyers: number, number: string): string {
  return buyers === 1
    ? $localize`:@@console.quick-add.claimed-once:1 buyer already claimed #${number}:number:`
    : $localize`:@@console.quick-add.claimed:${buyers}:count: buyers already claimed #${number}:number:`;
}
