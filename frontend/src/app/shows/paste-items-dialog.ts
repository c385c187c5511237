import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type Item, type ItemInput, variantListText } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ShowsApi } from '../api/shows-api';
import { formatNumber } from '../i18n/format-locale';
import { Icon } from '../ui/icon';
import { Problem } from '../ui/problem';
import { type DecodedText, readFileText, sampleWords } from './file-text';
import { MAX_ITEMS_PER_REQUEST, readSpreadsheet } from './spreadsheet';

const MAX_FILE_BYTES = 2_000_000;

export interface PasteQuestion {
  showId: string;
  text: string;
  taken: readonly string[];
}

/** Previews pasted or imported items line by line before they are added. Closes with the added items. */
@Component({
  selector: 'app-paste-items-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton, Icon, Problem],
  template: `
    <h2 mat-dialog-title i18n="@@shows.import.heading">Import items from a spreadsheet</h2>
    <mat-dialog-content>
      <label class="block">
        <span class="mb-1.5 block" i18n="@@shows.import.paste-label"
          >Copy the columns number, title, and units, and paste them here. A header line is skipped.</span
        >
        <textarea
          #box
          cdkFocusInitial
          class="field w-full font-mono text-meta text-ink"
          rows="6"
          spellcheck="false"
          i18n-placeholder="Keep the tab and line break characters|@@shows.import.example"
          placeholder="101&#9;Blue dress&#9;3&#10;102&#9;Red hat&#9;1"
          [value]="text()"
          (input)="text.set(box.value)"
        ></textarea>
      </label>
      <div
        class="mt-3 flex flex-wrap items-center gap-3 rounded-lg border border-dashed border-edge p-3"
        (dragover)="$event.preventDefault()"
        (drop)="dropped($event)"
      >
        <button type="button" class="act" (click)="file.click()">
          <app-icon name="upload_file" class="size-4!" /><ng-container i18n="@@shows.import.choose-file"
            >Choose CSV file</ng-container
          >
        </button>
        <span i18n="Follows the button Choose CSV file|@@shows.import.drop-file"
          >or drop it here. You see a preview before anything is added.</span
        >
        <input
          #file
          type="file"
          class="hidden"
          accept=".csv,.tsv,.txt,text/csv"
          tabindex="-1"
          aria-hidden="true"
          (change)="chosen(file)"
        />
      </div>
      @if (candidates().length > 0) {
        <fieldset class="mt-3">
          <legend class="mb-1.5 font-medium text-ink" i18n="@@shows.import.encoding-question">
            {{ fileName() }} does not state its text encoding. Which line is spelled correctly?
          </legend>
          <div class="max-h-56 divide-y divide-line overflow-y-auto rounded-lg border border-line">
            @for (candidate of candidates(); track candidate.name) {
              <label class="flex cursor-pointer items-baseline gap-3 px-3 py-2 hover:bg-sunken">
                <input
                  type="radio"
                  name="encoding"
                  [checked]="chosenCandidate() === candidate"
                  (change)="choose(candidate)"
                />
                <span class="min-w-0 flex-1 truncate text-ink" translate="no">{{ candidate.sample }}</span>
                <span class="flex-none text-meta text-soft">{{ candidate.name }}</span>
              </label>
            }
          </div>
        </fieldset>
      }
      @if (problem(); as message) {
        <app-problem class="mt-3">{{ message }}</app-problem>
      }
      @if (rows().length > 0) {
        <p class="mt-4 mb-2 font-medium text-ink" aria-live="polite">{{ verdict() }}</p>
        <div
          class="max-h-64 overflow-y-auto rounded-lg border border-line"
          tabindex="0"
          role="region"
          i18n-aria-label="@@shows.import.preview"
          aria-label="Preview"
        >
          <table class="w-full table-fixed">
            <colgroup>
              <col class="w-28" />
              <col />
              <col class="w-16" />
            </colgroup>
            <thead class="sr-only">
              <tr>
                <th i18n="@@shows.import.column.number">Number</th>
                <th i18n="@@shows.import.column.title">Title</th>
                <th i18n="@@shows.import.column.units">Units</th>
              </tr>
            </thead>
            <tbody class="divide-y divide-line text-ink">
              @for (row of rows(); track row.line) {
                <tr [class.bg-warn-ground]="row.problem" [class.text-warn]="row.problem">
                  <td class="truncate px-3 py-1.5 font-semibold tabular-nums">
                    {{ row.item.itemNumber || '—' }}
                  </td>
                  <td class="px-3 py-1.5" [class.truncate]="!row.problem">
                    @if (row.problem) {
                      <ng-container i18n="@@shows.import.line-problem"
                        >Line {{ row.line }}: {{ row.problem }}</ng-container
                      >
                    } @else {
                      {{ row.item.title }}
                    }
                  </td>
                  <td class="px-3 py-1.5 text-right tabular-nums">
                    {{ row.problem ? '' : unitsOf(row.item) }}
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close i18n="@@shows.import.cancel">Cancel</button>
      <button
        matButton="filled"
        type="button"
        [disabled]="busy() || valid().length === 0 || tooMany()"
        (click)="add()"
      >
        @if (busy()) {
          <ng-container i18n="@@shows.import.adding">Adding…</ng-container>
        } @else {
          <ng-container i18n="@@shows.import.add">{valid().length, plural,
            =0 {Add items}
            =1 {Add 1 item}
            other {Add {{ number(valid().length) }} items}
          }</ng-container>
        }
      </button>
    </mat-dialog-actions>
  `,
})
export class PasteItemsDialog {
  private readonly api = inject(ShowsApi);
  private readonly question = inject<PasteQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PasteItemsDialog, Item[]>>(MatDialogRef);
  protected readonly text = signal(this.question.text);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fileName = signal('');
  protected readonly number = formatNumber;
  protected readonly unitsOf = ({ totalQuantity, variants }: ItemInput): string | number =>
    variants === undefined || typeof variants === 'string' ? (totalQuantity ?? 1) : variantListText(variants);
  /** Possible texts of the chosen file, if its encoding is not certain. */
  protected readonly candidates = signal<readonly (DecodedText & { sample: string })[]>([]);
  protected readonly chosenCandidate = signal<DecodedText | null>(null);
  protected readonly rows = computed(() => readSpreadsheet(this.text(), this.question.taken));
  protected readonly valid = computed(() => this.rows().filter(({ problem }) => problem === null));
  protected readonly tooMany = computed(() => this.valid().length > MAX_ITEMS_PER_REQUEST);
  protected readonly verdict = computed(() => {
    const [ready, skipped] = [this.valid().length, this.rows().length - this.valid().length];
    if (this.tooMany()) {
      return $localize`:@@shows.import.too-many:You can add up to ${formatNumber(MAX_ITEMS_PER_REQUEST)}:max: items at a time, and these are ${formatNumber(ready)}:count:. Remove some lines.`;
    }
    return skipped === 0
      ? $localize`:@@shows.import.ready:Items ready to add: ${formatNumber(ready)}:count:`
      : $localize`:@@shows.import.ready-and-skipped:Items ready to add: ${formatNumber(ready)}:count: · Lines skipped: ${formatNumber(skipped)}:skipped:`;
  });

