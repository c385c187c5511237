import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { PHOTO_PIXELS, photoAddress, type PhotoSize } from '@sellary/contracts';

/**
 * The photo of an item, loaded when it comes into sight. The caller gives it its size, so that nothing moves
 * when it has arrived. One that cannot be loaded leaves an empty place.
 */
@Component({
  selector: 'app-item-photo',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!failed()) {
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
        (error)="failed.set(true)"
      />
    }
  `,
  host: {
    class: 'block flex-none overflow-hidden',
    // A whole photo has another shape than its place: the ground would look like a frame.
    '[class.bg-sunken]': "size() === 'small'",
  },
})
export class ItemPhoto {
  readonly photo = input.required<string>();
  readonly size = input<PhotoSize>('small');
  /** Loads it although it is not in sight, as a page that is printed needs. */
  readonly eager = input(false);
  /** Empty beside the name of the item, because a screen reader would say it twice. */
  readonly alt = input('');
  protected readonly address = computed(() => photoAddress(this.photo(), this.size()));
  protected readonly pixels = computed(() => PHOTO_PIXELS[this.size()]);
  protected readonly failed = linkedSignal<string, boolean>({
    source: this.address,
    computation: () => false,
  });
}
