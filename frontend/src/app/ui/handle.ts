import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { buyerName } from './buyer-name';

/**
 * A viewer's handle. When there is not enough room, the beginning is cut off, because similar handles differ
 * in their last characters.
 */
@Component({
  selector: 'app-handle',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Right to left outside and left to right inside, so that the ellipsis is on the left.
  template: `<span class="min-w-0 truncate text-left [direction:rtl]"
    ><bdi dir="ltr">{{ name() }}</bdi></span
  >`,
  host: { class: 'inline-flex max-w-full min-w-0 font-semibold whitespace-nowrap', '[title]': 'name()' },
})
export class Handle {
  readonly buyer = input.required<{ handle: string; hidden: boolean }>();
  protected readonly name = computed(() => buyerName(this.buyer()));
}
