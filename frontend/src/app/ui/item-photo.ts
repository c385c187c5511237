import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { MAX_PHOTO_EDGE_PIXELS, photoAddress, type PhotoSize } from '@sellary/contracts';

/**
 * An item's photo. A small photo loads when it comes into view. The parent component sets the width and
 * height in CSS, so that nothing moves when the photo loads. A photo that cannot be loaded leaves an empty
 * space.
 */
@Component({
  selector: 'app-item-photo',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!hasFailed()) {
      <img
        class="size-full rounded-[inherit]"
        [class]="size() === 'small' ? 'object-cover' : 'object-contain'"
        [src]="address()"
        [alt]="alt()"
        [width]="pixels()"
        [height]="pixels()"
        [attr.loading]="size() === 'small' && !eager() ? 'lazy' : null"
        [attr.decoding]="'async'"
        draggable="false"
        (error)="hasFailed.set(true)"
      />
    }
  `,
  host: {
    class: 'block flex-none overflow-hidden',
    // A large photo does not fill its space, so a background would look like a frame.
    '[class.bg-sunken]': "size() === 'small'",
  },
})
export class ItemPhoto {
  readonly photo = input.required<string>();
  readonly size = input<PhotoSize>('small');
  /** True if a small photo is loaded even out of view, as printing requires. */
  readonly eager = input(false);
  /** Empty beside the item's name, because a screen reader would otherwise read the name twice. */
  readonly alt = input('');
  protected readonly address = computed(() => photoAddress(this.photo(), this.size()));
  protected readonly pixels = computed(() => MAX_PHOTO_EDGE_PIXELS[this.size()]);
  protected readonly hasFailed = linkedSignal<string, boolean>({
    source: this.address,
    computation: () => false,
  });
}
