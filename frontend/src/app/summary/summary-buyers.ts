import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import type { BuyerLine, Currency } from '@sellary/contracts';
import { ReportsApi } from '../api/reports-api';
import { formatNumber } from '../i18n/format-locale';
import { SegmentedControl } from '../ui/segmented-control';
import { Handle } from '../ui/handle';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { SearchField } from '../ui/search-field';
import { moneyText } from '../ui/money';
import { platformName } from '../ui/platform-names';
import { searchText } from '../ui/search-text';

const PAGE_SIZE = 50;

/** Buyers with the units they won and the number of their waiting claims, searchable by handle or name. */
@Component({
  selector: 'app-summary-buyers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, SegmentedControl, Handle, NotLoaded, LoadMore, SearchField],
  templateUrl: './summary-buyers.html',
  host: { class: 'block' },
})
export class SummaryBuyers {
  readonly showId = input.required<string>();
  /** Absent if the show sells without prices. */
  readonly currency = input<Currency>();
  protected readonly money = moneyText;
  private readonly api = inject(ReportsApi);
  protected readonly query = signal('');
  /** Search text after a pause in typing. */
  protected readonly search = searchText(this.query);
  /** False by default: most sellers need only the winners. */
  protected readonly includesWaiting = signal(false);
  protected readonly platformName = platformName;
  protected readonly number = formatNumber;
  protected readonly choices = [
    { name: $localize`:@@summary.buyers.filter.winners:Winners`, value: false },
    { name: $localize`:@@summary.buyers.filter.winners-and-waiting:Winners and waiting`, value: true },
  ] as const;
  protected readonly buyers = paged(
    () => ({ showId: this.showId(), q: this.search(), won: !this.includesWaiting() }),
    ({ showId, q, won }, cursor) =>
      this.api.buyers(showId, { limit: PAGE_SIZE, won, ...(q && { q }), cursor }),
    ({ buyers }) => buyers,
  );

  /** Types the items, because a template context has no type. */
  protected asItems(items: BuyerLine['items']): BuyerLine['items'] {
    return items;
  }
}
