import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { AddItemsResult, Currency, Item } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ShowsApi } from '../api/shows-api';
import { formatMegabytes, formatNumber } from '../i18n/format-locale';
import { Icon } from '../ui/icon';
import { moneyText } from '../ui/money';
import { Problem } from '../ui/problem';
import { type DecodedText, type FileText, readFileText, sampleWords } from './file-text';
import { PastePreview } from './paste-preview';
import { type ColumnRole, withRole } from './sheet-columns';
import { isWorkbook, readWorkbookText } from './workbook';
import { MAX_ITEMS_PER_REQUEST, type Sheet, readItems, readSheet, sheetText } from './spreadsheet';
import type { DecimalSign } from './parse-money';

const MAX_FILE_BYTES = 2_000_000;
/** The server is asked about the numbers when the text has not changed for this long. */
const CHECK_DELAY_MS = 300;

export interface PasteQuestion {
  showId: string;
  text: string;
  taken: readonly string[];
  /** null: the show sells without prices. */
  currency: Currency | null;
  /** Called when items were added. The dialog stays open if lines are left to correct. */
  added: (result: AddItemsResult, left: number) => void;
}

/** Previews pasted or imported items line by line before they are added. Lines with a problem stay in it. */
@Component({
  selector: 'app-paste-items-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    MatDialogTitle,
    MatDialogContent,
    MatDialogActions,
    MatDialogClose,
    MatButton,
    Icon,
    PastePreview,
    Problem,
  ],
  templateUrl: './paste-items-dialog.html',
})
export class PasteItemsDialog {
  private readonly api = inject(ShowsApi);
  private readonly question = inject<PasteQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PasteItemsDialog>>(MatDialogRef);
  protected readonly text = signal(this.question.text);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fileName = signal('');
  protected readonly number = formatNumber;
  /** Possible texts of the chosen file, if its encoding is not certain. */
  protected readonly candidates = signal<readonly (DecodedText & { sample: string })[]>([]);
  protected readonly chosenCandidate = signal<DecodedText | null>(null);
  /** Number of items that this dialog has added. */
  protected readonly done = signal(0);
  protected readonly currency = this.question.currency;
  /** Chosen by the user, if the prices do not show it. */
  protected readonly decimal = signal<DecimalSign | null>(null);
  private readonly taken = signal(this.question.taken);
  protected readonly sheet = computed(() => readSheet(this.text(), this.currency));
  /** The meaning of each column: as read, until the user says otherwise. A correction of a line keeps it. */
  protected readonly roles = linkedSignal<Sheet, readonly ColumnRole[]>({
    source: this.sheet,
    computation: ({ roles, header, width }, before) =>
      this.chosenRoles && before?.source.width === width && String(before.source.header) === String(header)
        ? before.value
        : roles,
  });
  private chosenRoles = false;
  private readonly read = computed(() =>
    readItems(this.sheet(), this.roles(), this.taken(), {
      currency: this.currency,
      decimal: this.decimal(),
    }),
  );
  /** Numbers that the server has checked, and whether a comment can claim them. */
  private readonly checked = signal<ReadonlyMap<string, boolean>>(new Map());
  protected readonly rows = computed(() =>
    this.read().map((row) =>
      row.problem === null && this.checked().get(row.item.itemNumber) === false
        ? { ...row, problem: unclaimableText(row.item.itemNumber) }
        : row,
    ),
  );
  /** The first price that can be read in two ways, with both. */
  protected readonly ambiguous = computed(() => {
    for (const { cells, prices } of this.rows()) {
      for (const role of ['price', 'compare'] as const) {
        const read = prices[role];
        if (read.kind !== 'ambiguous') continue;
        const text = cells[this.roles().indexOf(role)] ?? '';
        const sign: DecimalSign = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
        const [larger, smaller] = read.readings.map((minor) => moneyText(minor, this.currency ?? undefined));
        return { text, larger, smaller, grouping: sign === ',' ? '.' : ',', sign } as const;
      }
    }
    return null;
  });
  protected readonly valid = computed(() => this.rows().filter(({ problem }) => problem === null));
  protected readonly tooMany = computed(() => this.valid().length > MAX_ITEMS_PER_REQUEST);
  protected readonly verdict = computed(() => {
    const [ready, wrong] = [this.valid().length, this.rows().length - this.valid().length];
    if (this.tooMany()) {
      return $localize`:@@shows.import.too-many:You can add up to ${formatNumber(MAX_ITEMS_PER_REQUEST)}:max: items at a time, but this list has ${formatNumber(ready)}:count:. Remove some lines.`;
    }
    const readyText = $localize`:@@shows.import.ready:Items ready to add: ${formatNumber(ready)}:count:`;
    const wrongText = $localize`:@@shows.import.to-correct:Lines to correct: ${formatNumber(wrong)}:count:`;
    const doneText = $localize`:@@shows.import.done:Items added: ${formatNumber(this.done())}:count:`;
    return [
      ...(this.done() > 0 ? [doneText] : []),
      ...(ready > 0 || this.done() === 0 ? [readyText] : []),
      ...(wrong > 0 ? [wrongText] : []),
    ].join(' · ');
  });

