import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { Icon } from './icon';
import { Steady } from './steady';

/** A short list of words, edited as chips: Enter or comma adds, the cross takes away. The owner saves, and gives back what is saved, or the problem. */
@Component({
  selector: 'app-word-chips',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Steady],
  template: `
    <div class="flex flex-wrap items-center gap-1.5">
      @for (word of words(); track word) {
        <span class="inline-flex h-8 items-center gap-1 rounded-lg bg-sunken pl-2.5 font-medium" [class.pr-2.5]="disabled()">
          {{ word }}
          @if (!disabled()) {
            <button
              type="button"
              class="grid size-8 place-items-center rounded-lg text-soft hover:text-ink"
              [appSteady]="word"
              [attr.aria-label]="'Remove ' + word"
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
          [attr.aria-label]="'Add a ' + label()"
          [placeholder]="words().length ? 'Add…' : 'Type a word'"
          autocapitalize="off"
          maxlength="40"
          [value]="typed()"
          (input)="typed.set(box.value)"
          (keydown.enter)="$event.preventDefault(); add()"
          (keydown.,)="$event.preventDefault(); add()"
          (blur)="add()"
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
  /** Singular, for screen readers: "claim word". */
  readonly label = input.required<string>();
  readonly disabled = input(false);
  readonly problem = input<string | null>(null);
  readonly changed = output<string[]>();
  protected readonly typed = signal('');
  /** The word last offered to the owner: it comes back to the field when it was not saved. */
  private offered = '';
  private readonly known = computed(() => new Set(this.words().map((word) => word.toLowerCase())));

  constructor() {
    effect(() => {
      if (this.problem() !== null) untracked(() => this.typed.update((now) => now || this.offered));
    });
  }

  protected add(): void {
    const word = this.typed().trim();
    this.typed.set('');
    if (!word || this.known().has(word.toLowerCase())) return;
    this.offered = word;
    this.changed.emit([...this.words(), word]);
  }

  protected remove(word: string): void {
    this.offered = '';
    this.changed.emit(this.words().filter((other) => other !== word));
  }
}
