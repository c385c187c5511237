import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Currency } from '@sellary/contracts';
import { moneyText } from '../ui/money';
import { COLUMN_ROLES, type ColumnRole } from './sheet-columns';
import { isMoneyRole, needsCurrency } from './sheet-headers';
import type { Sheet, SheetRow } from './spreadsheet';

const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  number: $localize`:@@shows.import.column.number:Number`,
  title: $localize`:@@shows.import.column.title:Title`,
  units: $localize`:@@shows.import.column.units:Units`,
  price: $localize`:@@shows.import.column.price:Price`,
  compare: $localize`:An earlier or usual price@@shows.import.column.compare:Compare-at price`,
  currency: $localize`:@@shows.import.column.currency:Currency`,
  code: $localize`:A SKU or barcode@@shows.import.column.code:Code`,
  ignore: $localize`:Meaning of a column that is not read@@shows.import.column.ignore:Ignore`,
};

/** Preview of a pasted table. Users can change the meaning of a column in its heading. */
@Component({
  selector: 'app-paste-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (sheet().isGuessed) {
      <p class="mb-2 rounded-lg bg-warn-ground px-3 py-2 text-warn" i18n="@@shows.import.guessed">
        No known column headers were found. Check the heading of each column.
      </p>
    }
    @if (otherCurrencyColumns(); as columns) {
      <p class="mb-2 rounded-lg bg-warn-ground px-3 py-2 text-warn" i18n="@@shows.import.foreign">
        Not read as prices: {{ columns }}. This show sells in {{ currency()?.code }}.
      </p>
    }
    @if (sheet().linesAbove > 0) {
      <p class="mb-2 text-soft">
        <ng-container i18n="@@shows.import.above"
          >Ignored lines above the header: {{ sheet().linesAbove }}</ng-container
        >
      </p>
    }
    @if (ignoredColumns(); as columns) {
      <p class="mb-2 text-soft" i18n="@@shows.import.ignored">
        Ignored: {{ columns }}. To use a column, open the list in its heading and select what the column
        contains.
      </p>
    }
    <div
      class="max-h-64 overflow-auto rounded-lg border border-line"
      tabindex="0"
      role="region"
      i18n-aria-label="@@shows.import.preview"
      aria-label="Preview"
    >
      <table class="w-full">
        <thead>
          <tr class="sticky top-0 bg-surface">
            @for (role of roles(); track $index) {
              <th class="min-w-24 border-b border-line p-1 text-left font-medium" scope="col">
                <select
                  #box
                  class="field w-full text-meta"
                  [attr.aria-label]="columnName($index)"
                  (change)="choose($index, box.selectedIndex)"
                >
                  @for (choice of availableRoles(); track choice) {
                    <option [selected]="choice === role">{{ names[choice] }}</option>
                  }
                </select>
              </th>
            }
          </tr>
        </thead>
        <tbody class="text-ink">
          @for (row of sortedRows(); track row.line) {
            <tr [class.bg-warn-ground]="row.problem" [class.text-warn]="row.problem">
              @for (role of roles(); track $index) {
                <td
                  class="max-w-60 truncate border-t border-line px-3 pt-1.5 tabular-nums"
                  [class.pb-1.5]="!row.problem"
                  [class.font-semibold]="role === 'number'"
                  [class.text-soft]="role === 'ignore' && !row.problem"
                  [class.line-through]="role === 'ignore'"
                  [title]="row.cells[$index] ?? ''"
                >
                  {{ cellText(row, role, $index) }}
                </td>
              }
            </tr>
            @if (row.problem) {
              <tr class="bg-warn-ground text-meta text-warn">
                <td class="px-3 pb-1.5" [attr.colspan]="roles().length" i18n="@@shows.import.line-problem">
                  Line {{ row.line }}: {{ row.problem }}
                </td>
              </tr>
            }
          }
        </tbody>
      </table>
    </div>
  `,
  host: { class: 'block' },
})
export class PastePreview {
  readonly sheet = input.required<Sheet>();
  readonly roles = input.required<readonly ColumnRole[]>();
  readonly rows = input.required<readonly SheetRow[]>();
  readonly roleChosen = output<{ column: number; role: ColumnRole }>();
  /** Null if the show has no currency. Then no column can be a price. */
  readonly currency = input<Currency | null>(null);
  protected readonly availableRoles = computed(() =>
    COLUMN_ROLES.filter((role) => this.currency() !== null || !needsCurrency(role)),
  );
  protected readonly names = ROLE_NAMES;
  /** The lines with a problem come first, because a user may not scroll through a long list. */
  protected readonly sortedRows = computed(() => [
    ...this.rows().filter(({ problem }) => problem !== null),
    ...this.rows().filter(({ problem }) => problem === null),
  ]);
  protected readonly ignoredColumns = computed(() =>
    this.roles()
      .flatMap((role, index) => (role === 'ignore' ? [this.columnName(index)] : []))
      .join(', '),
  );

  protected readonly otherCurrencyColumns = computed(() => this.sheet().otherCurrencyHeaders.join(', '));

  protected columnName(index: number): string {
    return (
      this.sheet().header?.[index] ||
      $localize`:A column in a pasted table, by its position@@shows.import.column.place:column ${index + 1}:place:`
    );
  }

  /** Shows a price as the amount that was understood, not as it was typed. */
  protected cellText({ cells, prices }: SheetRow, role: ColumnRole, index: number): string {
    // Decimal numbers from a workbook begin with =.
    const text = (cells[index] ?? '').replace(/^=(?=\d)/, '');
    const price = isMoneyRole(role) ? prices[role] : null;
    if (price?.kind === 'price') return moneyText(price.minor, this.currency() ?? undefined);
    return text === '' && role === 'units' ? '1' : text;
  }

  protected choose(column: number, index: number): void {
    const role = this.availableRoles()[index];
    if (role) this.roleChosen.emit({ column, role });
  }
}
