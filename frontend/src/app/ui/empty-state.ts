import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

/** An empty list or page, and what to do about it. Buttons are projected. */
@Component({
  selector: 'app-empty-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <span class="grid size-12 place-items-center rounded-full bg-sunken text-soft"
      ><app-icon [name]="icon()"
    /></span>
    <h2 class="mt-4">{{ heading() }}</h2>
    <p class="mt-1 max-w-[28rem] text-balance text-soft">{{ text() }}</p>
    <div class="mt-5 flex flex-wrap justify-center gap-2 empty:hidden"><ng-content /></div>
  `,
  host: { class: 'flex flex-col items-center px-6 py-10 text-center' },
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
}
