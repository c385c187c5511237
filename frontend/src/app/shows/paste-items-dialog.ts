import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { AddItemsResult, Currency, Item } from '@sellary/contracts';
import { ShowsApi } from '../api/shows-api';
import { formatMegabytes, formatNumber } from '../i18n/format-locale';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { Icon } from '../ui/icon';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { type DecodedText, type FileText, readFileText, sampleCells } from './file-text';
import { PastePreview } from './paste-preview';
import { readingText } from './price-problem';
import { type ColumnRole, withRole } from './sheet-columns';
import { isWorkbook, readWorkbookText } from './workbook';
import { MAX_ITEMS_PER_REQUEST, type Sheet, readItems, readSheet, sheetText } from './spreadsheet';
import type { DecimalSeparator } from './parse-money';

const MAX_FILE_BYTES = 2_000_000;
/** The server checks the numbers once the text has not changed for this long. */
const CHECK_DELAY_MS = 300;

export interface PasteDialogData {
  showId: string;
  text: string;
  takenNumbers: readonly string[];
  /** Null if the show sells without prices. */
  currency: Currency | null;
  /** Receives the items that were added. The dialog stays open if lines are left to correct. */
  onAdded: (result: AddItemsResult, linesLeft: number) => void;
}

/** Previews pasted or imported items before they are added. Lines with a problem stay in the field. */
@Component({
  selector: 'app-paste-items-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, Icon, PastePreview, Problem],
  templateUrl: './paste-items-dialog.html',
})
export class PasteItemsDialog {
  private readonly api = inject(ShowsApi);
  private readonly data = inject<PasteDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PasteItemsDialog>>(MatDialogRef);
  protected readonly text = signal(this.data.text);
  /** True once a list was pasted or read from a file. Its preview then needs the space of the field. */
  protected readonly isPasted = signal(this.data.text !== '');
  protected readonly work = new OneAtATime(({ details, message }) => {
    const reason = details[0]?.message ?? message;
    return $localize`:@@shows.import.not-added:Nothing was added: ${reason}:reason:`;
  });
  protected readonly fileName = signal('');
  protected readonly number = formatNumber;
  /** Possible decoded texts of the chosen file, if its encoding is not certain. */
  protected readonly candidates = signal<readonly (DecodedText & { sample: string })[]>([]);
  protected readonly chosenCandidate = signal<DecodedText | null>(null);
  /** Number of items that this dialog has added. */
  protected readonly addedCount = signal(0);
  protected readonly currency = this.data.currency;
  private readonly takenNumbers = signal(this.data.takenNumbers);
  protected readonly sheet = computed(() => readSheet(this.text(), this.currency));
  /**
   * The prices' decimal separator, if the user had to choose it. Kept while lines are corrected, until none of
   * the list's lines is left: then it is another list.
   */
  protected readonly decimal = linkedSignal<Sheet, DecimalSeparator | null>({
    source: this.sheet,
    computation: ({ rows }, before) => {
      const linesBefore = new Set(before?.source.rows.map(({ cells }) => String(cells)));
      return rows.some(({ cells }) => linesBefore.has(String(cells))) ? (before?.value ?? null) : null;
    },
  });
  /** The meaning of each column: recognized, or chosen by the user and kept while lines are corrected. */
  protected readonly roles = linkedSignal<Sheet, readonly ColumnRole[]>({
    source: this.sheet,
    computation: ({ roles, header, width }, before) =>
      this.keepsRoles && before?.source.width === width && String(before.source.header) === String(header)
        ? before.value
        : roles,
  });
  private keepsRoles = false;
  private readonly uncheckedRows = computed(() =>
    readItems(this.sheet(), this.roles(), this.takenNumbers(), {
      currency: this.currency,
      decimal: this.decimal(),
    }),
  );
  /** Numbers that the server has checked, and whether a comment can claim them. */
  private readonly claimableByNumber = signal<ReadonlyMap<string, boolean>>(new Map());
  protected readonly rows = computed(() =>
    this.uncheckedRows().map((row) =>
      row.problem === null && this.claimableByNumber().get(row.item.itemNumber) === false
        ? { ...row, problem: unclaimableText(row.item.itemNumber) }
        : row,
    ),
  );
  /** The first price that can be read in two ways, with both amounts. */
  protected readonly ambiguousPrice = computed(() => {
    const { currency } = this;
    if (currency === null) return null;
    for (const { cells, prices } of this.rows()) {
      for (const role of ['price', 'compare'] as const) {
        const price = prices[role];
        if (price.kind !== 'ambiguous') continue;
        const text = cells[this.roles().indexOf(role)] ?? '';
        const sign: DecimalSeparator = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
        const [larger, smaller] = price.readings.map((minor) => readingText(minor, currency));
        return { text, larger, smaller, ifLarger: sign === ',' ? '.' : ',', ifSmaller: sign } as const;
      }
    }
    return null;
  });
  protected readonly validRows = computed(() => this.rows().filter(({ problem }) => problem === null));
  protected readonly isCompact = computed(() => this.isPasted() && this.rows().length > 0);
  protected readonly hasTooMany = computed(() => this.validRows().length > MAX_ITEMS_PER_REQUEST);
  protected readonly summary = computed(() => {
    const ready = this.validRows().length;
    const wrong = this.rows().length - ready;
    if (this.hasTooMany()) {
      return $localize`:@@shows.import.too-many:You can add up to ${formatNumber(MAX_ITEMS_PER_REQUEST)}:max: items at a time, but this list has ${formatNumber(ready)}:count:. Remove some lines.`;
    }
    const readyText = $localize`:@@shows.import.ready:Items ready to add: ${formatNumber(ready)}:count:`;
    const wrongText = $localize`:@@shows.import.to-correct:Lines to correct: ${formatNumber(wrong)}:count:`;
    const doneText = $localize`:@@shows.import.done:Items added: ${formatNumber(this.addedCount())}:count:`;
    return [
      ...(this.addedCount() > 0 ? [doneText] : []),
      ...(ready > 0 || this.addedCount() === 0 ? [readyText] : []),
      ...(wrong > 0 ? [wrongText] : []),
    ].join(' · ');
  });

