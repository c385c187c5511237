import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { BasketLabels } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { moneyText } from '../ui/money';
import { Barcode } from './barcode';
import { OPEN_BOX, titleText } from './basket-words';
import { A6Pages, RollPages, SheetPages } from './label-pages';
import type { LabelSize } from './label-sizes';

type Label = BasketLabels['labels'][number];

/** Maximum number of item lines on each label size, below a two-line name. */
const MAX_ITEM_LINES: Record<LabelSize, number> = { a6: 16, roll: 9, sheet: 4 };

/** Labels for printing. On screen, they are as wide as on paper. */
@Component({
  selector: 'app-label-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [A6Pages, Barcode, RollPages, SheetPages],
  templateUrl: './label-sheet.html',
  styleUrl: './label-sheet.css',
  host: { '[class]': 'size()' },
})
export class LabelSheet {
  readonly labels = input.required<BasketLabels['labels']>();
  readonly size = input.required<LabelSize>();
  protected readonly number = formatNumber;
  protected readonly money = moneyText;
  protected readonly openBox = OPEN_BOX;
  protected readonly titleOf = titleText;

  protected shownItems({ items }: Label): Label['items'] {
    const maxLines = MAX_ITEM_LINES[this.size()];
    return items.length > maxLines ? items.slice(0, maxLines - 1) : items;
  }

  protected hiddenItemCount(label: Label): number {
    return label.items.length - this.shownItems(label).length;
  }
}
