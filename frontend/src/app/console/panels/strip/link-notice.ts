import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../../ui/icon';
import { ConsoleStore } from '../../state/console-store';

/** Reports that updates are delayed. It is at the bottom, so that nothing moves under the pointer. */
@Component({
  selector: 'app-link-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <div role="status">
      @if (store.isSlow()) {
        <p class="flex items-start gap-1.5 border-t border-line bg-wait-ground px-3 py-1 text-meta text-wait">
          <app-icon name="hourglass_empty" class="size-4! flex-none" />
          <span i18n="@@console.link.slow"
            >Your network blocks the live connection. Updates arrive with a short delay.</span
          >
        </p>
      }
    </div>
  `,
  host: { class: 'block flex-none' },
})
export class LinkNotice {
  protected readonly store = inject(ConsoleStore);
}
