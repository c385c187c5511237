import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from './icon';

/** A problem that is not specific to one field, such as a problem with a whole form. */
@Component({
  selector: 'app-problem',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `<app-icon name="error" /><span class="min-w-0"><ng-content /></span>`,
  host: { role: 'alert', class: 'flex items-start gap-2 rounded-lg bg-bad-ground px-3 py-2.5 text-bad' },
})
export class Problem {}
