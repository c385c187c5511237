import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BasketState } from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ItemPhoto } from '../ui/item-photo';
import { NotLoaded } from '../ui/not-loaded';
import { SegmentedControl } from '../ui/segmented-control';
import { STATE_WORDS, titleText } from './basket-words';

type Choice = 'paid' | 'unpaid' | 'all';

const STATES: Record<Choice, readonly BasketState[]> = {
  paid: ['paid'],
  unpaid: ['open', 'requested'],
  all: ['open', 'requested', 'paid'],
};

/** Page for picking units from the shelves, with items by number and a box to check for each buyer. */
@Component({
  selector: 'app-pick-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, EmptyState, Icon, ItemPhoto, NotLoaded, SegmentedControl],
  templateUrl: './pick-list.html',
})
export class PickListPage {
  private readonly api = inject(BasketsApi);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  /** Id of a show, or absent for all shows. */
  readonly show = input<string>();
  readonly state = input<string>();
  protected readonly choice = computed(
    () => this.choices.find(({ value }) => value === this.state())?.value ?? 'paid',
  );
  protected readonly choices: readonly { value: Choice; name: string }[] = [
    { value: 'paid', name: STATE_WORDS.paid.word },
    { value: 'unpaid', name: $localize`:Basket filter|@@baskets.tab.unpaid:Unpaid` },
    { value: 'all', name: $localize`:@@baskets.pick-list.all:Not packed yet` },
  ];
  protected readonly list = resource({
    params: () => ({ show: this.show(), choice: this.choice() }),
    loader: ({ params: { show, choice } }) =>
      this.api.pickList({ state: STATES[choice], ...(show !== undefined && { show }) }),
  });
  protected readonly number = formatNumber;
  protected readonly titleOf = titleText;
  /** True if any item has a photo. Each row then has space for a photo, so that the titles line up. */
  protected readonly hasPhotos = computed(
    () => this.list.hasValue() && this.list.value().items.some(({ photo }) => photo !== undefined),
  );
  /** Name of the show, if the list is for one show. */
  protected readonly showName = computed(() => {
    const [first] = this.list.hasValue() ? this.list.value().items : [];
    return this.show() === undefined ? null : (first?.showName ?? null);
  });

  protected choose(state: Choice): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
