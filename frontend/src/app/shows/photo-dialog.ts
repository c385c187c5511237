import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Item } from '@sellary/contracts';
import { ActButton } from '../ui/act-button';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { ItemPhoto } from '../ui/item-photo';

export interface PhotoDialogData {
  item: Item;
  mayEdit: boolean;
  /** Saves a photo, or removes it if null. */
  change: (item: Item, file: Blob | null) => Promise<void>;
}

/** Shows an item's photo, and offers to replace or remove it. */
@Component({
  selector: 'app-photo-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ActButton, ItemPhoto],
  template: `
    <h2 mat-dialog-title i18n="@@shows.photo.title">#{{ item.itemNumber }} {{ item.title }}</h2>
    <mat-dialog-content>
      <app-item-photo
        class="size-[min(70vw,60vh,34rem)] rounded-lg"
        [size]="'large'"
        [photo]="item.photo ?? ''"
        [alt]="alt"
      />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      @if (data.mayEdit) {
        <button
          matButton
          type="button"
          class="mr-auto!"
          #remove="appAct"
          [appAct]="false"
          [disabled]="remove.isUnavailable()"
          disabledInteractive
          (click)="change(null)"
          i18n="@@shows.photo.remove"
        >
          Remove photo
        </button>
        <button
          matButton
          type="button"
          #replace="appAct"
          [appAct]="false"
          [disabled]="replace.isUnavailable()"
          disabledInteractive
          (click)="file.click()"
          i18n="@@shows.photo.replace"
        >
          Replace photo
        </button>
        <input #file type="file" hidden accept="image/*" (change)="chooseFile(file)" />
      }
      <button
        matButton="filled"
        type="button"
        [mat-dialog-close]="undefined"
        cdkFocusInitial
        i18n="@@shows.photo.close"
      >
        Close
      </button>
    </mat-dialog-actions>
  `,
})
export class PhotoDialog {
  protected readonly data = inject<PhotoDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PhotoDialog>>(MatDialogRef);
  protected readonly item = this.data.item;
  protected readonly alt = $localize`:@@shows.photo.alt:Photo of #${this.item.itemNumber}:number:`;

  protected chooseFile(box: HTMLInputElement): void {
    const file = box.files?.[0];
    if (file !== undefined) this.change(file);
  }

  protected change(file: Blob | null): void {
    this.dialog.close();
    void this.data.change(this.item, file);
  }
}
