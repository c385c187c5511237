import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Item } from '@sellary/contracts';
import { CodeField } from './code-field';
import { itemRowLabels } from './item-row-labels';

/** Identifies the field of a variant's code, or of the item's own code. */
export const codeField = (variant: string | null): `code:${string}` => `code:${variant ?? ''}`;

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
        [invalid]="invalidFields().includes(codeField(null))"
        (left)="left.emit({ variant: null, sku: $event })"
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
            [invalid]="invalidFields().includes(codeField(variant.name))"
            (left)="left.emit({ variant: variant.name, sku: $event })"
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
  /** Fields whose text was not saved. */
  readonly invalidFields = input.required<readonly string[]>();
  /** The code in a field that was left, even if unchanged. */
  readonly left = output<{ variant: string | null; sku: string | null }>();
  protected readonly codeField = codeField;
  protected readonly labels = computed(() => itemRowLabels(this.item().itemNumber));
  protected readonly offersCodes = computed(() => this.tableHasCodes() && !this.readOnly());
}
