import { ChangeDetectionStrategy, Component, type ElementRef, input, model, viewChild } from '@angular/core';
import { Icon } from './icon';

/** A field that filters a list. Listen for its keys on this element: they bubble. */
@Component({
  selector: 'app-search-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <label class="relative block">
      <span class="sr-only">{{ label() }}</span>
      <app-icon name="search" class="pointer-events-none absolute top-2 left-2.5 text-soft coarse:top-3.5" />
      <input
        #box
        type="search"
        class="field w-full pl-9!"
        [placeholder]="hint() || label()"
        autocapitalize="off"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        [value]="query()"
        (input)="query.set(box.value)"
      />
    </label>
  `,
  host: { class: 'block' },
})
export class SearchField {
  readonly label = input.required<string>();
  /** Explains what can be typed, if the label does not. */
  readonly hint = input('');
  readonly query = model.required<string>();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(): void {
    this.box().nativeElement.focus();
  }
}
