import { CdkDragHandle } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import {
  type Currency,
  type Item,
  type UpdateItemRequest,
  MAX_UNITS_PER_ITEM,
  parseVariantList,
  variantListText,
} from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { FieldKeys } from '../ui/field-keys';
import { Icon } from '../ui/icon';
import { Notices } from '../ui/notices';
import { MisclickGuard } from '../ui/misclick-guard';
import { ItemCodes } from './item-codes';
import { itemRowLabels } from './item-row-labels';
import { PhotoCell } from './photo-cell';
import { PriceField } from './price-field';

interface RowProblem {
  about: 'title' | 'units' | 'price';
  text: string;
  /** Null if the same change can never be saved. */
  retry: (() => void) | null;
}

/** Table row of one item. Title and units are edited in place and saved when the field loses focus. */
@Component({
  selector: 'tr[appItemRow]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkDragHandle, ItemCodes, Icon, MisclickGuard, FieldKeys, PhotoCell, PriceField],
  template: `
    <th scope="row" class="truncate py-1 pl-4 text-left max-sm:py-3 font-semibold tabular-nums sm:pl-5">
      {{ item().itemNumber }}
    </th>
    <td class="py-1 max-sm:col-span-2">
      <div class="flex items-center gap-1">
        <app-photo-cell
          [item]="item()"
          [mayEdit]="mayEdit()"
          [busy]="savingPhoto()"
          [keepsPlace]="hasPhotos()"
          [change]="changePhoto()"
        />
        @if (mayEdit()) {
          <input
            #title
            class="field min-w-0 flex-1 border-transparent! bg-transparent! hover:border-line!"
            [attr.aria-label]="labels().title"
            i18n-placeholder="@@shows.item.no-title"
            placeholder="No title"
            maxlength="200"
            [attr.aria-invalid]="problem()?.about === 'title'"
            [value]="item().title ?? ''"
            [title]="item().title ?? ''"
            appFieldKeys
            (entered)="title.blur()"
            (escaped)="title.value = item().title ?? ''; problem.set(null); title.blur()"
            (blur)="saveTitle(title)"
          />
        } @else {
          <span class="block truncate pl-2.5">{{ item().title }}</span>
        }
      </div>
      <app-item-codes
        class="pl-9"
        [item]="item()"
        [hasCodes]="hasCodes()"
        [readOnly]="!mayEdit()"
        (changed)="saveCodes($event)"
      />
      @if (problem(); as failed) {
        <p class="flex flex-wrap items-center gap-2 pl-2.5 text-meta text-bad" role="alert">
          {{ failed.text }}
          @if (failed.retry; as retry) {
            <button type="button" class="act text-ink" (click)="retry()" i18n="@@shows.item.retry">
              Try again
            </button>
          }
        </p>
      }
    </td>
    <td
      class="py-1 text-center max-sm:col-start-2 max-sm:row-start-2 max-sm:flex max-sm:items-center max-sm:pl-2.5"
    >
      <!-- On a phone, the table has no heads. -->
      <span class="text-meta text-soft sm:hidden" aria-hidden="true" i18n="@@shows.items.column.units"
        >Units</span
      >
      @if (item().variants; as variants) {
        @if (mayEdit()) {
          <input
            #list
            class="field w-full border-transparent! bg-transparent! text-meta tabular-nums hover:border-line!"
            maxlength="2500"
            [attr.aria-label]="labels().variants"
            [attr.aria-invalid]="problem()?.about === 'units'"
            [value]="listText(variants)"
            [title]="listText(variants)"
            appFieldKeys
            (entered)="list.blur()"
            (escaped)="list.value = listText(variants); problem.set(null); list.blur()"
            (blur)="saveVariants(list)"
          />
        } @else {
          <span class="text-meta tabular-nums">{{ listText(variants) }}</span>
        }
      } @else if (mayEdit()) {
        <input
          #units
          class="field w-14 border-transparent! bg-transparent! text-center tabular-nums hover:border-line!"
          type="number"
          inputmode="numeric"
          min="1"
          [max]="maxQuantity"
          [attr.aria-label]="labels().units"
          [attr.aria-invalid]="problem()?.about === 'units'"
          [value]="item().totalQuantity"
          appFieldKeys
          (entered)="units.blur()"
          (escaped)="units.value = '' + item().totalQuantity; problem.set(null); units.blur()"
          (blur)="saveUnits(units)"
        />
      } @else {
        <span class="tabular-nums">{{ item().totalQuantity }}</span>
      }
    </td>
    @if (currency(); as money) {
      <td class="py-1 pr-1 max-sm:col-span-2 max-sm:row-start-2 max-sm:flex max-sm:items-center">
        <span class="text-meta text-soft sm:hidden" aria-hidden="true" i18n="@@shows.items.column.price"
          >Price</span
        >
        <app-price-field
          [price]="item().price"
          [currency]="money"
          [label]="labels().price"
          [invalid]="problem()?.about === 'price'"
          [readOnly]="!mayEdit()"
          (changed)="savePrice({ price: $event })"
          (problem)="refusePrice($event)"
        />
      </td>
      <td class="hidden py-1 pr-2 @3xl:table-cell">
        <app-price-field
          [price]="item().compareAtPrice"
          [currency]="money"
          [label]="labels().comparePrice"
          [readOnly]="!mayEdit()"
          (changed)="savePrice({ compareAtPrice: $event })"
          (problem)="refusePrice($event)"
        />
      </td>
    }
    @if (showsWon()) {
      <td class="hidden truncate py-1 text-soft tabular-nums sm:table-cell">
        @if (item().claimedCount > 0) {
          <ng-container i18n="@@shows.item.won">{{ item().claimedCount }} won</ng-container>
        } @else {
          —
        }
      </td>
    }
    <td class="py-1 pr-2 text-right whitespace-nowrap max-sm:col-start-4 max-sm:row-start-1">
      @if (mayEdit()) {
        <button
          type="button"
          cdkDragHandle
          class="act act-quiet act-icon hidden! cursor-grab! text-soft hover:text-ink sm:inline-flex!"
          aria-keyshortcuts="ArrowUp ArrowDown"
          [attr.aria-label]="labels().move"
          [attr.aria-disabled]="busyMoving()"
          (keydown.arrowup)="$event.preventDefault(); step(-1)"
          (keydown.arrowdown)="$event.preventDefault(); step(1)"
        >
          <app-icon name="drag_indicator" />
        </button>
        <button
          type="button"
          class="act act-quiet act-icon text-soft hover:text-ink"
          [appMisclickGuard]="item().id"
          [disabled]="busy()"
          [attr.aria-label]="labels().delete"
          (click)="delete()"
        >
          <app-icon name="delete" />
        </button>
      }
    </td>
  `,
  // On a phone, the title has the first line: in a row of the table, one letter of it would be left.
  host: { class: 'max-sm:grid max-sm:grid-cols-[4.5rem_minmax(0,1fr)_5.5rem_3.5rem] max-sm:py-1' },
})
export class ItemRow {
  private readonly notices = inject(Notices);
  readonly item = input.required<Item>();
  readonly mayEdit = input.required<boolean>();
  /** True if the table has a column for won units. */
  readonly showsWon = input.required<boolean>();
  /** True if an item of the show has a photo. */
  readonly hasPhotos = input(false);
  /** True if an item of the show has a code. */
  readonly hasCodes = input(false);
  readonly savingPhoto = input(false);
  /** Saves a photo, or removes it if null. */
  readonly changePhoto = input.required<(item: Item, file: Blob | null) => Promise<void>>();
  /** Absent if the show sells without prices. */
  readonly currency = input<Currency>();
  readonly update = input.required<(item: Item, change: UpdateItemRequest) => Promise<void>>();
  readonly remove = input.required<(item: Item) => Promise<void>>();
  readonly busyMoving = input(false);
  /** Number of rows to move the item by; negative is up. */
  readonly moved = output<number>();
  protected readonly maxQuantity = MAX_UNITS_PER_ITEM;
  protected readonly busy = signal(false);
  protected readonly problem = signal<RowProblem | null>(null);