  constructor() {
    effect((onCleanup) => {
      const numbers = this.uncheckedRows()
        .flatMap(({ item, problem }) => (problem === null ? [item.itemNumber] : []))
        .filter((number) => !this.claimableByNumber().has(number))
        .slice(0, MAX_ITEMS_PER_REQUEST);
      if (numbers.length === 0) return;
      const timer = setTimeout(() => void this.checkNumbers(numbers), CHECK_DELAY_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /**
   * Checks numbers on the server. If the check fails, no line is marked, because the server rejects
   * unclaimable numbers when the items are added.
   */
  private async checkNumbers(numbers: readonly string[]): Promise<void> {
    const unclaimable = await this.api
      .unclaimableNumbers(this.data.showId, numbers)
      .catch((): readonly string[] => []);
    this.claimableByNumber.update(
      (before) =>
        new Map([...before, ...numbers.map((number) => [number, !unclaimable.includes(number)] as const)]),
    );
  }

  protected assign(column: number, role: ColumnRole): void {
    this.keepsRoles = true;
    this.decimal.set(null);
    this.roles.update((roles) => withRole(roles, column, role));
  }

  protected chooseFile(box: HTMLInputElement): void {
    const [file] = box.files ?? [];
    box.value = '';
    if (file) void this.readFile(file);
  }

  protected dropFile(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void this.readFile(file);
  }

  private async readFile(file: File): Promise<void> {
    this.work.problem.set(null);
    this.candidates.set([]);
    this.decimal.set(null);
    this.chosenCandidate.set(null);
    if (file.size > MAX_FILE_BYTES) {
      this.work.problem.set(
        $localize`:@@shows.import.file-too-large:${file.name}:file: is larger than ${formatMegabytes(MAX_FILE_BYTES)}:size:. Choose a smaller file.`,
      );
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { text, candidates }: FileText = isWorkbook(bytes)
        ? { text: await readWorkbookText(bytes), candidates: [] }
        : readFileText(bytes);
      this.fileName.set(file.name);
      this.candidates.set(
        candidates.map((candidate) => ({ ...candidate, sample: sampleCells(candidate.text) })),
      );
      this.text.set(text ?? '');
      this.isPasted.set(true);
    } catch {
      this.work.problem.set(
        $localize`:@@shows.import.file-not-text:${file.name}:file: is not an Excel workbook or a text file. Save the list as .xlsx or CSV and choose that file.`,
      );
    }
  }

  protected choose(candidate: DecodedText): void {
    this.chosenCandidate.set(candidate);
    this.text.set(candidate.text);
  }

  /**
   * Adds all lines without a problem in one request. The other lines stay in the field, and the preview shows
   * the problem with each line. If the server rejects the request, nothing is added and all lines are kept.
   */
  protected async add(): Promise<void> {
    const wrongRows = this.rows().filter(({ problem }) => problem !== null);
    await this.work.run(async () => {
      const result = await this.api.addItems(
        this.data.showId,
        this.validRows().map(({ item }) => item),
      );
      this.data.onAdded(result, wrongRows.length);
      if (wrongRows.length === 0) this.dialog.close();
      else this.keepLines(result.items, sheetText(this.sheet(), wrongRows));
    });
  }

  private keepLines(added: readonly Item[], text: string): void {
    // The columns keep their roles, because the remaining lines alone might be recognized differently.
    this.keepsRoles = true;
    this.addedCount.update((count) => count + added.length);
    this.takenNumbers.update((before) => [...before, ...added.map(({ itemNumber }) => itemNumber)]);
    this.candidates.set([]);
    this.text.set(text);
  }
}

function unclaimableText(itemNumber: string): string {
  return $localize`:@@shows.import.problem.unclaimable:No comment can claim “${itemNumber}:number:”, because in a comment it means something else. Use a number such as 12 or A12`;
}
