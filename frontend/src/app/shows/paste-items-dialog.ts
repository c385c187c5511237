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
import type { Item } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ShowsApi } from '../api/shows-api';
import { Icon } from '../ui/icon';
import { Problem } from '../ui/problem';
import { counted } from '../ui/words';
import { type Reading, readFileText, sampleOf } from './file-text';
import { MAX_ITEMS_A_CALL, readSpreadsheet } from './spreadsheet';

const LARGEST_FILE = 2_000_000;

export interface PasteQuestion {
  showId: string;
  text: string;
  taken: readonly string[];
}

/** What was pasted, line by line, before anything is added. */
@Component({
  selector: 'app-paste-items-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton, Icon, Problem],
  template: `
    <h2 mat-dialog-title>Add items from a spreadsheet</h2>
    <mat-dialog-content>
      <label class="block">
        <span class="mb-1.5 block">Copy the columns number, title and units, and paste them here. A header line is left out.</span>
        <textarea
          #box
          cdkFocusInitial
          class="field w-full font-mono text-meta text-ink"
          rows="6"
          spellcheck="false"
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
        <button type="button" class="act" (click)="file.click()"><app-icon name="upload_file" class="size-4!" />Choose a CSV file</button>
        <span>or drop it here. Nothing is added before you have seen it.</span>
        <input #file type="file" class="hidden" accept=".csv,.tsv,.txt,text/csv" tabindex="-1" aria-hidden="true" (change)="chosen(file)" />
      </div>
      @if (readings().length > 0) {
        <fieldset class="mt-3">
          <legend class="mb-1.5 font-medium text-ink">
            {{ fileName() }} does not say how its letters are stored. Which line reads correctly?
          </legend>
          <div class="max-h-56 divide-y divide-line overflow-y-auto rounded-lg border border-line">
            @for (reading of readings(); track reading.name) {
              <label class="flex cursor-pointer items-baseline gap-3 px-3 py-2 hover:bg-sunken">
                <input type="radio" name="reading" [checked]="chosenReading() === reading" (change)="choose(reading)" />
                <span class="min-w-0 flex-1 truncate text-ink" translate="no">{{ reading.sample }}</span>
                <span class="flex-none text-meta text-soft">{{ reading.name }}</span>
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
        <div class="max-h-64 overflow-y-auto rounded-lg border border-line" tabindex="0" role="region" aria-label="Preview">
          <table class="w-full table-fixed">
            <colgroup>
              <col class="w-28" />
              <col />
              <col class="w-16" />
            </colgroup>
            <thead class="sr-only">
              <tr>
                <th>Number</th>
                <th>Title</th>
                <th>Units</th>
              </tr>
            </thead>
            <tbody class="divide-y divide-line text-ink">
              @for (row of rows(); track row.line) {
                <tr [class]="row.problem ? 'bg-warn-ground text-warn' : ''">
                  <td class="truncate px-3 py-1.5 font-semibold tabular-nums">{{ row.item.itemNumber || '—' }}</td>
                  <td class="px-3 py-1.5" [class.truncate]="!row.problem">
                    {{ row.problem ? 'Line ' + row.line + ': ' + row.problem : row.item.title }}
                  </td>
                  <td class="px-3 py-1.5 text-right tabular-nums">{{ row.problem ? '' : row.item.totalQuantity }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>Cancel</button>
      <button matButton="filled" type="button" [disabled]="busy() || good().length === 0 || tooMany()" (click)="add()">
        {{ busy() ? 'Adding…' : good().length ? 'Add ' + itemCount() : 'Add' }}
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
  /** What the chosen file could say, when only a person can tell. */
  protected readonly readings = signal<readonly (Reading & { sample: string })[]>([]);
  protected readonly chosenReading = signal<Reading | null>(null);
  protected readonly rows = computed(() => readSpreadsheet(this.text(), this.question.taken));
  protected readonly good = computed(() => this.rows().filter(({ problem }) => problem === null));
  protected readonly tooMany = computed(() => this.good().length > MAX_ITEMS_A_CALL);
  protected readonly itemCount = computed(() => counted(this.good().length, 'item'));
  protected readonly verdict = computed(() => {
    const bad = this.rows().length - this.good().length;
    if (this.tooMany()) return `${this.itemCount()} are too many at once: paste up to ${MAX_ITEMS_A_CALL} at a time.`;
    return bad === 0 ? `${this.itemCount()} ready.` : `${this.itemCount()} ready, ${counted(bad, 'line')} left out.`;
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
    this.readings.set([]);
    this.chosenReading.set(null);
    if (file.size > LARGEST_FILE) {
      this.problem.set(`${file.name} is too large for a list of items.`);
      return;
    }
    try {
      const { certain, candidates } = readFileText(new Uint8Array(await file.arrayBuffer()));
      this.fileName.set(file.name);
      this.readings.set(candidates.map((reading) => ({ ...reading, sample: sampleOf(reading.text) })));
      this.text.set(certain ?? '');
    } catch {
      this.problem.set(`${file.name} is not a text file. Save the list as CSV and choose that file.`);
    }
  }

  protected choose(reading: Reading): void {
    this.chosenReading.set(reading);
    this.text.set(reading.text);
  }

  /** All or nothing: when the server refuses one, none is added and the text stays for correcting. */
  protected async add(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(
        await this.api.addItems(
          this.question.showId,
          this.good().map(({ item }) => item),
        ),
      );
    } catch (failure) {
      const error = ApiError.from(failure);
      this.problem.set(`Nothing was added: ${error.message}${error.details[0] ? ` (${error.details[0].message})` : ''}`);
      this.busy.set(false);
    }
  }
}
