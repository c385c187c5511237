import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

const STEP = 60;

/** Below a list that is drawn in part: how much there is still, and the way to it. */
@Component({
  selector: 'app-show-more',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (of() > shown()) {
      <button type="button" class="act act-quiet my-2" (click)="shown.set(shown() + step)">
        {{ words() }} ({{ (of() - shown()).toLocaleString('en') }})
      </button>
    }
  `,
  host: { class: 'block' },
})
export class ShowMore {
  /** How long the list is. */
  readonly of = input.required<number>();
  /** How much of it is drawn. */
  readonly shown = model.required<number>();
  readonly words = input('Show more');
  protected readonly step = STEP;
}
