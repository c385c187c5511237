import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { WorkspaceSettings } from '@sellary/contracts';
import { FieldKeys } from '../ui/field-keys';

type NumberField = 'pollIntervalSeconds' | 'fairnessWindowSeconds' | 'maxClaimsPerComment';
export type SettingChange = { field: NumberField; value: number } | { field: 'retentionDays'; value: number | null };

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const seconds = (n: number): string =>
  n === 1 ? $localize`:@@settings.seconds-one:1 second` : $localize`:@@settings.seconds:${n}:count: seconds`;
const secondsOrOff = (n: number): string => (n === 0 ? $localize`:@@settings.off:Off` : seconds(n));

const CHOICES: { field: NumberField; name: string; hint: string; values: number[]; said: (n: number) => string }[] = [
  {
    field: 'pollIntervalSeconds',
    name: $localize`:@@settings.poll.name:Check Facebook for new comments every`,
    hint: $localize`:@@settings.poll.hint:A shorter time shows comments sooner, and uses up Facebook’s request limit faster.`,
    values: upTo(2, 10),
    said: seconds,
  },
  {
    field: 'fairnessWindowSeconds',
    name: $localize`:@@settings.fairness.name:Fairness window of new shows`,
    hint: $localize`:@@settings.fairness.hint:In a show on two platforms, claims wait this long, so that comments from the faster platform have no advantage.`,
    values: upTo(0, 10),
    said: secondsOrOff,
  },
  {
    field: 'maxClaimsPerComment',
    name: $localize`:@@settings.max-claims.name:Maximum claims per comment`,
    hint: $localize`:@@settings.max-claims.hint:With 2 or more, the comment “sold 12 and sold 14” claims both items.`,
    values: upTo(1, 10),
    said: String,
  },
];

/** Settings of new shows, and how long ended shows are stored. The owner saves. */
@Component({
  selector: 'app-show-defaults',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys],
  template: `
    @for (choice of choices; track choice.field) {
      <div class="mt-5">
        <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span class="text-meta text-soft">{{ choice.name }}</span>
          <select
            #box
            class="field w-32"
            [disabled]="disabled()"
            [attr.aria-describedby]="choice.field + '-hint'"
            (change)="changed.emit({ field: choice.field, value: +box.value })"
          >
            @for (n of choice.values; track n) {
              <option [value]="n" [selected]="n === settings()[choice.field]">{{ choice.said(n) }}</option>
            }
          </select>
        </label>
        <p [id]="choice.field + '-hint'" class="mt-1 text-meta text-soft">{{ choice.hint }}</p>
        @if (problem()?.field === choice.field) {
          <p class="mt-1 text-meta text-bad" role="alert">{{ problem()!.message }}</p>
        }
      </div>
    }
    <div class="mt-5">
      <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <span class="text-meta text-soft" i18n="@@settings.retention.name">Days to keep ended shows</span>
        <input
          #days
          type="number"
          inputmode="numeric"
          min="90"
          max="36500"
          class="field w-32"
          i18n-placeholder="@@settings.retention.default"
          placeholder="Default"
          aria-describedby="retention-hint"
          [attr.aria-invalid]="problem()?.field === 'retentionDays'"
          [value]="settings().retentionDays ?? ''"
          [disabled]="disabled()"
          appFieldKeys
          (entered)="days.blur()"
          (blur)="keepFor(days)"
        />
      </label>
      <p id="retention-hint" class="mt-1 text-meta text-soft" i18n="@@settings.retention.hint">
        At least 90. After that, the show is deleted with its comments and claims; the audit log keeps its totals. Leave it empty to use the
        default of this server.
      </p>
      @if (problem()?.field === 'retentionDays') {
        <p class="mt-1 text-meta text-bad" role="alert">{{ problem()!.message }}</p>
      }
    </div>
  `,
})
export class ShowDefaults {
  readonly settings = input.required<WorkspaceSettings>();
  readonly disabled = input(false);
  readonly problem = input<{ field: keyof WorkspaceSettings; message: string } | null>(null);
  readonly changed = output<SettingChange>();
  protected readonly choices = CHOICES;

  protected keepFor(box: HTMLInputElement): void {
    // An invalid number reads as empty: it must not count as "the default of the server".
    if (box.validity.badInput) {
      box.value = String(this.settings().retentionDays ?? '');
      return;
    }
    const value = box.value === '' ? null : Number(box.value);
    if (value !== this.settings().retentionDays) this.changed.emit({ field: 'retentionDays', value });
  }
}
