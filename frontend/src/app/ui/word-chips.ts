import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MAX_RULE_WORD_LENGTH, MAX_RULE_WORDS } from '@sellary/contracts';
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
          [attr.aria-invalid]="shownProblem() !== null"
          [value]="text()"
          appFieldKeys
          (input)="type(box, $event)"
          (entered)="$event.preventDefault(); add(box)"
          (blur)="add(box)"
        />
      }
    </div>
    @if (shownProblem(); as text) {
      <p class="mt-1.5 text-meta text-bad" role="alert">{{ text }}</p>
    }
  `,
})
export class WordChips {
  readonly words = input.required<readonly string[]>();
  /** Label of the field: "Add a claim word". */
  readonly label = input.required<string>();
  readonly maxWords = input(MAX_RULE_WORDS);
  readonly maxWordLength = input(MAX_RULE_WORD_LENGTH);
  readonly disabled = input(false);
  readonly problem = input<string | null>(null);
  readonly changed = output<string[]>();
  protected readonly firstPlaceholder = $localize`:@@ui.words.first:Type a word`;
  protected readonly morePlaceholder = $localize`:@@ui.words.more:Add…`;
  protected readonly text = signal('');
  /** The problem with the typed words, found before saving. */
  private readonly typedProblem = signal<string | null>(null);
  protected readonly shownProblem = computed(() => this.typedProblem() ?? this.problem());
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
    this.typedProblem.set(null);
    if (COMMAS.test(box.value) && !isComposing(event)) this.add(box);
  }

  protected add(box: HTMLInputElement): void {
    const text = this.text();
    const words = new Map(this.words().map((word) => [word.toLowerCase(), word]));
    for (const word of text.split(COMMAS).map((part) => part.trim())) {
      if (word && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    }
    const isUnchanged = words.size === this.words().length;
    this.typedProblem.set(isUnchanged ? null : this.problemWith([...words.values()]));
    if (this.typedProblem() !== null) return;
    this.text.set('');
    // If Angular has not rendered the typed word yet, it sees no change and would leave it in the field.
    box.value = '';
    if (isUnchanged) return;
    this.lastText = text;
    this.changed.emit([...words.values()]);
  }

  /** Returns why the words cannot be saved, as a sentence, or null if there is no problem. */
  private problemWith(words: readonly string[]): string | null {
    if (words.some(({ length }) => length > this.maxWordLength())) {
      return $localize`:@@ui.field.too-long:Use at most ${this.maxWordLength()}:count: characters`;
    }
    return words.length > this.maxWords()
      ? $localize`:@@ui.words.too-many:This list is full (maximum: ${this.maxWords()}:count:). Remove an entry first.`
      : null;
  }

  protected remove(word: string): void {
    this.lastText = '';
    this.typedProblem.set(null);
    this.changed.emit(this.words().filter((other) => other !== word));
  }
}
