import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Show } from '@sellary/contracts';
import { MAX_UNITS_PER_ITEM, variantListText } from '@sellary/contracts';
import { ShowsApi } from '../../api/shows-api';
import { formatNumber } from '../../i18n/format-locale';
import { DIALOG_PARTS } from '../../ui/dialog-parts';
import { NotLoaded } from '../../ui/not-loaded';
import { moneyText } from '../../ui/money';
import { Problem } from '../../ui/problem';
import { ShowMore } from '../../ui/show-more';
import { Submission } from '../../ui/submission';
import { NameField } from '../name-field';
import { CopyRow } from './copy-row';
import { nextName } from './next-name';

const ROWS_AT_FIRST = 60;

/** Form for copying a show, with its unsold items selected. Closes with the copy. */
@Component({
  selector: 'app-copy-show-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ReactiveFormsModule, NotLoaded, NameField, Problem, ShowMore],
  templateUrl: './copy-show-dialog.html',
})
export class CopyShowDialog {
  private readonly api = inject(ShowsApi);
  private readonly dialog = inject<MatDialogRef<CopyShowDialog, Show>>(MatDialogRef);
  protected readonly original = inject<Pick<Show, 'id' | 'name'>>(MAT_DIALOG_DATA);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [nextName(this.original.name), Validators.required],
  });
  protected readonly show = resource({ loader: () => this.api.get(this.original.id) });
  protected readonly rows = computed<readonly CopyRow[]>(() =>
    this.show.hasValue() ? this.show.value().items.map((item) => new CopyRow(item)) : [],
  );
  protected readonly rowLimit = signal(ROWS_AT_FIRST);
  protected readonly visibleRows = computed(() => this.rows().slice(0, this.rowLimit()));
  protected readonly selectedRows = computed(() => this.rows().filter((row) => row.isSelected()));
  protected readonly units = computed(() => this.selectedRows().reduce((sum, row) => sum + row.units(), 0));
  protected readonly hasInvalidUnits = computed(() =>
    this.selectedRows().some((row) => row.hasInvalidUnits()),
  );
  protected readonly submission = new Submission(this.form, this.dialog);
  protected readonly number = formatNumber;
  protected readonly money = moneyText;
  protected readonly variantText = variantListText;
  protected readonly maxUnits = MAX_UNITS_PER_ITEM;
  protected readonly nameLabel = $localize`:@@shows.copy.name:New show name`;

  protected quantityLabel({ item }: CopyRow): string {
    return $localize`:@@shows.copy.quantity-label:Units of #${item.itemNumber}:number: in the new show`;
  }

  protected tick(which: 'unsold' | 'all' | 'none'): void {
    for (const row of this.rows()) {
      row.isSelected.set(which === 'all' || (which === 'unsold' && row.hasUnsoldUnits));
    }
  }

  protected async submit(): Promise<void> {
    if (this.hasInvalidUnits() || !this.show.hasValue()) return;
    await this.submission.send(() =>
      this.api.copy(this.original.id, {
        name: this.form.getRawValue().name.trim(),
        items: this.selectedRows().map((row) => row.request()),
      }),
    );
  }
}
