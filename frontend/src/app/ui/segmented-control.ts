import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** Buttons side by side, one of them pressed: filters a list. */
@Component({
  selector: 'app-segmented-control',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (choice of choices(); track choice.value) {
      <button
        type="button"
        class="h-8 flex-none rounded-md px-3 font-medium text-soft aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm coarse:h-11"
        [attr.aria-pressed]="chosen() === choice.value"
        (click)="chosen.set(choice.value)"
      >
        {{ choice.name }}
      </button>
    }
  `,
  host: {
    role: 'group',
    class: 'flex max-w-full gap-1 overflow-x-auto rounded-lg bg-sunken p-1 print:hidden',
  },
})
export class SegmentedControl<T> {
  readonly choices = input.required<readonly { readonly value: T; readonly name: string }[]>();
  readonly chosen = model.required<T>();
}
