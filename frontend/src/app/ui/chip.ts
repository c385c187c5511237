import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';
import { SEVERITY_CHIP, type Severity } from './severity';

/** A status or a property, always with words, because color alone must not convey meaning. */
@Component({
  selector: 'app-chip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `@if (icon(); as name) {
      <app-icon [name]="name" class="size-4!" />
    }
    <span class="truncate"><ng-content /></span>`,
  host: { '[class]': 'classes()' },
})
export class Chip {
  readonly tone = input<Severity>('mute');
  readonly icon = input<IconName>();
  protected readonly classes = computed(
    () =>
      `inline-flex h-6 max-w-full flex-none items-center gap-1 rounded-md px-1.5 text-meta font-medium whitespace-nowrap tabular-nums ${SEVERITY_CHIP[this.tone()]}`,
  );
}
