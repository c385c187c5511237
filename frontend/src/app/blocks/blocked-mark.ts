import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../ui/icon';

/** Icon beside the name of a blocked buyer. */
@Component({
  selector: 'app-blocked-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <span class="flex flex-none items-center" i18n-title="@@blocks.mark" title="This buyer is blocked"
      ><app-icon name="block" class="size-4! text-warn" /><span class="sr-only" i18n="@@blocks.mark"
        >This buyer is blocked</span
      ></span
    >
  `,
  host: { class: 'flex flex-none items-center' },
})
export class BlockedMark {}
