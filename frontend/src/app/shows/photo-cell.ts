import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Item } from '@sellary/contracts';
import { ActButton } from '../ui/act-button';
import { Icon } from '../ui/icon';
import { ItemPhoto } from '../ui/item-photo';
import { LazyDialogs } from '../ui/lazy-dialogs';
import type { PhotoDialogData } from './photo-dialog';

/**
 * The photo in an item row. A click opens it. If there is no photo, a click lets the user choose a file or
 * take a photo.
 */
@Component({
  selector: 'app-photo-cell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, Icon, ItemPhoto],
  template: `
    @if (item().photo; as photo) {
      <button type="button" class="block rounded-md" [attr.aria-label]="labels().open" (click)="open()">
        <app-item-photo class="size-8 rounded-md" [class.opacity-50]="busy()" [photo]="photo" />
      </button>
    } @else if (mayEdit()) {
      <button
        type="button"
        class="grid size-8 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink"
        [attr.aria-label]="labels().add"
        [attr.aria-busy]="busy()"
        [appAct]="busy()"
        (click)="file.click()"
      >
        <app-icon [name]="busy() ? 'hourglass_empty' : 'add_a_photo'" class="size-4.5!" />
      </button>
    } @else if (reservesSpace()) {
      <span class="block size-8"></span>
    }
    <input #file type="file" hidden accept="image/*" (change)="chooseFile(file)" />
  `,
  host: { class: 'block flex-none' },
})
export class PhotoCell {
  private readonly dialogs = inject(LazyDialogs);
  readonly item = input.required<Item>();
  readonly mayEdit = input.required<boolean>();
  readonly busy = input(false);
  /** True if other rows have a photo, so that the titles are aligned. */
  readonly reservesSpace = input(false);
  /** Saves a photo, or removes it if null. */
  readonly change = input.required<(item: Item, file: Blob | null) => Promise<void>>();

  protected readonly labels = computed(() => {
    const number = this.item().itemNumber;
    return {
      add: $localize`:@@shows.photo.add:Add a photo of #${number}:number:`,
      open: $localize`:@@shows.photo.open:Open the photo of #${number}:number:`,
    };
  });

  protected chooseFile(box: HTMLInputElement): void {
    const file = box.files?.[0];
    // Lets the user choose the same file again after an error.
    box.value = '';
    if (file !== undefined) void this.change()(this.item(), file);
  }

  protected open(): void {
    const data: PhotoDialogData = { item: this.item(), mayEdit: this.mayEdit(), change: this.change() };
    void this.dialogs.open(async () => (await import('./photo-dialog')).PhotoDialog, {
      data,
      maxWidth: '95vw',
    });
  }
}
