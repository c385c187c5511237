import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { isWithdrawn } from '../../../shows/claim-status-words';
import { buyerName } from '../../../ui/buyer-name';
import { winnersOf } from '../../state/claim-positions';
import { Icon } from '../../../ui/icon';
import { ItemPhoto } from '../../../ui/item-photo';
import { LoadFailed } from '../../../ui/load-failed';
import { ConsoleStore } from '../../state/console-store';
import { itemBeside } from '../../state/item-beside';
import { availableUnits, variantStockText } from '../../state/stock-lines';
import { ShowLink } from '../../state/link/show-link';
import { RenderScheduler } from '../../state/render-scheduler';

const MAX_WINNERS = 14;

/**
 * A screen for the host in front of the camera: the current item, its units left, its winners, and the next
 * item. It has no controls.
 */
@Component({
  selector: 'app-host-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, ItemPhoto, LoadFailed],
  providers: [ConsoleStore, RenderScheduler, ShowLink],
  templateUrl: './host-view.html',
  host: { class: 'flex h-dvh flex-col overflow-hidden bg-ground text-ink scheme-dark' },
})
export class HostView {
  protected readonly store = inject(ConsoleStore);
  readonly id = input.required<string>();
  protected readonly item = this.store.currentItem;
  protected readonly unitsLeft = computed(() => availableUnits(this.item()));
  protected readonly isWithdrawn = computed(() => isWithdrawn(this.item() ?? {}));
  /** Units left for each variant, or empty if the item has no variants or is withdrawn. */
  protected readonly variantText = computed(() => variantStockText(this.item()));
  /** The latest winners, in the order in which the host reads them out. */
  protected readonly winners = computed(() => winnersOf(this.store.state(), this.item()).slice(-MAX_WINNERS));
  protected readonly photoAlt = computed(
    () => $localize`:@@shows.photo.alt:Photo of #${this.item()?.itemNumber}:number:`,
  );
  /** The usual or earlier price. Empty unless it is higher than the price. */
  protected readonly comparePrice = computed(() => {
    const { price = 0, compareAtPrice = 0 } = this.item() ?? {};
    return compareAtPrice > price ? this.store.money(compareAtPrice) : '';
  });
  protected readonly nameOf = buyerName;
  /** Maximum number of winners shown in larger text. */
  protected readonly maxLargeWinners = 6;
  protected readonly earlierWinnerCount = computed(() =>
    Math.max(0, (this.item()?.claimedCount ?? 0) - MAX_WINNERS),
  );
  protected readonly next = computed(() => itemBeside(this.store.state(), this.item(), 1));
  protected readonly notes = computed(() =>
    this.store.operators().flatMap(({ id, name, note }) => (note ? [{ id, name, note }] : [])),
  );
  protected readonly linkWarning = computed(() => {
    const { warning, word } = this.store.health();
    return warning === null
      ? null
      : $localize`:@@console.host.stale:${word}:problem:. This view may be out of date.`;
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.open(id));
    });
  }
}
