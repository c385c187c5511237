import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';

/** A problem that is not specific to one field, such as a problem with a whole form. Hidden if there is none. */
@Component({
  selector: 'app-problem',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @if (text(); as problem) {
      <div role="alert" class="flex items-start gap-2 rounded-lg bg-bad-ground px-3 py-2.5 text-bad">
        <app-icon name="error" /><span class="min-w-0">{{ problem }}</span>
      </div>
    }
  `,
  host: { class: 'block', '[hidden]': '!text()' },
})
export class Problem {
  readonly text = input.required<string | null>();
}
