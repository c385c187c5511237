import { ChangeDetectionStrategy, Component, effect, input, output, signal, untracked } from '@angular/core';
import { FieldKeys, isComposing } from './field-keys';
import { Icon } from './icon';
import { MisclickGuard } from './misclick-guard';

/** Commas that end a word, including the wide commas on Chinese and Japanese keyboards. */
const COMMAS = /[,，、]/;

/**
 * A short list of words, edited as chips. Enter or a comma adds a word, and the X removes one. The parent
 * component saves the words and passes back the words or the problem.
 */
@Component({
  selector: 'app-word-chips',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys, Icon, MisclickGuard],
  template: `
    <div class="flex flex-wrap items-center gap-1.5">
      @for (word of words(); track word) {
        <span
          class="inline-flex h-8 items-center gap-1 rounded-lg bg-sunken pl-2.5 font-medium"
          [class.pr-2.5]="disabled()"
        >
          {{ word }}
          @if (!disabled()) {
            <button
              type="button"
              class="grid size-8 place-items-center rounded-lg text-soft hover:text-ink"
              [appMisclickGuard]="word"
              [attr.aria-label]="removeLabel(word)"
              (click)="remove(word)"
            >
              <app-icon name="close" class="size-4!" />
            </button>
          }
        </span>
      }
      @if (!disabled()) {
        <input
          #box
          class="field h-8! w-32"
          [attr.aria-label]="label()"
          [placeholder]="words().length ? morePlaceholder : firstPlaceholder"
          autocapitalize="off"
          maxlength="40"
          [value]="text()"
          appFieldKeys
          (input)="type(box, $event)"
          (entered)="$event.preventDefault(); add(box)"
          (blur)="add(box)"
        />
      }
    </div>
    @if (problem(); as text) {
      <p class="mt-1.5 text-meta text-bad" role="alert">{{ text }}</p>
    }
  `,
})
export class WordChips {
  readonly words = input.required<readonly string[]>();
  /** Label of the field: "Add a claim word". */
  readonly label = input.required<string>();
  readonly disabled = input(false);
  readonly problem = input<string | null>(null);
  readonly changed = output<string[]>();
  protected readonly firstPlaceholder = $localize`:@@ui.words.first:Type a word`;
  protected readonly morePlaceholder = $localize`:@@ui.words.more:Add…`;
  protected readonly text = signal('');
  /** The last typed text passed to the parent component. It returns to the field if it was not saved. */
  private lastText = '';

  constructor() {
    effect(() => {
      if (this.problem() !== null) untracked(() => this.text.update((typed) => typed || this.lastText));
    });
  }

  protected removeLabel(word: string): string {
    return $localize`:@@ui.words.remove:Remove ${word}:word:`;
  }

  protected type(box: HTMLInputElement, event: Event): void {
    this.text.set(box.value);
    if (COMMAS.test(box.value) && !isComposing(event)) this.add(box);
  }

  protected add(box: HTMLInputElement): void {
    const text = this.text();
    this.text.set('');
    // If Angular has not rendered the typed word yet, it sees no change and would leave it in the field.
    box.value = '';
    const words = new Map(this.words().map((word) => [word.toLowerCase(), word]));
    for (const word of text.split(COMMAS).map((part) => part.trim())) {
      if (word && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    }
    if (words.size === this.words().length) return;
    this.lastText = text;
    this.changed.emit([...words.values()]);
  }

  protected remove(word: string): void {
    this.lastText = '';
    this.changed.emit(this.words().filter((other) => other !== word));
  }
}
