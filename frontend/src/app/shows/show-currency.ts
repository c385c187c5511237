import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import type { ShowWithItems } from '@sellary/contracts';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { CurrencySelect } from './currency-select';

/** A show's currency, visible only if the show or its workspace has one. The parent component saves it. */
@Component({
  selector: 'app-show-currency',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CurrencySelect],
  template: `
    @if (isShown()) {
      <section class="card p-5" aria-labelledby="currency-heading">
        <h2 id="currency-heading" i18n="@@shows.currency.heading">Show currency</h2>
        <app-currency-select
          class="mt-3"
          i18n-label="@@shows.currency.heading"
          label="Show currency"
          [currency]="show().currency?.code ?? null"
          [disabled]="!mayEdit() || isFixed()"
          [problem]="problem()"
          (changed)="changed.emit($event)"
        />
        @if (isFixed() && mayEdit()) {
          <p class="mt-1.5 text-meta text-soft" i18n="@@shows.currency.fixed">
            You can change it only while no item has a price and no viewer has claimed anything.
          </p>
        }
      </section>
    }
  `,
  host: { class: 'empty:hidden' },
})
export class ShowCurrency {
  private readonly api = inject(WorkspacesApi);
  private readonly session = inject(SessionStore);
  readonly show = input.required<ShowWithItems>();
  readonly mayEdit = input.required<boolean>();
  readonly problem = input<string | null>(null);
  readonly changed = output<string | null>();
  private readonly workspace = resource({
    params: () => (this.show().currency === undefined ? this.session.workspace()?.id : undefined),
    loader: ({ params }) => this.api.get(params),
  });
  protected readonly isShown = computed(
    () =>
      this.show().currency !== undefined ||
      (this.workspace.hasValue() && this.workspace.value().settings.currency !== null),
  );
  /** True if an item has a price, or if the show has a currency and viewers have claimed. */
  protected readonly isFixed = computed(
    () =>
      (this.show().currency !== undefined && this.show().stats.claims > 0) ||
      this.show().items.some(
        ({ price, compareAtPrice, variants = [] }) =>
          (price ?? compareAtPrice ?? variants.find((variant) => variant.price !== undefined)) !== undefined,
      ),
  );
}
