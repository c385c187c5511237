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
import { OneAtATime } from '../ui/one-at-a-time';
import { MisclickGuard } from '../ui/misclick-guard';
import { codeField, ItemCodes } from './item-codes';
import { itemRowLabels } from './item-row-labels';
import { PhotoCell } from './photo-cell';
import { PriceField } from './price-field';

type PriceName = 'price' | 'compareAtPrice';

interface RowProblem {
  field: 'title' | 'units' | PriceName | ReturnType<typeof codeField>;
  text: string;
  /** Null if retrying cannot help. */
  retry: (() => void) | null;
}

/** Table row of an item. Its fields are edited in place and saved when they lose focus. */
@Component({
  selector: 'tr[appItemRow]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkDragHandle, ItemCodes, Icon, MisclickGuard, FieldKeys, PhotoCell, PriceField],
  templateUrl: './item-row.html',
  // In a narrow table, the title has a line to itself, because only one letter would fit in a table row.
  host: { class: '@max-xl:grid @max-xl:grid-cols-[4.5rem_minmax(0,1fr)_5.5rem_3.5rem] @max-xl:py-1' },
})
export class ItemRow {
  private readonly notices = inject(Notices);
  readonly item = input.required<Item>();
  readonly mayEdit = input.required<boolean>();
  /** True if the table has a column for won units. */
  readonly hasWonColumn = input.required<boolean>();
  /** True if any item in the show has a photo. */
  readonly tableHasPhotos = input(false);
  /** True if any item in the show has a code. */
  readonly tableHasCodes = input(false);
  /** True if the rows have a field for a compare-at price. */
  readonly tableHasComparePrices = input(false);
  readonly isSavingPhoto = input(false);
  /** Saves the photo, or removes it if `file` is null. */
  readonly changePhoto = input.required<(item: Item, file: Blob | null) => Promise<void>>();
  /** Absent if the show sells without prices. */
  readonly currency = input<Currency>();
  readonly update = input.required<(item: Item, change: UpdateItemRequest) => Promise<void>>();
  readonly remove = input.required<(item: Item) => Promise<void>>();
  readonly isMoving = input(false);
  /** Number of rows to move the item by; negative is up. */
  readonly moved = output<number>();
  protected readonly maxQuantity = MAX_UNITS_PER_ITEM;
  protected readonly work = new OneAtATime();
  /** At most one per field. Stays until that field is saved or restored. */
  protected readonly problems = signal<readonly RowProblem[]>([]);
  protected readonly invalidFields = computed(() => this.problems().map(({ field }) => field));

  /** Classes of each cell's first line. The lines have the same height, so that the texts are aligned. */
  protected readonly firstLine = computed(() =>
    this.mayEdit() ? 'flex items-center min-h-9 coarse:min-h-12' : 'flex items-center min-h-8',
  );
  protected readonly labels = computed(() => itemRowLabels(this.item().itemNumber));

  protected step(by: 1 | -1): void {
    if (!this.isMoving()) this.moved.emit(by);
  }

  protected saveTitle(box: HTMLInputElement): void {
    const title = box.value.trim();
    if (title === (this.item().title ?? '')) this.clearProblem('title');
    else void this.save('title', { title: title || null }, () => this.saveTitle(box));
  }

  protected saveUnits(box: HTMLInputElement): void {
    const totalQuantity = Number(box.value);
    const reset = (): void => void (box.value = `${this.item().totalQuantity}`);
    if (totalQuantity === this.item().totalQuantity) {
      reset();
      this.clearProblem('units');
    } else if (Number.isInteger(totalQuantity) && totalQuantity >= 1 && totalQuantity <= MAX_UNITS_PER_ITEM) {
      void this.save('units', { totalQuantity }, () => this.saveUnits(box), reset);
    } else {
      reset();
      this.addProblem({
        field: 'units',
        text: $localize`:@@shows.item.units-range:Enter 1 to ${MAX_UNITS_PER_ITEM}:max: units`,
        retry: null,
      });
    }
  }

  protected saveCode(variant: string | null, sku: string | null): void {
    const { sku: itemSku, variants = [] } = this.item();
    const stored = variant === null ? itemSku : variants.find(({ name }) => name === variant)?.sku;
    const change = variant === null ? { sku } : { variantSku: { name: variant, sku } };
    if (sku === (stored ?? null)) this.clearProblem(codeField(variant));
    else void this.save(codeField(variant), change, () => this.saveCode(variant, sku));
  }

  protected savePrice(field: PriceName, price: number | null): void {
    void this.save(field, { [field]: price }, () => this.savePrice(field, price));
  }

  protected showPriceProblem(field: PriceName, text: string | null): void {
    if (text !== null) this.addProblem({ field, text, retry: null });
    else this.clearProblem(field);
  }

  protected readonly listText = variantListText;

  protected saveVariants(box: HTMLInputElement): void {
    const storedText = variantListText(this.item().variants ?? []);
    const list = parseVariantList(box.value);
    const reset = (): void => void (box.value = storedText);
    if ('problem' in list) {
      this.addProblem({
        field: 'units',
        text: $localize`:Example list of sizes@@shows.item.variants-problem:Enter each variant with its units, such as S 2, M 3`,
        retry: null,
      });
    } else if (variantListText(list.variants) === storedText) {
      reset();
      this.clearProblem('units');
    } else {
      void this.save(
        'units',
        { variants: list.variants, variantsBefore: storedText },
        () => this.saveVariants(box),
        reset,
      );
    }
  }

  /**
   * Saves a change. If saving fails, the text stays in its field, marked, until it is saved or Escape
   * restores the stored value. If retrying cannot help, `onRefused` may restore the stored value immediately.
   */
  private async save(
    field: RowProblem['field'],
    change: UpdateItemRequest,
    retry: () => void,
    onRefused?: () => void,
  ): Promise<void> {
    this.clearProblem(field);
    try {
      await this.update()(this.item(), change);
    } catch (failure) {
      const error = ApiError.from(failure);
      if (!error.isTransient) onRefused?.();
      const text = $localize`:@@shows.item.not-saved:Not saved: ${error.message}:reason:`;
      this.addProblem({ field, text, retry: error.isTransient ? retry : null });
    }
  }

  private addProblem(problem: RowProblem): void {
    this.clearProblem(problem.field);
    this.problems.update((others) => [...others, problem]);
  }

  private clearProblem(field: RowProblem['field']): void {
    this.problems.update((problems) => problems.filter((problem) => problem.field !== field));
  }

  protected async delete(): Promise<void> {
    await this.work.run(
      () => this.remove()(this.item()),
      (error) =>
        this.notices.fail(
          error,
          $localize`:@@shows.item.not-deleted:#${this.item().itemNumber}:number: was not deleted`,
        ),
    );
  }
}
