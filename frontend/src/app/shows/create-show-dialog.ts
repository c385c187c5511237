import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Show } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ConnectionsApi } from '../api/connections-api';
import { ShowsApi } from '../api/shows-api';
import { FORMAT_LOCALE } from '../i18n/format-locale';
import { fieldError, showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';

/** Form for a new show. Closes with the created show. */
@Component({
  selector: 'app-create-show-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ReactiveFormsModule,
    MatDialogTitle,
    MatDialogContent,
    MatDialogActions,
    MatDialogClose,
    MatFormField,
    MatLabel,
    MatInput,
    MatError,
    MatButton,
    Problem,
  ],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()">
      <h2 mat-dialog-title i18n="@@shows.create.heading">Create show</h2>
      <mat-dialog-content>
        @if (problem(); as text) {
          <app-problem class="mb-4">{{ text }}</app-problem>
        }
        <mat-form-field appearance="outline" class="mt-2">
          <mat-label>{{ nameLabel }}</mat-label>
          <input
            matInput
            formControlName="name"
            autocomplete="off"
            maxlength="120"
            required
            cdkFocusInitial
          />
          <mat-error>{{ fieldError(form.controls.name, nameLabel) }}</mat-error>
        </mat-form-field>
        <label
          class="mt-1 flex cursor-pointer items-start gap-3 rounded-lg border border-line p-3 hover:bg-sunken/60"
        >
          <input
            type="checkbox"
            class="mt-0.5 size-4 accent-(--mat-sys-primary)"
            formControlName="rehearsal"
          />
          <span
            ><span class="block font-medium text-ink" i18n="@@shows.create.rehearsal">Rehearsal</span
            ><ng-container i18n="@@shows.create.rehearsal-text"
              >You write the comments yourself in the console. You don't need Facebook or
              Instagram.</ng-container
            ></span
          >
        </label>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close i18n="@@shows.create.cancel">Cancel</button>
        <button matButton="filled" type="submit" [disabled]="busy()">
          @if (busy()) {
            <ng-container i18n="@@shows.create.creating">Creating…</ng-container>
          } @else {
            <ng-container i18n="@@shows.create.submit">Create show</ng-container>
          }
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class CreateShowDialog {
  private readonly api = inject(ShowsApi);
  private readonly connections = inject(ConnectionsApi);
  private readonly dialog = inject<MatDialogRef<CreateShowDialog, Show>>(MatDialogRef);
  protected readonly form = new FormGroup({
    name: new FormControl(defaultName(), { nonNullable: true, validators: [Validators.required] }),
    rehearsal: new FormControl(true, { nonNullable: true }),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fieldError = fieldError;
  protected readonly nameLabel = $localize`:@@shows.create.name:Name`;

  constructor() {
    void this.suggestSource();
  }

  /** A show of a workspace with connected accounts gets its comments from a broadcast, not from a rehearsal. */
  private async suggestSource(): Promise<void> {
    const { rehearsal } = this.form.controls;
    try {
      const { connections } = await this.connections.all();
      if (connections.length > 0 && rehearsal.pristine) rehearsal.setValue(false);
    } catch {
      // The tick stays, and the user can change it.
    }
  }

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    const { name, rehearsal } = this.form.getRawValue();
    try {
      this.dialog.close(
        await this.api.create({ name: name.trim(), sources: rehearsal ? [{ platform: 'rehearsal' }] : [] }),
      );
    } catch (failure) {
      this.problem.set(showServerErrors(this.form, ApiError.from(failure)));
      this.busy.set(false);
    }
  }
}

function defaultName(): string {
  const day = new Intl.DateTimeFormat(FORMAT_LOCALE, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date());
  return $localize`:Name of a new show|@@shows.create.default-name:Show on ${day}:day:`;
}
