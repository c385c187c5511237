import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Who it is. Where there is no room the beginning goes, not the end: handles differ in their last characters. */
@Component({
  selector: 'app-handle',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Right to left outside and left to right inside: the ellipsis then stands at the left.
  template: `<span class="min-w-0 truncate text-left [direction:rtl]"
    ><bdi dir="ltr">{{ name() }}</bdi></span
  >`,
  host: { class: 'inline-flex max-w-full min-w-0 font-semibold whitespace-nowrap', '[title]': 'name()' },
})
export class Handle {
  readonly of = input.required<{ handle: string; hidden: boolean }>();
  protected readonly name = computed(() => (this.of().hidden ? 'Hidden viewer' : this.of().handle));
}
