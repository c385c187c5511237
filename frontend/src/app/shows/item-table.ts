import { CdkDrag, CdkDropList } from '@angular/cdk/drag-drop';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import {
  type AddItemsResult,
  type Item,
  type ItemInput,
  type ShowWithItems,
  type UpdateItemRequest,
  MAX_SKU_LENGTH,
  MAX_UNITS_PER_ITEM,
} from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ShowsApi } from '../api/shows-api';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Notices } from '../ui/notices';
import { ScanField } from '../ui/scan-field';
import { findByCode, hasCode, storableCode } from './item-code';
import { ItemRow } from './item-row';
import { nextNumber } from './next-number';
import { priceProblem, parseTypedPrice } from './price-problem';
import { PasteItemsDialog, type PasteDialogData } from './paste-items-dialog';
import { PhotoActs } from './photo-acts';
import { PhotoDrop } from './photo-drop';
import { movesFor, reordered } from './reorder';
import { itemInputOf } from './item-input';

interface AddProblem {
  /** Field of `ItemInput` that has to change; null if the problem is not about a field. */
  field: string | null;
  text: string;
}

/** Finds the field by the path of the problem's first detail, such as `items.0.price`. */
function newItemProblem({ code, message, details: [detail] }: ApiError): AddProblem {
  if (detail !== undefined) return { field: detail.field.split('.').at(-1) ?? null, text: detail.message };
  return { field: code === 'ITEM_NUMBER_TAKEN' ? 'itemNumber' : null, text: message };
}

