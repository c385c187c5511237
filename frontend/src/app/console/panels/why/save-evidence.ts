import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ApiError } from '../../../api/api-error';
import { ReportsApi } from '../../../api/reports-api';
import { Icon } from '../../../ui/icon';
import { saveFile } from '../../../ui/save-file';

/** Saves a file that explains and proves a claim, to hand to the buyer. */
@Component({
  selector: 'app-save-evidence',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <button type="button" class="act" [disabled]="saving()" (click)="save()">
      <app-icon name="download" class="size-4!" />
      @if (saving()) {
        <span i18n="@@console.evidence.saving">Checking the show…</span>
      } @else {
        <span i18n="@@console.evidence.save">Save evidence</span>
      }
    </button>
    @if (problem(); as text) {
      <p class="mt-1 text-meta text-bad" role="alert" i18n="@@console.evidence.failed">
        No file was saved: {{ text }}
      </p>
    }
  `,
  host: { class: 'block' },
})
export class SaveEvidence {
  private readonly api = inject(ReportsApi);
  private readonly document = inject(DOCUMENT);
  readonly claim = input.required<Claim>();
  protected readonly saving = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async save(): Promise<void> {
    const { id, showId } = this.claim();
    this.saving.set(true);
    this.problem.set(null);
    try {
      const { content, fileName } = await this.api.evidence(showId, id);
      saveFile(this.document, content, fileName);
    } catch (failure) {
      this.problem.set(ApiError.from(failure).message);
    } finally {
      this.saving.set(false);
    }
  }
}
