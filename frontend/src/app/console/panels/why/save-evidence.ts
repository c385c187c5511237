import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ReportsApi } from '../../../api/reports-api';
import { Icon } from '../../../ui/icon';
import { OneAtATime } from '../../../ui/one-at-a-time';
import { saveFile } from '../../../ui/save-file';

/** Saves a file that explains and proves a claim, to hand to the buyer. */
@Component({
  selector: 'app-save-evidence',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <button type="button" class="act" [disabled]="work.busy()" (click)="save()">
      <app-icon name="download" class="size-4!" />
      @if (work.busy()) {
        <span i18n="@@console.evidence.saving">Checking the show…</span>
      } @else {
        <span i18n="@@console.evidence.save">Save evidence</span>
      }
    </button>
    @if (work.problem(); as text) {
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
  protected readonly work = new OneAtATime();

  protected async save(): Promise<void> {
    const { id, showId } = this.claim();
    await this.work.run(async () => {
      const { content, fileName } = await this.api.evidence(showId, id);
      saveFile(this.document, content, fileName);
    });
  }
}
