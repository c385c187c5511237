import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type Show, type ShowTemplate, TITLE_DATE } from '@sellary/contracts';
import { TemplatesApi } from '../../api/templates-api';
import { formatNumber } from '../../i18n/format-locale';
import { DIALOG_PARTS } from '../../ui/dialog-parts';
import { Problem } from '../../ui/problem';
import { Submission } from '../../ui/submission';
import { NameField } from '../name-field';

/** A show to save, or a template to rename. */
type DialogData = Pick<Show, 'id' | 'name'> & {
  stats?: Pick<Show['stats'], 'items'>;
  /** Name of shows made from the template. Absent for a show. */
  title?: string;
};

/** Form for saving a show as a template, or for renaming a template. Closes with the template. */
@Component({
  selector: 'app-save-template-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ReactiveFormsModule, NameField, Problem],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()">
      <h2 mat-dialog-title>{{ heading }}</h2>
      <mat-dialog-content>
        <app-problem class="mb-4" [text]="submission.problem()" />
        <app-name-field [control]="form.controls.name" [label]="nameLabel" />
        <app-name-field
          class="mt-1"
          [control]="form.controls.title"
          [label]="titleLabel"
          [hint]="titleHint"
          [hasInitialFocus]="false"
        />
        @if (itemCount > 0) {
          <label
            class="mt-4 flex cursor-pointer items-start gap-3 rounded-lg border border-line p-3 hover:bg-sunken/60"
          >
            <input
              type="checkbox"
              class="mt-0.5 size-4 flex-none accent-(--mat-sys-primary)"
              formControlName="withItems"
            />
            <span
              ><span class="block font-medium text-ink" i18n="@@shows.template.with-items">{itemCount, plural,
                =1 {Include the show's only item}
                other {Include the show's {{ number(itemCount) }} items}
              }</span
              ><ng-container i18n="@@shows.template.with-items-text"
                >With full quantities. Rules and currency are always saved.</ng-container
              ></span
            >
          </label>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@shows.template.cancel">
          Cancel
        </button>
        <button
          matButton="filled"
          type="submit"
          [disabled]="submission.busy()"
          i18n="@@shows.template.submit"
        >
          Save template
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class SaveTemplateDialog {
  private readonly api = inject(TemplatesApi);
  private readonly dialog = inject<MatDialogRef<SaveTemplateDialog, ShowTemplate>>(MatDialogRef);
  private readonly data = inject<DialogData>(MAT_DIALOG_DATA);
  private readonly isTemplate = this.data.title !== undefined;
  protected readonly itemCount = this.data.stats?.items ?? 0;
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [this.data.name, Validators.required],
    title: [this.data.title ?? titleOf(this.data.name), Validators.required],
    withItems: false,
  });
  protected readonly submission = new Submission(this.form, this.dialog);
  protected readonly number = formatNumber;
  protected readonly heading = this.isTemplate
    ? $localize`:@@shows.template.rename-heading:Rename template`
    : $localize`:@@shows.template.save-heading:Save as template`;
  protected readonly nameLabel = $localize`:@@shows.template.name:Template name`;
  protected readonly titleLabel = $localize`:@@shows.template.title:Name for shows made from this template`;
  protected readonly titleHint = $localize`:@@shows.template.title-hint:${TITLE_DATE}:placeholder: becomes the date on which the show is created`;

  protected submit(): Promise<void> {
    return this.submission.send(() => {
      const { name, title, withItems } = this.form.getRawValue();
      const names = { name: name.trim(), title: title.trim() };
      return this.isTemplate
        ? this.api.update(this.data.id, names)
        : this.api.createFromShow(this.data.id, { ...names, withItems });
    });
  }
}

/** Turns `Friday sale 12` into `Friday sale {date}`, because the number belongs to one show. */
const titleOf = (name: string): string => `${name.replace(/(?<=\S)\s+#?\d{1,3}$/, '')} ${TITLE_DATE}`;
