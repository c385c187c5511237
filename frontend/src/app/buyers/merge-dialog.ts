import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Person, PersonRow } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { PeopleApi } from '../api/people-api';
import { Combobox } from '../ui/combobox';
import { languageName } from '../ui/buyer-languages';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { accountsText, figuresText, personName } from './person-texts';
import { searchText } from '../ui/search-text';

const MAX_SUGGESTIONS = 8;

/** Asks for the other buyer, shows the result of the merge, and merges. Closes with the merged buyer. */
@Component({
  selector: 'app-merge-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, Combobox, Problem],
  template: `
    <form (submit)="$event.preventDefault(); merge()">
      <h2 mat-dialog-title>{{ title }}</h2>
      <mat-dialog-content>
        <p class="mb-3" i18n="@@buyers.merge.lead">
          Use this if one person has several accounts. Claims and blocks stay with their accounts, and merging
          doesn’t change any claims.
        </p>
        <app-combobox
          i18n-label="@@buyers.merge.other"
          label="Other buyer"
          [maxLength]="200"
          [options]="suggestions()"
          [text]="text()"
          (textChange)="setText($event)"
          (chosen)="choose($event)"
        >
          <ng-template #suggestion let-person>
            <span class="block font-semibold">{{ nameOf(person.name, person.accounts) }}</span>
            <span class="block text-meta text-soft"
              >{{ accountsOf(person.accounts) }} · {{ figuresOf(person.figures) }}</span
            >
          </ng-template>
        </app-combobox>
        @if (hasNoMatch()) {
          <p class="mt-2 text-meta text-soft" role="status" i18n="@@buyers.merge.none">
            No other buyers match.
          </p>
        }
        @if (preview.hasValue()) {
          @let it = preview.value();
          <section class="mt-4 rounded-lg bg-sunken px-4 py-3" aria-live="polite">
            <h3 class="font-medium text-ink" i18n="@@buyers.merge.result">After the merge</h3>
            <dl class="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
              <dt class="text-soft" i18n="@@buyers.profile.name">Name</dt>
              <dd class="wrap-anywhere text-ink">{{ resultName() }}</dd>
              <dt class="text-soft" i18n="@@buyers.accounts.heading">Accounts</dt>
              <dd class="wrap-anywhere text-ink">{{ resultAccounts() }}</dd>
              <dt class="text-soft" i18n="@@buyers.profile.tags">Tags</dt>
              <dd class="wrap-anywhere text-ink">{{ it.result.tags.join(', ') || '–' }}</dd>
              <dt class="text-soft" i18n="@@buyers.profile.note">Note</dt>
              <dd class="wrap-anywhere whitespace-pre-line text-ink">{{ it.result.note ?? '–' }}</dd>
              <dt class="text-soft" i18n="@@buyers.profile.language">Language for messages</dt>
              <dd class="text-ink">{{ it.result.language ? languageOf(it.result.language) : '–' }}</dd>
            </dl>
            @if (it.kept.blocked !== it.joined.blocked) {
              <p class="mt-2 text-warn" i18n="@@buyers.merge.one-blocked">
                Only some of these accounts are blocked. The others will stay unblocked.
              </p>
            }
            <p class="mt-2 text-meta text-soft" i18n="@@buyers.merge.undo">You can undo a merge later.</p>
          </section>
        }
        <app-problem class="mt-3" [text]="problemText()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@buyers.merge.cancel">
          Cancel
        </button>
        <button
          matButton="filled"
          type="submit"
          [disabled]="!preview.hasValue() || work.busy()"
          i18n="@@buyers.merge.submit"
        >
          Merge buyers
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class MergeDialog {
  private readonly person = inject<Person>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MergeDialog, Person>>(MatDialogRef);
  private readonly api = inject(PeopleApi);
  protected readonly title = $localize`:@@buyers.merge.title:Merge ${personName(
    this.person.name,
    this.person.accounts.map(({ buyer }) => buyer),
  )}:buyer: with another buyer`;
  protected readonly text = signal('');
  private readonly search = searchText(this.text);
  private readonly chosenBuyer = signal<PersonRow | null>(null);
  protected readonly work = new OneAtATime();
  protected readonly nameOf = personName;
  protected readonly accountsOf = accountsText;
  protected readonly figuresOf = figuresText;
  protected readonly languageOf = languageName;

  private readonly matches = resource({
    params: () => this.search() || undefined,
    // One more than shown, because this person may be in the results and is left out.
    loader: async ({ params }) =>
      (await this.api.list({ search: params, limit: MAX_SUGGESTIONS + 1 })).people,
  });
  protected readonly suggestions = computed(() =>
    this.chosenBuyer() === null && this.search() !== '' && this.matches.hasValue()
      ? this.matches
          .value()
          .filter(({ id }) => id !== this.person.id)
          .slice(0, MAX_SUGGESTIONS)
      : [],
  );
  protected readonly hasNoMatch = computed(
    () =>
      this.chosenBuyer() === null &&
      this.search() !== '' &&
      this.matches.hasValue() &&
      !this.matches.isLoading() &&
      this.suggestions().length === 0,
  );
  protected readonly preview = resource({
    params: () => this.chosenBuyer() ?? undefined,
    loader: ({ params }) => this.api.previewMerge(this.person.id, params.id),
  });
  protected readonly problemText = computed(() => {
    const failure = this.work.problem() === null ? (this.preview.error() ?? this.matches.error()) : undefined;
    return failure === undefined ? this.work.problem() : ApiError.from(failure).message;
  });
  private readonly resultBuyers = computed(() =>
    this.preview.hasValue() ? this.preview.value().accounts.map(({ buyer }) => buyer) : [],
  );
  protected readonly resultName = computed(() =>
    this.preview.hasValue() ? personName(this.preview.value().result.name, this.resultBuyers()) : '',
  );
  protected readonly resultAccounts = computed(() => accountsText(this.resultBuyers()));

  protected setText(text: string): void {
    this.text.set(text);
    this.chosenBuyer.set(null);
    this.work.problem.set(null);
  }

  protected choose(person: PersonRow): void {
    this.text.set(personName(person.name, person.accounts));
    this.chosenBuyer.set(person);
  }

  protected async merge(): Promise<void> {
    const other = this.chosenBuyer();
    if (other === null || !this.preview.hasValue()) return;
    await this.work.run(async () => {
      const { person } = await this.api.merge(this.person.id, other.id);
      this.dialog.close(person);
    });
  }
}