/** Items of a show: add one at a time, paste them from a spreadsheet, edit, reorder, and delete. */
@Component({
  selector: 'app-item-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkDropList, CdkDrag, MatButton, Icon, EmptyState, ItemRow, PhotoDrop, ScanField],
  templateUrl: './item-table.html',
})
export class ItemTable {
  private readonly api = inject(ShowsApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly photos = inject(PhotoActs);
  readonly show = input.required<ShowWithItems>();
  readonly items = input.required<readonly Item[]>();
  readonly mayEdit = input.required<boolean>();
  readonly itemsChanged = output<readonly Item[]>();

  protected readonly maxQuantity = MAX_UNITS_PER_ITEM;
  protected readonly maxCodeLength = MAX_SKU_LENGTH;
  /** Code of the item being added, or null if the form has no field for it. */
  protected readonly code = signal<string | null>(null);
  protected readonly hasCodes = computed(() => this.items().some(hasCode));
  protected readonly hasComparePrices = computed(() =>
    this.items().some(({ compareAtPrice }) => compareAtPrice !== undefined),
  );
  /** True if the user wants to enter the first compare-at price. */
  protected readonly asksForComparePrices = signal(false);
  protected readonly showsComparePrices = computed(
    () => this.hasComparePrices() || this.asksForComparePrices(),
  );
  protected readonly adding = signal(false);
  /** Problem with the item that is being added. */
  protected readonly problem = signal<AddProblem | null>(null);
  protected readonly suggestedNumber = computed(() =>
    nextNumber(this.items().map(({ itemNumber }) => itemNumber)),
  );
  protected readonly unitCount = computed(() =>
    this.items().reduce((sum, { totalQuantity }) => sum + totalQuantity, 0),
  );
  /** Width of the number column: up to 16 characters and 20% of the table. The rest is for the titles. */
  protected readonly numberWidth = computed(() => {
    const longest = Math.max(0, ...this.items().map(({ itemNumber }) => itemNumber.length));
    return `max(4.75rem, min(${Math.min(longest, 16) + 1}ch + 1.5rem, 20cqi))`;
  });
  protected readonly number = formatNumber;
  protected readonly emptyTexts = {
    editable: $localize`:@@shows.items.empty.editable:Type a number and a title above and press Enter. You can also copy three columns (number, title, units) from a spreadsheet and paste them above.`,
    readOnly: $localize`:@@shows.items.empty.read-only:This show has no items.`,
  };
  protected readonly priceLabel = (code: string): string =>
    $localize`:@@shows.items.price-field:Price in ${code}:code:`;
  private readonly priceBox = viewChild<ElementRef<HTMLInputElement>>('price');

  protected async add(
    event: Event,
    number: HTMLInputElement,
    title: HTMLInputElement,
    quantity: HTMLInputElement,
  ): Promise<void> {
    event.preventDefault();
    if (this.adding()) return;
    const { currency } = this.show();
    const priceBox = this.priceBox()?.nativeElement;
    const priceText = priceBox?.value.trim() ?? '';
    const price = currency && parseTypedPrice(priceText, currency);
    const wrongPrice = (price && priceProblem(price, priceText, currency)) ?? null;
    this.problem.set(wrongPrice === null ? null : { field: 'price', text: wrongPrice });
    if (wrongPrice !== null) return;
    const item: ItemInput = {
      itemNumber: number.value.trim() || this.suggestedNumber(),
      ...(title.value.trim() && { title: title.value.trim() }),
      totalQuantity: Number(quantity.value) || 1,
      ...(price?.kind === 'price' && { price: price.minor }),
      ...(this.code() && { sku: storableCode(this.code() ?? '') }),
    };
    const sentTexts = [number, title, quantity, ...(priceBox ? [priceBox] : [])].map(
      (box) => [box, box.value] as const,
    );
    const sentCode = this.code();
    this.adding.set(true);
    // The fields are cleared now, because the user may type the next item before the server responds.
    sentTexts.forEach(([box]) => (box.value = box.defaultValue));
    this.code.update((code) => (code === null ? null : ''));
    // The next number is suggested, so the user continues with the title.
    title.focus();
    try {
      const { items } = await this.api.addItems(this.show().id, [item]);
      this.itemsChanged.emit([...this.items(), ...items]);
    } catch (failure) {
      if (sentTexts.every(([box]) => box.value === box.defaultValue)) {
        sentTexts.forEach(([box, text]) => (box.value = text));
        this.code.set(sentCode);
        this.problem.set(newItemProblem(ApiError.from(failure)));
      } else {
        // The user has begun to type the next item.
        const { itemNumber } = item;
        this.notices.fail(failure, $localize`:@@shows.item.not-added:#${itemNumber}:number: was not added`);
      }
    } finally {
      this.adding.set(false);
    }
  }

  /** Puts the code into the form, and notifies the user if an item already has it. */
  protected useCode(text: string): void {
    const existing = findByCode(this.items(), text)?.item ?? null;
    this.code.set(storableCode(text));
    if (existing !== null) {
      this.notices.show(
        $localize`:@@shows.items.code-known:Item #${existing.itemNumber}:number: already has this code.`,
      );
    }
  }

  /** Opens the import dialog if the pasted text is a table rather than a title. */
  protected handlePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    this.openImport(text);
  }

  protected openImport(text = ''): void {
    this.dialog.open<PasteItemsDialog, PasteDialogData>(PasteItemsDialog, {
      data: {
        showId: this.show().id,
        text,
        currency: this.show().currency ?? null,
        takenNumbers: this.items().map(({ itemNumber }) => itemNumber),
        onAdded: (result, linesLeft) => this.announceAdded(result, linesLeft),
      },
      width: '44rem',
      maxWidth: '95vw',
    });
  }

  private announceAdded({ items, actSeq }: AddItemsResult, linesLeft: number): void {
    this.itemsChanged.emit([...this.items(), ...items]);
    const addedText =
      items.length === 1
        ? $localize`:@@shows.items.added.one:1 item added`
        : $localize`:@@shows.items.added.many:${formatNumber(items.length)}:count: items added`;
    this.notices.offerUndo(
      linesLeft === 0
        ? addedText
        : $localize`:Items were added, but some lines were not@@shows.items.added.left:${addedText}:added:, ${formatNumber(linesLeft)}:count: left to correct`,
      '',
      () => void this.undoPaste(actSeq),
    );
  }

