import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Person } from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { PeopleApi } from '../api/people-api';
import { unpaidText } from '../baskets/person-baskets';
import { accountsText, figuresText } from './person-texts';

/**
 * A buyer's tags, note, and history in a few lines, with a link to the profile. If loading fails, no error is
 * shown, because the claims around this summary are more important.
 */
@Component({
  selector: 'app-profile-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink],
  template: `
    @if (person.hasValue()) {
      @let it = person.value();
      @if (it.tags.length > 0) {
        <p class="mb-1.5 flex flex-wrap gap-1">
          @for (tag of it.tags; track tag) {
            <span class="max-w-full truncate rounded-md bg-sunken px-1.5 py-0.5 text-meta font-medium">{{
              tag
            }}</span>
          }
        </p>
      }
      @if (it.note; as note) {
        <p class="mb-1.5 break-words whitespace-pre-line">{{ note }}</p>
      }
      @if (it.accounts.length > 1) {
        <p class="text-meta text-soft">{{ accountsOf(it) }}</p>
      }
      <p class="text-meta text-soft" i18n="@@buyers.summary.all-shows">
        Across all shows:
        {{
          figuresOf(it.figures) // i18n(ph="figures")
        }}
      </p>
    }
    @if (unpaid(); as text) {
      <p class="text-warn">{{ text }}</p>
    }
    <a
      [routerLink]="['/buyers', buyerId()]"
      target="_blank"
      class="inline-flex min-h-9 items-center underline coarse:min-h-12"
      i18n="@@buyers.summary.open"
      >Open profile</a
    >
  `,
  host: { class: 'block pb-2' },
})
export class ProfileSummary {
  private readonly api = inject(PeopleApi);
  private readonly basketsApi = inject(BasketsApi);
  readonly buyerId = input.required<string>();
  protected readonly person = resource({
    params: () => this.buyerId(),
    loader: ({ params }) => this.api.get(params),
  });
  private readonly baskets = resource({
    params: () => (this.person.hasValue() ? this.person.value().id : undefined),
    loader: ({ params }) => this.basketsApi.unpaidOf(params),
  });
  protected readonly unpaid = computed(() => unpaidText(this.baskets.hasValue() ? this.baskets.value() : []));
  protected readonly figuresOf = figuresText;

  protected accountsOf({ accounts }: Pick<Person, 'accounts'>): string {
    return accountsText(accounts.map(({ buyer }) => buyer));
  }
}
