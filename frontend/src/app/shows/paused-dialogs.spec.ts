import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { anItem } from '../../../testing/wire';
import { ActPause } from '../ui/act-button';
import { askToConfirm } from '../ui/confirm-dialog';
import { EndShowDialog } from './end-show-dialog';
import { PhotoDialog } from './photo-dialog';

const PAUSED = 'Changes are paused.';

describe('act dialogs while the server does not respond', () => {
  let photoChanges = 0;
  const openConfirmation = (dialog: MatDialog): MatDialogRef<unknown> => {
    void askToConfirm(dialog, {
      heading: 'Remove?',
      text: 'You cannot undo this.',
      yes: 'Remove',
      no: 'Keep',
    });
    return dialog.openDialogs[0] as MatDialogRef<unknown>;
  };
  const settle = async (): Promise<void> => {
    TestBed.inject(ApplicationRef).tick();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const buttonOf = (name: string): HTMLButtonElement =>
    [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container button')].find(
      ({ textContent }) => textContent.trim() === name,
    ) as HTMLButtonElement;

  it.each<[string, string, (dialog: MatDialog) => MatDialogRef<unknown>]>([
    [
      'the end of a show',
      'End show',
      (dialog) => dialog.open(EndShowDialog, { data: { review: 0, unmatched: 0, waitlisted: 0 } }),
    ],
    ...['Remove photo', 'Replace photo'].map((name): [string, string, typeof openConfirmation] => [
      'a photo',
      name,
      (dialog) => {
        const change = () => Promise.resolve(void (photoChanges += 1));
        return dialog.open(PhotoDialog, { data: { item: anItem('104'), mayEdit: true, change } });
      },
    ]),
    ['a confirmation', 'Remove', openConfirmation],
  ])(
    'In the dialog for %s, "%s" is unavailable until the server responds, and its description states the reason.',
    async (_, name, open) => {
      const { reason } = TestBed.inject(ActPause);
      const dialogRef = open(TestBed.inject(MatDialog));
      let isClosed = false;
      dialogRef.beforeClosed().subscribe(() => (isClosed = true));
      await settle();
      const button = buttonOf(name);
      expect(button.hasAttribute('aria-disabled')).toBe(false);
      reason.set(PAUSED);
      await settle();
      expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
      expect(button.getAttribute('aria-description')).toBe(PAUSED);
      expect(button.classList).toContain('mat-mdc-button-disabled-interactive');
      button.click();
      await settle();
      expect([isClosed, photoChanges]).toEqual([false, 0]);
      expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(PAUSED);
      reason.set(null);
      await settle();
      expect(button.hasAttribute('aria-disabled')).toBe(false);
      dialogRef.close();
      await settle();
      document.querySelectorAll('.cdk-overlay-container').forEach((element) => element.remove());
    },
  );
});
