import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { FieldKeys } from '../../../ui/field-keys';
import { ActButton } from '../../../ui/act-button';
import { Icon } from '../../../ui/icon';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleStore } from '../../state/console-store';

/** Edits the note and the flag of a claim. */
@Component({
  selector: 'app-claim-note',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, Icon, FieldKeys],
  template: `
    <div class="flex items-center gap-2">
      <input
        #box
        class="field min-w-0 flex-1"
        i18n-aria-label="@@console.note.label"
        aria-label="Note on this claim"
        i18n-placeholder="@@console.note.placeholder"
        placeholder="Note for the team"
        maxlength="500"
        [value]="note()"
        [disabled]="!store.isOperator()"
        (input)="note.set(box.value)"
        appFieldKeys
        (entered)="save(claim().flagged)"
      />
      <button
        type="button"
        class="act aria-pressed:border-ink"
        [attr.aria-pressed]="claim().flagged"
        [appAct]="!store.isOperator() || acts.busy('note-' + claim().id)"
        (click)="save(!claim().flagged)"
      >
        <app-icon name="flag" class="size-4!" />
        @if (claim().flagged) {
          <span i18n="@@console.note.flagged">Flagged</span>
        } @else {
          <span i18n="@@console.note.flag">Flag claim</span>
        }
      </button>
    </div>
    @if (acts.refusal('note-' + claim().id); as text) {
      <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
    } @else if (isUnsaved()) {
      <p class="mt-1 text-meta text-soft" i18n="@@console.note.unsaved">Press Enter to save the note.</p>
    }
  `,
  host: { class: 'block' },
})
export class ClaimNote {
  protected readonly acts = inject(ConsoleActs);
  protected readonly store = inject(ConsoleStore);
  readonly claim = input.required<Claim>();
  private readonly savedNote = computed(() => this.claim().operatorNotes ?? '');
  /** The text in the field. It is kept when other parts of the claim change. */
  protected readonly note = linkedSignal(this.savedNote);
  protected readonly isUnsaved = computed(() => this.note().trim() !== this.savedNote());

  protected save(flagged: boolean): void {
    void this.acts.annotate(this.claim(), { flagged, operatorNotes: this.note().trim() || null });
  }
}
