import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ApiError } from '../api/api-error';
import type { Download, ExportStyle } from '../api/reports-api';
import { Icon } from './icon';
import { Notices } from './notices';
import { Problem } from './problem';
import { saveFile } from './save-file';

/** A table that can be downloaded. */
export interface ExportChoice {
  /** Label of the table's button. */
  readonly name: string;
  readonly load: (style: ExportStyle) => Promise<Download>;
}

/** Downloads tables as files for a spreadsheet. An error stays below the buttons until the next attempt. */
@Component({
  selector: 'app-export-buttons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatMenu, MatMenuItem, MatMenuTrigger, Icon, Problem],
  template: `
    <div class="flex flex-wrap gap-2">
      @for (choice of choices(); track choice.name) {
        <button
          #opener
          matButton="outlined"
          type="button"
          [disabled]="runningExport() !== null"
          [matMenuTriggerFor]="styleMenu"
        >
          <span class="flex items-center gap-1.5"
            ><app-icon name="download" />
            @if (runningExport() === choice.name) {
              <ng-container i18n="@@summary.export.preparing">Preparing…</ng-container>
            } @else {
              {{ choice.name }}
            }
            <app-icon name="keyboard_arrow_down" class="-mr-1 size-4!"
          /></span>
        </button>
        <mat-menu #styleMenu="matMenu">
          @for (option of styleOptions; track option.name) {
            <button mat-menu-item (click)="opener.focus(); download(choice, option.style)">
              <span class="block leading-5">{{ option.name }}</span>
              <span class="block text-meta text-soft">{{ option.hint }}</span>
            </button>
          }
        </mat-menu>
      }
    </div>
    <app-problem class="mt-2 max-w-[28rem]" [text]="problem()" />
  `,
  host: { class: 'block print:hidden' },
})
export class ExportButtons {
  readonly choices = input.required<readonly ExportChoice[]>();
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  protected readonly styleOptions: readonly { name: string; hint: string; style: ExportStyle }[] = [
    {
      name: $localize`:@@summary.export.excel.name:Excel workbook (.xlsx)`,
      hint: $localize`:@@summary.export.excel.use:Keeps item numbers and IDs unchanged`,
      style: { format: 'xlsx' },
    },
    {
      name: $localize`:@@summary.export.commas.name:CSV with commas`,
      hint: $localize`:@@summary.export.commas.use:For other programs`,
      style: { format: 'csv', separator: ',' },
    },
    {
      name: $localize`:@@summary.export.semicolons.name:CSV with semicolons`,
      hint: $localize`:@@summary.export.semicolons.use:For programs in many European countries`,
      style: { format: 'csv', separator: ';' },
    },
  ];
  protected readonly runningExport = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);

  protected async download(choice: ExportChoice, style: ExportStyle): Promise<void> {
    if (this.runningExport() !== null) return;
    this.runningExport.set(choice.name);
    this.problem.set(null);
    try {
      const { content, fileName } = await choice.load(style);
      saveFile(this.document, content, fileName);
      this.notices.show($localize`:@@summary.export.saved:Saved as ${fileName}:file:`);
    } catch (failure) {
      this.problem.set(
        $localize`:reason is one or two whole sentences|@@summary.export.failed:Nothing was saved. ${ApiError.from(failure).message}:reason:`,
      );
    } finally {
      this.runningExport.set(null);
    }
  }
}
