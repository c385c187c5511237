import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiError } from '../api/api-error';
import { ReportsApi } from '../api/reports-api';
import { formatNumber } from '../i18n/format-locale';
import { Icon } from '../ui/icon';
import { Problem } from '../ui/problem';

/** Lets an admin check a show's record. The server decides everything again and compares the results. */
@Component({
  selector: 'app-replay-check',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Icon, Problem],
  template: `
    <h2 id="replay-heading" i18n="@@summary.replay.heading">Proof</h2>
    <p class="mt-1 text-soft" i18n="@@summary.replay.text">
      The server works through every comment and change in this show again, by the same rules, and compares
      the result with what is stored.
    </p>
    <button
      matButton="outlined"
      type="button"
      class="mt-3 print:hidden!"
      [disabled]="verdict.isLoading()"
      (click)="check()"
    >
      <span class="flex items-center gap-1.5"
        ><app-icon name="replay" />
        @if (verdict.isLoading()) {
          <ng-container i18n="@@summary.replay.running">Checking…</ng-container>
        } @else {
          <ng-container i18n="@@summary.replay.check">Check the record</ng-container>
        }
      </span>
    </button>
    <div aria-live="polite">
      <app-problem class="mt-3 max-w-[28rem]" [text]="problem()" />
      @if (verdict.hasValue()) {
        @let it = verdict.value();
        @if (it.equal) {
          <p class="mt-3 flex items-start gap-2 text-good">
            <app-icon name="check_circle" />
            <span i18n="@@summary.replay.equal"
              >The record is intact. Working through everything again gave the same results. Comments:
              {{ number(it.comments) }}. Claims, including those that were undone:
              {{ number(it.claims) }}.</span
            >
          </p>
        } @else {
          <p class="mt-3 flex items-start gap-2 text-bad">
            <app-icon name="error" />
            <span i18n="@@summary.replay.different"
              >The record does not match. Differences: {{ number(it.differenceCount) }}. The first ones:</span
            >
          </p>
          <ul class="mt-1 list-disc pl-8 break-words">
            @for (difference of it.differences.slice(0, 5); track $index) {
              <li>{{ difference }}</li>
            }
          </ul>
        }
        <p class="mt-2 text-meta break-words text-soft">
          <ng-container i18n="@@summary.replay.hash">{it.rows, plural,
            =1 {1 ledger row. Its hash:}
            other {{{ number(it.rows) }} ledger rows. Hash of the last one:}
          }</ng-container>
          {{ it.headHash }}
        </p>
        @if (it.unchecked.length > 0) {
          <p class="mt-1 text-meta text-soft" i18n="@@summary.replay.unchecked">
            Not recorded at the time of this show, so not compared: {{ it.unchecked.join(', ') }}
          </p>
        }
      }
    </div>
  `,
  host: { class: 'block' },
})
export class ReplayCheck {
  private readonly api = inject(ReportsApi);
  readonly showId = input.required<string>();
  private readonly checks = signal(0);
  protected readonly verdict = resource({
    params: () => (this.checks() === 0 ? undefined : { showId: this.showId(), checks: this.checks() }),
    loader: ({ params }) => this.api.replay(params.showId),
  });
  protected readonly number = formatNumber;
  protected readonly problem = computed(() => {
    const failure = this.verdict.error();
    return failure === undefined ? null : ApiError.from(failure).message;
  });

  protected check(): void {
    this.checks.update((times) => times + 1);
  }
}
