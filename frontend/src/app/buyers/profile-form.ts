import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import {
  type BuyerLanguage,
  MAX_NOTE_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS_PER_PERSON,
  type PersonProfile,
  type UpdatePersonRequest,
} from '@sellary/contracts';
import { FieldKeys } from '../ui/field-keys';
import { languageChoices } from '../ui/buyer-languages';
import { Problem } from '../ui/problem';
import { WordChips } from '../ui/word-chips';

/**
 * A change to a profile, or a function that returns it. Such a function gets the server's profile when the
 * change is saved, because other changes may have been saved since the page's profile was read.
 */
export type ProfileChange = UpdatePersonRequest | ((stored: PersonProfile) => UpdatePersonRequest);

/** A buyer's name, tags, note, and language. The parent saves each change. */
@Component({
  selector: 'app-profile-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys, Problem, WordChips],
  template: `
    <section class="card p-5 sm:px-6" aria-labelledby="profile-heading">
      <h2 id="profile-heading" class="text-base!" i18n="@@buyers.profile.heading">Profile</h2>
      <p class="mt-0.5 text-soft" i18n="@@buyers.profile.lead">
        For your team. Viewers never see the profile. Tags don’t affect who wins unless the show’s policy uses
        them.
      </p>
      <app-problem class="mt-3" [text]="problem()" />
      <label class="mt-4 block">
        <span class="mb-1.5 block text-meta text-soft" i18n="@@buyers.profile.name">Name</span>
        <input
          #name
          class="field w-full"
          autocomplete="off"
          maxlength="200"
          i18n-placeholder="@@buyers.profile.name-default"
          placeholder="Same as the handle"
          [value]="profile().name ?? ''"
          appFieldKeys
          (entered)="name.blur()"
          (blur)="saveName(name.value)"
        />
      </label>
      <div class="mt-4">
        <span class="mb-1.5 block text-meta text-soft" i18n="@@buyers.profile.tags">Tags</span>
        <app-word-chips
          i18n-label="@@buyers.profile.add-tag"
          label="Add a tag"
          [words]="profile().tags"
          [maxWords]="maxTags"
          [maxWordLength]="maxTagLength"
          (changed)="saveTags($event)"
        />
      </div>
      <label class="mt-4 block">
        <span class="mb-1.5 block text-meta text-soft" i18n="@@buyers.profile.note">Note</span>
        <textarea
          #note
          class="field w-full"
          rows="4"
          [attr.maxlength]="maxNoteLength"
          [value]="profile().note ?? ''"
          (blur)="saveNote(note.value)"
        ></textarea>
      </label>
      <label class="mt-4 block">
        <span class="mb-1.5 block text-meta text-soft" i18n="@@buyers.profile.language"
          >Language for messages</span
        >
        <select #language class="field w-full sm:w-64" (change)="saveLanguage(language.value)">
          <option value="" [selected]="profile().language === null" i18n="@@buyers.profile.no-language">
            Not known
          </option>
          @for (option of languages; track option.value) {
            <option [value]="option.value" [selected]="profile().language === option.value">
              {{ option.name }}
            </option>
          }
        </select>
      </label>
    </section>
  `,
})
export class ProfileForm {
  readonly profile = input.required<PersonProfile>();
  readonly problem = input<string | null>(null);
  readonly changed = output<ProfileChange>();
  protected readonly maxTags = MAX_TAGS_PER_PERSON;
  protected readonly maxTagLength = MAX_TAG_LENGTH;
  protected readonly maxNoteLength = MAX_NOTE_LENGTH;
  protected readonly languages = languageChoices();

  protected saveName(text: string): void {
    const name = text.trim() || null;
    if (name !== this.profile().name) this.changed.emit({ name });
  }

  protected saveNote(text: string): void {
    const note = text.trim() || null;
    if (note !== this.profile().note) this.changed.emit({ note });
  }

  protected saveTags(tags: readonly string[]): void {
    const shown = this.profile().tags;
    this.changed.emit((stored) => {
      const kept = stored.tags.filter((tag) => tags.includes(tag) || !shown.includes(tag));
      return { tags: [...kept, ...tags.filter((tag) => !shown.includes(tag))] };
    });
  }

  protected saveLanguage(value: string): void {
    this.changed.emit({ language: value === '' ? null : (value as BuyerLanguage) });
  }
}
