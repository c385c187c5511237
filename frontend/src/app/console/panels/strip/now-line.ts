import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { winnersOf } from '../../state/claim-positions';
import { availableUnits, variantStockText } from '../../state/stock-lines';
import { formatNumber } from '../../../i18n/format-locale';
import { isWithdrawn } from '../../../shows/claim-status-words';
import { ActButton } from '../../../ui/act-button';
import { Icon } from '../../../ui/icon';
import { ItemPhoto } from '../../../ui/item-photo';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { KeyHint } from '../../keys/key-hint';
import { labels } from '../labels';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleStore } from '../../state/console-store';
import { claimCount, unitCount } from '../../state/counts';
import { itemBeside } from '../../state/item-beside';
import { NO_TITLE } from '../items/no-title';
import { Drawer } from '../../state/drawer';
import { SwitchOffer } from './switch-offer';
import { WinnerChips } from './winner-chips';

/** Maximum number of chips. No screen has room for more. */
const MAX_CHIPS = 40;
/** Number of claims in ten seconds that fill the bar. */
const FULL_BAR_CLAIMS = 20;

/** Shows the current item, its remaining units, and its winners for the operator to read aloud. */
@Component({
  selector: 'app-now-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, ActButton, Icon, ItemPhoto, KeyHint, MisclickGuard, WinnerChips],
  templateUrl: './now-line.html',
  host: { class: 'block flex-none border-b border-line bg-surface' },
})
export class NowLine {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  protected readonly noTitle = NO_TITLE;
  protected readonly labels = labels;
  protected readonly claimCount = claimCount;
  protected readonly item = this.store.currentItem;
  protected readonly hasEnded = computed(() => this.store.state()?.show.status === 'ended');
  protected readonly unitsLeft = computed(() => availableUnits(this.item()));
  protected readonly isWithdrawn = computed(() => isWithdrawn(this.item() ?? {}));
  /** Units left for each variant, or empty if the item has no variants or is withdrawn. */
  protected readonly variantText = computed(() => variantStockText(this.item()));
  protected readonly winners = computed(() => winnersOf(this.store.state(), this.item()).slice(0, MAX_CHIPS));
  /** CSS classes that make a long item number smaller, so that it is never cut off. */
  protected readonly numberSize = computed(() => {
    const { length } = this.item()?.itemNumber ?? '';
    if (length <= 4) return 'text-now max-[20rem]:text-2xl';
    return length <= 7 ? 'text-2xl lg:text-now' : 'text-base/5 lg:text-2xl';
  });
  protected readonly totals = computed(() => {
    const stats = this.store.state()?.stats;
    if (!stats || stats.items === 0) return null;
    const amount = this.store.money(stats.amountWon);
    return {
      sales: amount
        ? `${amount} · ${$localize`:@@console.now.buyers:Buyers: ${formatNumber(stats.uniqueBuyers)}:count:`}`
        : itemsText(stats.itemsClaimed, stats.items),
      units: $localize`:@@console.now.units-sold:${formatNumber(stats.unitsClaimed)}:sold: of ${unitCount(stats.unitsTotal)}:units: sold`,
    };
  });
  /** Claims for the item in the last ten seconds. */
  protected readonly claimRate = computed(() => this.store.recentClaims().get(this.item()?.id ?? '') ?? 0);
  protected readonly barPercent = computed(() => Math.min(100, (this.claimRate() / FULL_BAR_CLAIMS) * 100));
  protected readonly switchOffer = new SwitchOffer(this.store);
  protected readonly previous = computed(() => this.neighborItem(-1));
  protected readonly next = computed(() => this.neighborItem(1));
  private lastStep: Promise<unknown> = Promise.resolve();

  /**
   * Shows the next or previous item. Starts from the item just shown, so that two quick presses move two
   * steps.
   */
  step(by: 1 | -1): void {
    this.lastStep = this.lastStep.then(() => {
      const item = this.neighborItem(by, this.acts.justShown ?? this.item());
      return item && this.acts.showNow(item);
    });
  }

  private neighborItem(step: 1 | -1, from = this.item()) {
    return itemBeside(this.store.state(), from, step);
  }
}

function itemsText(withSales: number, items: number): string {
  return items === 1
    ? $localize`:@@console.now.item-with-sales:${formatNumber(withSales)}:sold: of 1 item has sales`
    : $localize`:@@console.now.items-with-sales:${formatNumber(withSales)}:sold: of ${formatNumber(items)}:items: items have sales`;
}
