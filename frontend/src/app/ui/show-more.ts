import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { formatNumber } from '../i18n/format-locale';

const STEP = 60;

/** The button below a partly rendered list. It renders more rows and shows how many remain. */
@Component({
  selector: 'app-show-more',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (total() > limit()) {
      <button type="button" class="act act-quiet my-2" (click)="limit.set(limit() + step)">
        {{ label() }} ({{ format(total() - limit()) }})
      </button>
    }
  `,
  host: { class: 'block' },
})
export class ShowMore {
  /** Length of the list. */
  readonly total = input.required<number>();
  /** Number of rendered rows. */
  readonly limit = model.required<number>();
  readonly label = input($localize`:@@ui.show-more:Show more`);
  protected readonly step = STEP;
  protected readonly format = formatNumber;
}