  constructor() {
    effect((onCleanup) => {
      const numbers = this.read()
        .flatMap(({ item, problem }) => (problem === null ? [item.itemNumber] : []))
        .filter((number) => !this.checked().has(number))
        .slice(0, MAX_ITEMS_PER_REQUEST);
      if (numbers.length === 0) return;
      const timer = setTimeout(() => void this.check(numbers), CHECK_DELAY_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Without an answer, lines are not marked: the server refuses their numbers when they are added. */
  private async check(numbers: readonly string[]): Promise<void> {
    const unclaimable = await this.api
      .unclaimableNumbers(this.question.showId, numbers)
      .catch((): readonly string[] => []);
    this.checked.update(
      (checked) =>
        new Map([...checked, ...numbers.map((number) => [number, !unclaimable.includes(number)] as const)]),
    );
  }

  protected assign(column: number, role: ColumnRole): void {
    this.chosenRoles = true;
    this.decimal.set(null);
    this.roles.update((roles) => withRole(roles, column, role));
  }

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
    this.decimal.set(null);
    this.chosenCandidate.set(null);
    if (file.size > MAX_FILE_BYTES) {
      this.problem.set(
        $localize`:@@shows.import.file-too-large:${file.name}:file: is larger than ${formatMegabytes(MAX_FILE_BYTES)}:size:. Choose a smaller file.`,
      );
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { certain, candidates }: FileText = isWorkbook(bytes)
        ? { certain: await readWorkbookText(bytes), candidates: [] }
        : readFileText(bytes);
      this.fileName.set(file.name);
      this.candidates.set(
        candidates.map((candidate) => ({ ...candidate, sample: sampleWords(candidate.text) })),
      );
      this.text.set(certain ?? '');
    } catch {
      this.problem.set(
        $localize`:@@shows.import.file-not-text:${file.name}:file: is not an Excel workbook or a text file. Save the list as .xlsx or CSV and choose that file.`,
      );
    }
  }

  protected choose(candidate: DecodedText): void {
    this.chosenCandidate.set(candidate);
    this.text.set(candidate.text);
  }

  /**
   * Adds the lines without a problem, all or none. The others stay in the field with their reasons, and so
   * does everything that the server refuses.
   */
  protected async add(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    const wrong = this.rows().filter(({ problem }) => problem !== null);
    try {
      const result = await this.api.addItems(
        this.question.showId,
        this.valid().map(({ item }) => item),
      );
      this.question.added(result, wrong.length);
      if (wrong.length === 0) this.dialog.close();
      else this.keep(result.items, sheetText(this.sheet(), wrong));
    } catch (failure) {
      const error = ApiError.from(failure);
      const reason = error.details[0]?.message ?? error.message;
      this.problem.set($localize`:@@shows.import.not-added:Nothing was added: ${reason}:reason:`);
    } finally {
      this.busy.set(false);
    }
  }

  private keep(added: readonly Item[], text: string): void {
    // The columns stay what they were: the lines that are left may read differently on their own.
    this.chosenRoles = true;
    this.done.update((count) => count + added.length);
    this.taken.update((taken) => [...taken, ...added.map(({ itemNumber }) => itemNumber)]);
    this.candidates.set([]);
    this.text.set(text);
  }
}

function unclaimableText(itemNumber: string): string {
  return $localize`:@@shows.import.problem.unclaimable:No comment can claim “${itemNumber}:number:”, because in a comment it means something else. Use a number such as 12 or A12`;
}
