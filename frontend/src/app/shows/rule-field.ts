import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * Label, hint, and problem of the projected control. The control's id is `rule`, and the hint's id is
 * `<rule>-hint`.
 */
@Component({
  selector: 'app-rule-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <label [for]="rule()" class="min-w-0 flex-1 basis-32 text-meta text-soft">{{ name() }}</label>
      <ng-content />
    </div>
    <p [id]="rule() + '-hint'" class="mt-1 text-meta text-soft">{{ hint() }}</p>
    @if (comparison(); as text) {
      <p class="mt-1 text-meta text-soft">{{ text }}</p>
    }
    @if (problem(); as text) {
      <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
    }
  `,
  host: { class: 'mt-4 block' },
})
export class RuleField {
  readonly rule = input.required<string>();
  readonly name = input.required<string>();
  readonly hint = input.required<string>();
  /** Comparison with the workspace's rule. Absent if there is none. */
  readonly comparison = input<string>();
  readonly problem = input<string | null>(null);
}
