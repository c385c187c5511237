import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const SHORT = 14;
const TAIL = 5;

/** Who it is. Where there is no room the middle goes: handles differ in their last characters. */
@Component({
  selector: 'app-handle',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="truncate">{{ parts().head }}</span>
    @if (parts().tail) {
      <span class="flex-none">{{ parts().tail }}</span>
    }`,
  host: { class: 'inline-flex max-w-full min-w-0 font-semibold whitespace-nowrap', '[title]': 'name()' },
})
export class Handle {
  readonly of = input.required<{ handle: string; hidden: boolean }>();
  protected readonly name = computed(() => (this.of().hidden ? 'Hidden viewer' : this.of().handle));
  protected readonly parts = computed(() => {
    const letters = [...this.name()];
    if (letters.length <= SHORT) return { head: this.name(), tail: '' };
    return { head: letters.slice(0, -TAIL).join(''), tail: letters.slice(-TAIL).join('') };
  });
}
