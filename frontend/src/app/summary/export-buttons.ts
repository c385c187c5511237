import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ExportType } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ReportsApi } from '../api/reports-api';
import { Icon } from '../ui/icon';
import { Notices } from '../ui/notices';
import { Problem } from '../ui/problem';
import { saveFile } from '../ui/save-file';

/** Claims and buyers as files for a spreadsheet. A failure stays beside the buttons until the next attempt. */
@Component({
  selector: 'app-export-buttons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Icon, Problem],
  template: `
    <div class="flex flex-wrap gap-2">
      @for (choice of choices; track choice.type) {
        <button matButton="outlined" type="button" [disabled]="running() !== null" (click)="take(choice.type)">
          <span class="flex items-center gap-1.5"
            ><app-icon name="download" />{{ running() === choice.type ? 'Preparing…' : choice.name }}</span
          >
        </button>
      }
    </div>
    @if (problem(); as text) {
      <app-problem class="mt-2 max-w-[28rem]">{{ text }}</app-problem>
    }
  `,
  host: { class: 'block print:hidden' },
})
export class ExportButtons {
  readonly showId = input.required<string>();
  private readonly api = inject(ReportsApi);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  protected readonly choices: readonly { type: ExportType; name: string }[] = [
    { type: 'claims', name: 'Claims CSV' },
    { type: 'buyers', name: 'Buyers CSV' },
  ];
  protected readonly running = signal<ExportType | null>(null);
  protected readonly problem = signal<string | null>(null);

  protected async take(type: ExportType): Promise<void> {
    if (this.running() !== null) return;
    this.running.set(type);
    this.problem.set(null);
    try {
      const { content, fileName } = await this.api.export(this.showId(), type);
      saveFile(this.document, content, fileName);
      this.notices.say(`Saved as ${fileName}`);
    } catch (failure) {
      this.problem.set(`Nothing was saved. ${ApiError.from(failure).message}`);
    } finally {
      this.running.set(null);
    }
  }
}
