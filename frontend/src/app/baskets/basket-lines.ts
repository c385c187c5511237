import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Basket, BasketLine } from '@sellary/contracts';
import { ItemPhoto } from '../ui/item-photo';
import { moneyText } from '../ui/money';
import { titleText } from './basket-words';

/** A basket's units, each with its price and a link that explains why the buyer won it. */
@Component({
  selector: 'app-basket-lines',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ItemPhoto, RouterLink],
  template: `
    <table class="w-full tabular-nums">
      <thead>
        <tr class="h-9 border-y border-line text-left text-meta text-soft">
          <th scope="col" class="pr-3 pl-5 font-medium sm:w-20 sm:pl-6" i18n="@@baskets.lines.item">Item</th>
          <th scope="col" class="pr-3 font-medium" i18n="@@baskets.lines.title">Title</th>
          <th scope="col" class="pr-3 text-right font-medium" i18n="@@baskets.lines.price">Price</th>
          <td class="pr-5 sm:w-20 sm:pr-6"></td>
        </tr>
      </thead>
      <tbody>
        @for (line of basket().lines; track line.claimId) {
          <tr class="h-10 border-b border-line/60">
            <th scope="row" class="pr-3 pl-5 text-left sm:pl-6">{{ line.itemNumber }}</th>
            <td class="w-full py-1 pr-3">
              <div class="flex items-center gap-2">
                @if (hasPhotos()) {
                  <span class="size-8 flex-none">
                    @if (line.photo; as photo) {
                      <app-item-photo class="size-8 rounded-md" [photo]="photo" [eager]="true" />
                    }
                  </span>
                }
                <span class="min-w-0">
                  <span class="wrap-anywhere">{{ titleOf(line) }}</span>
                  @if (basket().show === null) {
                    <span class="block text-meta wrap-anywhere text-soft">{{ line.showName }}</span>
                  }
                </span>
              </div>
            </td>
            <td class="pr-3 text-right whitespace-nowrap">
              @if (line.price === undefined) {
                <span class="text-soft" i18n="@@baskets.lines.no-price">No price</span>
              } @else {
                {{ money(line.price, basket().currency) }}
              }
            </td>
            <td class="pr-5 text-right sm:pr-6">
              <a
                class="inline-flex min-h-9 items-center underline coarse:min-h-12 print:hidden"
                [routerLink]="['/shows', line.showId, 'console']"
                [queryParams]="{ claim: line.claimId }"
                [attr.aria-label]="whyLabel(line)"
                i18n="Link to the reason for a decision|@@baskets.lines.why"
                >Why?</a
              >
            </td>
          </tr>
        } @empty {
          <tr class="h-10 border-b border-line/60">
            <td colspan="4" class="px-5 text-soft sm:px-6" i18n="@@baskets.lines.none">
              No units left. They were released, or the buyer passed on them.
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  host: { class: 'block' },
})
export class BasketLines {
  readonly basket = input.required<Basket>();
  protected readonly money = moneyText;
  protected readonly titleOf = titleText;
  /** True if any line has a photo. Each line then reserves space for one, so that the titles are aligned. */
  protected readonly hasPhotos = computed(() => this.basket().lines.some(({ photo }) => photo !== undefined));

  protected whyLabel({ itemNumber }: BasketLine): string {
    return $localize`:@@baskets.lines.why-label:Why the buyer won item ${itemNumber}:number:`;
  }
}
