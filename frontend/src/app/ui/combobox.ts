import { NgTemplateOutlet } from '@angular/common';
import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  type TemplateRef,
  contentChild,
  inject,
  input,
  linkedSignal,
  model,
  output,
} from '@angular/core';
import { isComposing } from './field-keys';

let comboboxCount = 0;

/**
 * A text field with a list of suggestions below it, following the ARIA combobox pattern. The content is a
 * template for one suggestion. Enter chooses the marked suggestion; without one, it submits the form.
 */
@Component({
  selector: 'app-combobox',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet],
  template: `
    <label [for]="id" [class]="hidesLabel() ? 'sr-only' : 'mb-1.5 block'">{{ label() }}</label>
    <input
      #box
      cdkFocusInitial
      role="combobox"
      class="field h-11! w-full text-ink"
      [id]="id"
      [value]="text()"
      [placeholder]="placeholder()"
      [attr.maxlength]="maxLength()"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      [attr.aria-autocomplete]="'list'"
      [attr.aria-expanded]="options().length > 0"
      [attr.aria-controls]="options().length > 0 ? id + '-list' : null"
      [attr.aria-activedescendant]="markedIndex() >= 0 ? optionId(markedIndex()) : null"
      (input)="text.set(box.value)"
      (keydown)="keydown($event)"
    />
    <ul
      [id]="id + '-list'"
      role="listbox"
      class="mt-1 max-h-80 overflow-y-auto overscroll-contain rounded-lg border border-line"
      [class.hidden]="options().length === 0"
      [attr.aria-label]="label()"
    >
      @for (option of options(); track $index) {
        <li
          role="option"
          tabindex="-1"
          class="cursor-pointer px-3 py-2 coarse:py-3"
          [class.bg-sunken]="$index === markedIndex()"
          [class.forced-colors:outline]="$index === markedIndex()"
          [id]="optionId($index)"
          [attr.aria-selected]="$index === markedIndex()"
          (mousedown)="$event.preventDefault()"
          (mousemove)="markedIndex.set($index)"
          (click)="chosen.emit(option)"
          (keydown.enter)="chosen.emit(option)"
        >
          <ng-container *ngTemplateOutlet="suggestion(); context: { $implicit: option }" />
        </li>
      }
    </ul>
  `,
  host: { class: 'block' },
})
export class Combobox<T> {
  private readonly app = inject(ApplicationRef);
  readonly label = input.required<string>();
  readonly hidesLabel = input(false);
  readonly placeholder = input('');
  readonly maxLength = input<number | null>(null);
  readonly options = input.required<readonly T[]>();
  /** True if the first suggestion is marked initially, so that Enter chooses it. */
  readonly marksFirst = input(false);
  readonly text = model('');
  readonly chosen = output<T>();
  protected readonly suggestion = contentChild.required<TemplateRef<{ $implicit: T }>>('suggestion');
  protected readonly id = `combobox-${(comboboxCount += 1)}`;
  /** Index of the suggestion that Enter chooses; -1 if none. */
  protected readonly markedIndex = linkedSignal<readonly T[], number>({
    source: this.options,
    computation: (options) => (this.marksFirst() && options.length > 0 ? 0 : -1),
  });

  protected optionId(index: number): string {
    return `${this.id}-${index}`;
  }

  protected keydown(event: KeyboardEvent): void {
    if (isComposing(event) || !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
    // A fast typist or a busy page may deliver this key before the suggestions for the last letters are drawn.
    this.app.tick();
    const options = this.options();
    const option = options[this.markedIndex()];
    if (event.key === 'Enter' && option !== undefined) {
      event.preventDefault();
      this.chosen.emit(option);
    } else if (event.key !== 'Enter' && options.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = this.markedIndex() < 0 && step < 0 ? 0 : this.markedIndex();
      this.markedIndex.set((from + step + options.length) % options.length);
      document.getElementById(this.optionId(this.markedIndex()))?.scrollIntoView({ block: 'nearest' });
    }
  }
}
