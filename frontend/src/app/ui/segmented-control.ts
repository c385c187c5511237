import { ChangeDetectionStrategy, Component, booleanAttribute, input, model } from '@angular/core';

/** Buttons side by side for one choice, such as the filter of a list. The chosen one is pressed. */
@Component({
  selector: 'app-segmented-control',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (choice of choices(); track choice.value) {
      <button
        type="button"
        class="h-8 rounded-md font-medium text-soft aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm coarse:h-11"
        [class]="fills() ? 'flex-auto px-1 whitespace-nowrap' : 'flex-none px-3'"
        [attr.aria-pressed]="chosen() === choice.value"
        (click)="chosen.set(choice.value)"
      >
        {{ choice.name }}
      </button>
    }
  `,
  host: {
    role: 'group',
    '[class.gap-1]': '!fills()',
    class: 'flex max-w-full overflow-x-auto rounded-lg bg-sunken p-1 print:hidden',
  },
})
export class SegmentedControl<T> {
  readonly choices = input.required<readonly { readonly value: T; readonly name: string }[]>();
  /** True if the choices fill the whole width, so that a narrow column does not cut long words. */
  readonly fills = input(false, { transform: booleanAttribute });
  readonly chosen = model.required<T>();
}