  protected readonly labels = computed(() => itemRowLabels(this.item().itemNumber));

  protected step(by: 1 | -1): void {
    if (!this.busyMoving()) this.moved.emit(by);
  }

  protected saveTitle(box: HTMLInputElement): void {
    const title = box.value.trim();
    if (title === (this.item().title ?? '')) this.problem.set(null);
    else void this.save('title', { title: title || null }, () => this.saveTitle(box));
  }

  protected saveUnits(box: HTMLInputElement): void {
    const totalQuantity = Number(box.value);
    const reset = (): void => void (box.value = `${this.item().totalQuantity}`);
    if (totalQuantity === this.item().totalQuantity) {
      reset();
      this.problem.set(null);
    } else if (Number.isInteger(totalQuantity) && totalQuantity >= 1 && totalQuantity <= MAX_UNITS_PER_ITEM) {
      void this.save('units', { totalQuantity }, () => this.saveUnits(box), reset);
    } else {
      reset();
      this.problem.set({
        about: 'units',
        text: $localize`:@@shows.item.units-range:Enter 1 to ${MAX_UNITS_PER_ITEM}:max: units`,
        retry: null,
      });
    }
  }

  protected saveCodes(change: UpdateItemRequest): void {
    void this.save('title', change, () => this.saveCodes(change));
  }

  protected savePrice(change: Pick<UpdateItemRequest, 'price' | 'compareAtPrice'>): void {
    void this.save('price', change, () => this.savePrice(change));
  }

  protected refusePrice(text: string | null): void {
    if (text !== null) this.problem.set({ about: 'price', text, retry: null });
    else if (this.problem()?.about === 'price') this.problem.set(null);
  }

  protected readonly listText = variantListText;

  protected saveVariants(box: HTMLInputElement): void {
    const stored = variantListText(this.item().variants ?? []);
    const list = parseVariantList(box.value);
    const reset = (): void => void (box.value = stored);
    if ('problem' in list) {
      this.problem.set({
        about: 'units',
        text: $localize`:An example of a list of sizes@@shows.item.variants-problem:Enter each variant with its units, such as S 2, M 3`,
        retry: null,
      });
    } else if (variantListText(list.variants) === stored) {
      reset();
      this.problem.set(null);
    } else {
      void this.save('units', { variants: list.variants }, () => this.saveVariants(box), reset);
    }
  }

  /**
   * Keeps what the user typed in the field, marked, until it is saved or Escape restores the stored value.
   * Calls `onRefused` if it can never be saved.
   */
  private async save(
    about: RowProblem['about'],
    change: UpdateItemRequest,
    retry: () => void,
    onRefused?: () => void,
  ): Promise<void> {
    this.problem.set(null);
    try {
      await this.update()(this.item(), change);
    } catch (failure) {
      const error = ApiError.from(failure);
      if (!error.mayPass) onRefused?.();
      const text = $localize`:@@shows.item.not-saved:Not saved: ${error.message}:reason:`;
      this.problem.set({ about, text, retry: error.mayPass ? retry : null });
    }
  }

  protected async delete(): Promise<void> {
    this.busy.set(true);
    try {
      await this.remove()(this.item());
    } catch (failure) {
      this.notices.fail(
        failure,
        $localize`:@@shows.item.not-deleted:${this.item().itemNumber}:number: was not deleted`,
      );
    } finally {
      this.busy.set(false);
    }
  }
}