  protected chosen(box: HTMLInputElement): void {
    const [file] = box.files ?? [];
    box.value = '';
    if (file) void this.readFile(file);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void this.readFile(file);
  }

  private async readFile(file: File): Promise<void> {
    this.problem.set(null);
    this.candidates.set([]);
    this.chosenCandidate.set(null);
    if (file.size > MAX_FILE_BYTES) {
      this.problem.set(
        $localize`:@@shows.import.file-too-large:${file.name}:file: is larger than 2 MB. Choose a smaller file.`,
      );
      return;
    }
    try {
      const { certain, candidates } = readFileText(new Uint8Array(await file.arrayBuffer()));
      this.fileName.set(file.name);
      this.candidates.set(
        candidates.map((candidate) => ({ ...candidate, sample: sampleWords(candidate.text) })),
      );
      this.text.set(certain ?? '');
    } catch {
      this.problem.set(
        $localize`:@@shows.import.file-not-text:${file.name}:file: is not a text file. Save the list as CSV and choose that file.`,
      );
    }
  }

  protected choose(candidate: DecodedText): void {
    this.chosenCandidate.set(candidate);
    this.text.set(candidate.text);
  }

  /** Adds all items or none: if the server refuses one, the text stays so that the user can correct it. */
  protected async add(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(
        await this.api.addItems(
          this.question.showId,
          this.valid().map(({ item }) => item),
        ),
      );
    } catch (failure) {
      const error = ApiError.from(failure);
      const reason = error.details[0]?.message ?? error.message;
      this.problem.set($localize`:@@shows.import.not-added:Nothing was added: ${reason}:reason:`);
      this.busy.set(false);
    }
  }
}
