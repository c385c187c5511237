import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ApiError } from '../../../api/api-error';
import { ReportsApi } from '../../../api/reports-api';
import { Icon } from '../../../ui/icon';
import { OneAtATime } from '../../../ui/one-at-a-time';
import { saveFile } from '../../../ui/save-file';
import { clockWithTenths } from '../../../ui/times';
import { ConsoleStore } from '../../state/console-store';
import { explanationKey, isShownInHistory, stepSentence } from './step-sentence';

/**
 * Lists the steps that gave a claim its status and place, as explained by the server. Saves a file that
 * explains and proves the claim, to hand to the buyer.
 */
@Component({
  selector: 'app-claim-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <h3 class="mb-1.5 text-meta font-medium text-soft" i18n="@@console.history.heading">
      History of this claim
    </h3>
    @if (problem(); as text) {
      <p class="text-meta text-soft" i18n="@@console.history.failed">
        The history could not be loaded: {{ text }}
      </p>
    } @else {
      <ol class="grid gap-1">
        @for (step of steps(); track $index) {
          <li class="grid grid-cols-[auto_1fr] gap-2">
            <time class="text-meta/5 text-soft tabular-nums" [attr.datetime]="step.at">{{ step.time }}</time>
            <span>{{ step.sentence }}</span>
          </li>
        }
      </ol>
    }
    @if (store.isOperator()) {
      <button type="button" class="act mt-2" [disabled]="work.busy()" (click)="saveEvidence()">
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
    }
  `,
  host: { class: 'block' },
})
export class ClaimHistory {
  private readonly api = inject(ReportsApi);
  private readonly document = inject(DOCUMENT);
  protected readonly store = inject(ConsoleStore);
  readonly claim = input.required<Claim>();
  protected readonly work = new OneAtATime();
  private readonly explanation = resource({
    params: () => `${this.store.snapshotCount()} ${explanationKey(this.claim())}`,
    loader: () => this.api.explanation(this.claim().id),
  });
  protected readonly problem = computed(() => {
    const failure = this.explanation.error();
    return failure === undefined ? null : ApiError.from(failure).message;
  });
  protected readonly steps = computed(() =>
    (this.explanation.hasValue() ? this.explanation.value().steps : [])
      .filter(isShownInHistory)
      .map((step) => ({ at: step.at, time: clockWithTenths(step.at), sentence: stepSentence(step) })),
  );

  protected async saveEvidence(): Promise<void> {
    const { id, showId } = this.claim();
    await this.work.run(async () => {
      const { content, fileName } = await this.api.evidence(showId, id);
      saveFile(this.document, content, fileName);
    });
  }
}
