import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ShowWithItems, UpdateShowRequest } from '@sellary/contracts';
import { WordChips } from '../ui/word-chips';

export interface SaveProblem {
  about: keyof UpdateShowRequest;
  text: string;
}

/** What viewers write to claim and to pass in this show. */
@Component({
  selector: 'app-show-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordChips],
  template: `
    <section class="card p-5" aria-labelledby="words-heading">
      <h2 id="words-heading">Words that count</h2>
      <p class="mt-3 mb-1.5 text-meta text-soft">To claim</p>
      <app-word-chips
        label="claim word"
        [words]="show().claimWords"
        [disabled]="!mayEdit()"
        [problem]="problemOf('claimWords')"
        (changed)="save.emit({ claimWords: $event })"
      />
      <p class="mt-4 mb-1.5 text-meta text-soft">To pass</p>
      <app-word-chips
        label="pass word"
        [words]="show().passWords"
        [disabled]="!mayEdit()"
        [problem]="problemOf('passWords')"
        (changed)="save.emit({ passWords: $event })"
      />
      @if (show().claimWords[0]; as word) {
        <p class="mt-4 text-meta text-soft">
          “{{ word }} {{ show().items[0]?.itemNumber ?? '101' }}” claims one unit{{
            show().items[0]?.title ? ' of ' + show().items[0]?.title : ''
          }}.
        </p>
      }
    </section>
  `,
})
export class ShowWords {
  readonly show = input.required<ShowWithItems>();
  readonly mayEdit = input.required<boolean>();
  /** What could not be saved of it, and why. */
  readonly problem = input<SaveProblem | null>(null);
  readonly save = output<UpdateShowRequest>();

  protected problemOf(field: SaveProblem['about']): string | null {
    const problem = this.problem();
    return problem?.about === field ? problem.text : null;
  }
}
