import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { WorkspaceSettings } from '@sellary/contracts';
import { FieldKeys } from '../ui/field-keys';
import { counted } from '../ui/words';

type NumberField = 'pollIntervalSeconds' | 'fairnessWindowSeconds' | 'maxClaimsPerComment';
export type SettingChange = { field: NumberField; value: number } | { field: 'retentionDays'; value: number | null };

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const seconds = (n: number): string => (n === 0 ? 'Off' : counted(n, 'second'));

const CHOICES: { field: NumberField; name: string; hint: string; values: number[]; said: (n: number) => string }[] = [
  {
    field: 'pollIntervalSeconds',
    name: 'Ask Facebook for new comments every',
    hint: 'A shorter time shows comments sooner and uses up the platform\u2019s budget faster.',
    values: upTo(2, 10),
    said: seconds,
  },
  {
    field: 'fairnessWindowSeconds',
    name: 'Fairness window of new shows',
    hint: 'In a show on two platforms, claims wait this long, so that the faster platform does not win by its speed.',
    values: upTo(0, 10),
    said: seconds,
  },
  {
    field: 'maxClaimsPerComment',
    name: 'Claims that one comment may make',
    hint: 'With more than one, \u201csold 12 and sold 14\u201d claims both.',
    values: upTo(1, 10),
    said: String,
  },
];

/** What new shows start with, beyond their words, and how long ended ones are kept. The owner saves. */
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
        <span class="text-meta text-soft">Days that ended shows are kept</span>
        <input
          #days
          type="number"
          inputmode="numeric"
          min="90"
          max="36500"
          class="field w-32"
          placeholder="Server’s"
          aria-describedby="retention-hint"
          [attr.aria-invalid]="problem()?.field === 'retentionDays'"
          [value]="settings().retentionDays ?? ''"
          [disabled]="disabled()"
          appFieldKeys
          (entered)="days.blur()"
          (blur)="keepFor(days)"
        />
      </label>
      <p id="retention-hint" class="mt-1 text-meta text-soft">
        At least 90. Then the whole show goes, with its comments and claims; the audit log keeps its numbers. Empty: as this server is set.
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
    // An unreadable number looks empty to scripts: it must not be taken for "as the server".
    if (box.validity.badInput) {
      box.value = String(this.settings().retentionDays ?? '');
      return;
    }
    const value = box.value === '' ? null : Number(box.value);
    if (value !== this.settings().retentionDays) this.changed.emit({ field: 'retentionDays', value });
  }
}
