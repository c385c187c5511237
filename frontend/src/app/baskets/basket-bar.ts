import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { BasketRow } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import { StepButtons } from './step-buttons';
import { basketsText } from './basket-steps';
import { totalsText } from './basket-sums';
import { type OperatorStep, basketsFor } from './step-rules';

/** Buttons for the selected baskets: apply a step, print labels, or cancel. */
@Component({
  selector: 'app-basket-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Icon, StepButtons, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <span class="min-w-0 font-medium tabular-nums max-lg:w-full lg:flex-1 lg:basis-36" role="status">{{
      text()
    }}</span>
    <app-step-buttons
      class="contents"
      [rows]="rows()"
      [busy]="busy()"
      (stepChosen)="stepChosen.emit($event)"
    />
    <button
      type="button"
      class="act act-icon"
      i18n-aria-label="@@baskets.act.more"
      aria-label="More options for the selected baskets"
      [disabled]="rows().length === 0"
      [matMenuTriggerFor]="more"
    >
      <app-icon name="more_vert" />
    </button>
    <mat-menu #more="matMenu">
      <a mat-menu-item routerLink="/baskets/labels" [queryParams]="{ ids: ids() }">
        <span class="flex items-center gap-3"
          ><app-icon name="print" /><ng-container i18n="@@baskets.act.labels"
            >Print labels</ng-container
          ></span
        >
      </a>
      <button mat-menu-item type="button" [disabled]="!canCancel()" (click)="stepChosen.emit('cancel')">
        <span class="flex items-center gap-3"
          ><app-icon name="block" /><ng-container i18n="@@baskets.act.cancel"
            >Cancel and release units…</ng-container
          ></span
        >
      </button>
    </mat-menu>
  `,
  host: {
    class: 'flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-3 py-2',
    role: 'group',
    'aria-label': $localize`:@@baskets.act.label:Selected baskets`,
    // On a phone, buttons for impossible steps would cover the list.
    '[class.max-sm:hidden]': 'rows().length === 0',
  },
})
export class BasketBar {
  readonly rows = input.required<readonly BasketRow[]>();
  readonly busy = input(false);
  readonly stepChosen = output<OperatorStep>();
  protected readonly canCancel = computed(() => basketsFor('cancel', this.rows()).length > 0);
  protected readonly ids = computed(() =>
    this.rows()
      .map(({ id }) => id)
      .join(','),
  );
  protected readonly text = computed(() => {
    const rows = this.rows();
    if (rows.length === 0) return $localize`:@@baskets.bar.none:No baskets selected`;
    const sum = totalsText(rows);
    const selected = $localize`:Selected baskets|@@baskets.bar.selected:Selected: ${basketsText(rows)}:baskets:`;
    return sum === '' ? selected : `${selected} · ${sum}`;
  });
}
