import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Basket } from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { SessionStore } from '../auth/session-store';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { PageNotLoaded } from '../ui/page-not-loaded';
import { Problem } from '../ui/problem';
import { DayAndTimePipe, dayAndTime } from '../ui/times';
import { BasketExtras } from './basket-extras';
import { BasketHistory } from './basket-history';
import { BasketLines } from './basket-lines';
import { BasketSteps } from './basket-steps';
import { BasketTextCard } from './basket-text-card';
import { basketBuyerName } from './basket-words';
import { unpaidFor } from './unpaid-age';
import { BasketStateChip } from './state-chip';
import { StepButtons } from './step-buttons';
import { StepDialogs } from './step-dialogs';
import { type OperatorStep, basketsFor } from './step-rules';

/** One basket: its units and extra lines, its steps and their history, and the text for the buyer. */
@Component({
  selector: 'app-basket-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    BasketExtras,
    BasketHistory,
    BasketLines,
    BasketStateChip,
    BasketTextCard,
    Chip,
    DayAndTimePipe,
    Icon,
    LoadFailed,
    MatButton,
    PageNotLoaded,
    Problem,
    StepButtons,
  ],
  templateUrl: './basket-page.html',
})
export class BasketPage {
  private readonly api = inject(BasketsApi);
  private readonly dialogs = inject(StepDialogs);
  protected readonly steps = inject(BasketSteps);
  protected readonly mayAct = inject(SessionStore).mayAct('operator');
  readonly id = input.required<string>();
  protected readonly basket = resource({
    // A step may come from the undo bar, so the basket is reloaded after each step.
    params: () => ({ id: this.id(), changed: this.steps.changedBaskets().get(this.id())?.version }),
    loader: ({ params }) => this.api.get(params.id),
  });
  /** The basket stays on the page while it is being reloaded. */
  protected readonly shownBasket = linkedSignal<Basket | null, Basket | null>({
    source: () => (this.basket.hasValue() ? this.basket.value() : null),
    computation: (loaded, before) => loaded ?? (before?.value?.id === this.id() ? before.value : null),
  });
  protected readonly refusal = computed(() => this.steps.refusals().get(this.id()) ?? null);
  protected readonly nameOf = basketBuyerName;

  constructor() {
    this.steps.reset();
  }

  protected unpaidText(basket: Basket): string {
    const unpaid = unpaidFor(basket, Date.now());
    return unpaid === null ? '' : $localize`:@@baskets.page.unpaid-for:Unpaid for ${unpaid.age}:age:`;
  }

  protected holdText({ hold }: Basket): string {
    if (hold === undefined) return '';
    const end = dayAndTime(hold.endsAt);
    return hold.atEnd === 'release'
      ? $localize`:@@baskets.page.hold-release:Reserved until ${end}:time:, then the basket’s units will be released`
      : $localize`:@@baskets.page.hold:Reserved until ${end}:time:`;
  }

  protected paymentText({ method, reference }: Basket): string {
    return [method, reference].filter((part) => part !== null).join(' · ');
  }

  protected canCancel(basket: Basket): boolean {
    return basketsFor('cancel', [basket]).length > 0;
  }

  protected async applyStep(step: OperatorStep, basket: Basket): Promise<void> {
    const command = await this.dialogs.askForCommand(step, [basket]);
    if (command === null) return;
    const changedRows = await this.steps.apply(command, [basket]);
    if (changedRows.length === 0) this.basket.reload();
  }
}