  private async undoPaste(actSeq: number): Promise<void> {
    try {
      await this.api.undo(this.show().id, actSeq);
      this.itemsChanged.emit((await this.api.get(this.show().id)).items);
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@shows.items.not-undone:Not undone`);
    }
  }

  protected readonly hasPhotos = computed(() => this.items().some(({ photo }) => photo !== undefined));
  /** Items whose photo is being saved. */
  protected readonly savingPhotoIds = signal<ReadonlySet<string>>(new Set());

  protected readonly changePhoto = async (item: Item, file: Blob | null): Promise<void> => {
    const showId = this.show().id;
    this.savingPhotoIds.update((ids) => new Set([...ids, item.id]));
    const after = await (file === null
      ? this.photos.remove(showId, item)
      : this.photos.save(showId, item, file));
    this.savingPhotoIds.update((ids) => new Set([...ids].filter((id) => id !== item.id)));
    if (after !== null) this.replace(after);
  };

  private replace(after: Item): void {
    this.itemsChanged.emit(this.items().map((other) => (other.id === after.id ? after : other)));
  }

  /** The new position of a moved item, for screen readers. */
  protected readonly movedTo = signal('');
  protected readonly moving = signal(false);

  protected async move(from: number, to: number): Promise<void> {
    const before = this.items();
    const moves = movesFor(before, from, to);
    if (moves.length === 0 || this.moving()) return;
    this.moving.set(true);
    this.itemsChanged.emit(reordered(before, moves));
    try {
      for (const { id, position } of moves) await this.api.updateItem(this.show().id, id, { position });
      this.movedTo.set(
        $localize`:@@shows.items.moved:#${before[from]?.itemNumber}:number: is now in position ${to + 1}:position: of ${before.length}:count:`,
      );
    } catch (failure) {
      // Some moves may have been stored, so the order is loaded again.
      await this.api.get(this.show().id).then(
        ({ items }) => this.itemsChanged.emit(items),
        () => this.itemsChanged.emit(before),
      );
      this.notices.fail(failure, $localize`:@@shows.items.order-not-saved:The new order was not saved`);
    } finally {
      this.moving.set(false);
    }
  }

  protected readonly update = async (item: Item, change: UpdateItemRequest): Promise<void> => {
    this.replace(await this.api.updateItem(this.show().id, item.id, change));
  };

  protected readonly remove = async (item: Item): Promise<void> => {
    await this.api.removeItem(this.show().id, item.id);
    this.itemsChanged.emit(this.items().filter(({ id }) => id !== item.id));
    this.notices.offerUndo(
      $localize`:@@shows.items.deleted:#${item.itemNumber}:number: deleted`,
      $localize`:Consequence of undoing a deletion|@@shows.items.deleted-undo:#${item.itemNumber}:number: goes back to its position`,
      () => void this.undoRemoval(item),
    );
  };

  private async undoRemoval(item: Item): Promise<void> {
    const { position, photo, withdrawnAt } = item;
    let added: Item | undefined;
    try {
      [added] = (await this.api.addItems(this.show().id, [itemInputOf(item)])).items;
      if (added && withdrawnAt) added = await this.api.setWithdrawn(this.show().id, added.id, true);
      if (added && photo !== undefined) await this.photos.restore(this.show().id, added, photo);
      if (added) await this.api.updateItem(this.show().id, added.id, { position });
      this.itemsChanged.emit((await this.api.get(this.show().id)).items);
    } catch (failure) {
      if (added) this.itemsChanged.emit([...this.items(), added]);
      this.notices.fail(failure, undoFailure(item, added));
    }
  }
}

function undoFailure({ itemNumber, withdrawnAt }: Item, added: Item | undefined): string {
  if (!added) return $localize`:@@shows.items.not-restored:#${itemNumber}:number: was not restored`;
  return withdrawnAt && !added.withdrawnAt
    ? $localize`:The item had been withdrawn from sale@@shows.items.restored-on-sale:#${itemNumber}:number: was restored, but it is on sale again`
    : $localize`:@@shows.items.restored-elsewhere:#${itemNumber}:number: was restored, but it may be in another position`;
}
