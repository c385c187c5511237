import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ShowWithItems, UpdateShowRequest } from '@sellary/contracts';
import { WordChips } from '../ui/word-chips';

export interface SaveProblem {
  about: keyof UpdateShowRequest;
  text: string;
}

/** Claim and pass words of a show. */
@Component({
  selector: 'app-show-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordChips],
  template: `
    <section class="card p-5" aria-labelledby="words-heading">
      <h2 id="words-heading" i18n="@@shows.words.heading">Claim and pass words</h2>
      <p class="mt-3 mb-1.5 text-meta text-soft" i18n="@@shows.words.claim">To claim an item</p>
      <app-word-chips
        i18n-label="@@shows.words.add-claim-word"
        label="Add a claim word"
        [words]="show().claimWords"
        [disabled]="!mayEdit()"
        [problem]="problemOf('claimWords')"
        (changed)="save.emit({ claimWords: $event })"
      />
      <p class="mt-4 mb-1.5 text-meta text-soft" i18n="@@shows.words.pass">To pass on an item</p>
      <app-word-chips
        i18n-label="@@shows.words.add-pass-word"
        label="Add a pass word"
        [words]="show().passWords"
        [disabled]="!mayEdit()"
        [problem]="problemOf('passWords')"
        (changed)="save.emit({ passWords: $event })"
      />
      @if (show().claimWords[0]; as word) {
        @let item = show().items[0];
        @if (item?.title; as title) {
          <p class="mt-4 text-meta text-soft" i18n="@@shows.words.example-with-title">
            “{{ word }} {{ item?.itemNumber }}” claims 1 unit of {{ title }}.
          </p>
        } @else {
          <p class="mt-4 text-meta text-soft" i18n="@@shows.words.example">“{{ word }} {{ item?.itemNumber ?? '101' }}” claims 1 unit.</p>
        }
      }
    </section>
  `,
})
export class ShowWords {
  readonly show = input.required<ShowWithItems>();
  readonly mayEdit = input.required<boolean>();
  /** Last failed save of the show. */
  readonly problem = input<SaveProblem | null>(null);
  readonly save = output<UpdateShowRequest>();

  protected problemOf(field: SaveProblem['about']): string | null {
    const problem = this.problem();
    return problem?.about === field ? problem.text : null;
  }
}
