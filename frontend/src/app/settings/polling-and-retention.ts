import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import {
  MAX_POLL_INTERVAL_SECONDS,
  MAX_RETENTION_DAYS,
  MIN_POLL_INTERVAL_SECONDS,
  MIN_RETENTION_DAYS,
  type WorkspaceSettings,
} from '@sellary/contracts';
import { StoredChoice } from '../shows/stored-choice';
import { FieldKeys } from '../ui/field-keys';
import { wholeNumberProblem } from '../ui/whole-number-problem';

type SettingChange =
  { field: 'pollIntervalSeconds'; value: number } | { field: 'retentionDays'; value: number | null };

const POLL_INTERVALS = Array.from(
  { length: MAX_POLL_INTERVAL_SECONDS - MIN_POLL_INTERVAL_SECONDS + 1 },
  (_, index) => MIN_POLL_INTERVAL_SECONDS + index,
).map((seconds) => ({ seconds, text: $localize`:@@settings.seconds:${seconds}:count: seconds` }));

/** Edits how often comments are read and how long ended shows are stored. The parent component saves. */
@Component({
  selector: 'app-polling-and-retention',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys, StoredChoice],
  template: `
    <div class="mt-4">
      <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <span class="text-meta text-soft" i18n="@@settings.poll.name"
          >Check Facebook for new comments every</span
        >
        <select
          #box
          class="field w-32"
          [disabled]="disabled()"
          aria-describedby="poll-hint"
          [appStoredChoice]="settings().pollIntervalSeconds"
          [notSaved]="problem()?.field === 'pollIntervalSeconds'"
          (change)="changed.emit({ field: 'pollIntervalSeconds', value: +box.value })"
        >
          @for (choice of pollIntervals; track choice.seconds) {
            <option [value]="choice.seconds" [selected]="choice.seconds === settings().pollIntervalSeconds">
              {{ choice.text }}
            </option>
          }
        </select>
      </label>
      <p id="poll-hint" class="mt-1 text-meta text-soft" i18n="@@settings.poll.hint">
        A shorter time shows comments sooner, and uses up Facebook’s request limit faster.
      </p>
      @if (problem()?.field === 'pollIntervalSeconds') {
        <p class="mt-1 text-meta text-bad" role="alert">{{ problem()!.message }}</p>
      }
    </div>
    <div class="mt-5">
      <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <span class="text-meta text-soft" i18n="@@settings.retention.name">Days to keep ended shows</span>
        <input
          #days
          type="number"
          inputmode="numeric"
          [min]="minDays"
          [max]="maxDays"
          class="field w-32"
          i18n-placeholder="@@settings.retention.default"
          placeholder="Default"
          aria-describedby="retention-hint"
          [attr.aria-invalid]="daysProblem() !== null"
          [value]="settings().retentionDays ?? ''"
          [disabled]="disabled()"
          appFieldKeys
          (entered)="days.blur()"
          (blur)="emitRetention(days)"
        />
      </label>
      <p id="retention-hint" class="mt-1 text-meta text-soft" i18n="@@settings.retention.hint">
        At least
        {{
          minDays  // i18n(ph="days")
        }}. After this period, the show is deleted with its comments and claims; the audit log keeps its
        totals. Leave the field empty to use this server’s default.
      </p>
      @if (daysProblem(); as text) {
        <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
      }
    </div>
  `,
})
export class PollingAndRetention {
  readonly settings = input.required<WorkspaceSettings>();
  readonly disabled = input(false);
  readonly problem = input<{ field: keyof WorkspaceSettings; message: string } | null>(null);
  readonly changed = output<SettingChange>();
  protected readonly pollIntervals = POLL_INTERVALS;
  protected readonly minDays = MIN_RETENTION_DAYS;
  protected readonly maxDays = MAX_RETENTION_DAYS;
  /** The problem with the number of days in the field, found before saving. */
  private readonly enteredDaysProblem = signal<string | null>(null);
  protected readonly daysProblem = computed(() => {
    const problem = this.problem();
    return this.enteredDaysProblem() ?? (problem?.field === 'retentionDays' ? problem.message : null);
  });

  protected emitRetention(box: HTMLInputElement): void {
    const problem = wholeNumberProblem(box);
    this.enteredDaysProblem.set(problem);
    // The browser reports an invalid number as empty, which would mean "this server's default".
    if (problem !== null) return;
    const value = box.value === '' ? null : Number(box.value);
    if (value !== this.settings().retentionDays) this.changed.emit({ field: 'retentionDays', value });
  }
}
