import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Item, UpdateItemRequest } from '@sellary/contracts';
import { CodeField } from './code-field';
import { itemRowLabels } from './item-row-labels';

/** The codes of an item and its variants, each in its own field. */
@Component({
  selector: 'app-item-codes',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeField],
  template: `
    @if (item().sku !== undefined || offersCodes()) {
      <app-code-field
        [code]="item().sku"
        [label]="labels().code"
        [readOnly]="readOnly()"
        [invalid]="invalid()"
        (changed)="changed.emit({ sku: $event })"
      />
    }
    @for (variant of item().variants ?? []; track variant.name) {
      @if (variant.sku !== undefined || offersCodes()) {
        <div class="flex items-center">
          <span class="w-16 flex-none truncate pl-2.5 text-meta text-soft" [title]="variant.name">{{
            variant.name
          }}</span>
          <app-code-field
            class="min-w-0 flex-1"
            [code]="variant.sku"
            [label]="labels().variantCode(variant.name)"
            [readOnly]="readOnly()"
            [invalid]="invalid()"
            (changed)="emit(variant.name, $event)"
          />
        </div>
      }
    }
  `,
  host: { class: 'block' },
})
export class ItemCodes {
  readonly item = input.required<Item>();
  /** True if any item in the show has a code. */
  readonly tableHasCodes = input.required<boolean>();
  readonly readOnly = input.required<boolean>();
  /** True if the last change was not saved. The field that still differs is then marked. */
  readonly invalid = input.required<boolean>();
  readonly changed = output<Pick<UpdateItemRequest, 'sku' | 'variants'>>();
  protected readonly labels = computed(() => itemRowLabels(this.item().itemNumber));
  protected readonly offersCodes = computed(() => this.tableHasCodes() && !this.readOnly());

  protected emit(variant: string, sku: string | null): void {
    const variants = (this.item().variants ?? []).map(({ name, totalQuantity }) => ({
      name,
      totalQuantity,
      ...(name === variant && { sku }),
    }));
    this.changed.emit({ variants });
  }
}
