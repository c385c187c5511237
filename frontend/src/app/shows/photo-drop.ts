import { Directive, input, output, signal } from '@angular/core';

/** Accepts a photo dragged onto the element from another window. */
@Directive({
  selector: '[appPhotoDrop]',
  host: {
    '[class]': "isOver() ? 'outline-2 -outline-offset-2 outline-primary' : ''",
    '(dragover)': 'over($event)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class PhotoDrop {
  /** True if photos are currently accepted. */
  readonly appPhotoDrop = input.required<boolean>();
  readonly photoDropped = output<File>();
  protected readonly isOver = signal(false);

  protected over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    // Otherwise the browser would open the file in place of the page.
    event.preventDefault();
    if (!this.appPhotoDrop()) {
      event.dataTransfer.dropEffect = 'none';
      return;
    }
    event.dataTransfer.dropEffect = 'copy';
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    if (!this.isOver()) return;
    event.preventDefault();
    this.isOver.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) this.photoDropped.emit(file);
  }
}
