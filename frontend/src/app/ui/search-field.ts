import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { FieldKeys } from './field-keys';
import { Icon } from './icon';

/**
 * A field that filters a list. Enter and the down arrow go to the first hit. Escape clears the field, and a
 * second Escape returns the focus to the row that had it before the field.
 */
@Component({
  selector: 'app-search-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, FieldKeys],
  template: `
    <label class="relative block" appFieldKeys (entered)="entered.emit()" (escaped)="escape()">
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
        (focus)="rememberRow($event)"
        (keydown.arrowdown)="$event.preventDefault(); movedDown.emit()"
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
  /** Emits on Enter. */
  readonly entered = output();
  /** Emits on the down arrow, which moves the focus into the list. */
  readonly movedDown = output();
  /** Key of the row that had the focus before the field. */
  private previousRowKey: string | undefined;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  protected rememberRow({ relatedTarget }: FocusEvent): void {
    this.previousRowKey =
      relatedTarget instanceof Element
        ? relatedTarget.closest<HTMLElement>('[data-key]')?.dataset['key']
        : undefined;
  }

  protected escape(): void {
    if (this.query() !== '') {
      this.query.set('');
      return;
    }
    // The list may have been redrawn since then, so the row is found by its key.
    const row = [...document.querySelectorAll<HTMLElement>('[data-key]')].find(
      ({ dataset }) => dataset['key'] === this.previousRowKey,
    );
    if (row) row.focus({ preventScroll: true });
    else this.box().nativeElement.blur();
  }

  focus(): void {
    this.box().nativeElement.focus();
  }
}
