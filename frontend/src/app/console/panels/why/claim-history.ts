import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ApiError } from '../../../api/api-error';
import { ReportsApi } from '../../../api/reports-api';
import { clockWithTenths } from '../../../ui/times';
import { ConsoleStore } from '../../state/console-store';
import { SaveEvidence } from './save-evidence';
import { explanationKey, isShownInHistory, stepSentence } from './step-sentence';

/**
 * Lists the steps that gave a claim its status and place, as explained by the server, and saves the evidence.
 */
@Component({
  selector: 'app-claim-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [SaveEvidence],
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
      <app-save-evidence class="mt-2" [claim]="claim()" />
    }
  `,
  host: { class: 'block' },
})
export class ClaimHistory {
  private readonly api = inject(ReportsApi);
  protected readonly store = inject(ConsoleStore);
  readonly claim = input.required<Claim>();
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
}
