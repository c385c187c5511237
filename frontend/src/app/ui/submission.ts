import { signal } from '@angular/core';
import type { FormGroup } from '@angular/forms';
import type { MatDialogRef } from '@angular/material/dialog';
import { ApiError } from '../api/api-error';
import { showServerErrors } from './form-errors';

/** Submits a dialog's form, one request at a time, and closes the dialog with the response. */
export class Submission<Response> {
  readonly busy = signal(false);
  /** The problem with the last attempt, if fields do not show all of it. */
  readonly problem = signal<string | null>(null);

  constructor(
    private readonly form: FormGroup,
    private readonly dialog: MatDialogRef<unknown, Response>,
  ) {}

  async send(request: () => Promise<Response>): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    try {
      this.dialog.close(await request());
    } catch (failure) {
      this.problem.set(showServerErrors(this.form, ApiError.from(failure)));
      // After a success, unlike in `OneAtATime`, it stays busy, because the dialog is still closing.
      this.busy.set(false);
    }
  }
}
