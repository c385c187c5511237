import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Show } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { moneyText } from '../ui/money';

/** A show's figures, most important first. On wide screens, lines break only between figures. */
@Component({
  selector: 'app-show-figures',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './show-figures.html',
  // The dot is attached to the figure before it, so that no line begins with a dot.
  styles: `
    span:not(:last-child)::after {
      content: '\\00a0·';
    }
  `,
  host: { class: 'flex flex-wrap gap-x-1' },
})
export class ShowFigures {
  readonly show = input.required<Pick<Show, 'status' | 'stats' | 'currency'>>();
  protected readonly number = formatNumber;
  protected readonly money = moneyText;
}
