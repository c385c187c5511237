import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TextField } from './text-field';

let count = 0;

/** A labeled text field with a hint or an error below it. */
@Component({
  selector: 'app-text-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [for]="id" class="mb-1 block font-medium text-ink">{{ label() }}</label>
    <div class="relative">
      <input
        #box
        class="field h-11! w-full text-ink"
        [class.pr-20!]="hasButton()"
        [id]="id"
        [type]="type()"
        [value]="field().text()"
        (input)="field().write(box.value)"
        (blur)="field().touched.set(true)"
        [autocomplete]="autocomplete()"
        [attr.inputmode]="type() === 'email' ? 'email' : null"
        [attr.autocapitalize]="type() === 'text' ? null : 'off'"
        [attr.spellcheck]="type() === 'text' ? null : 'false'"
        [attr.maxlength]="maxLength()"
        [required]="required()"
        [attr.aria-invalid]="field().error() !== null"
        [attr.aria-describedby]="id + '-below'"
      />
      <ng-content select="button" />
    </div>
    <div [id]="id + '-below'" class="min-h-6 pt-1 text-meta text-soft">
      @if (field().error(); as error) {
        <p class="text-bad" data-error aria-live="polite">{{ error }}</p>
      } @else if (hint()) {
        <p>{{ hint() }}</p>
      }
      <ng-content />
    </div>
  `,
  host: { class: 'block' },
})
export class TextBox {
  readonly field = input.required<TextField>();
  readonly label = input.required<string>();
  readonly autocomplete = input.required<string>();
  readonly type = input<'text' | 'email' | 'password'>('text');
  readonly required = input(true);
  readonly hint = input('');
  readonly maxLength = input<number | null>(null);
  /** True if a button covers the end of the box. */
  readonly hasButton = input(false);
  protected readonly id = `text-box-${(count += 1)}`;
}
