import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { FieldKeys } from '../../ui/field-keys';
import { Icon } from '../../ui/icon';
import { ConsoleActs } from '../acts/console-acts';
import { ConsoleStore } from '../state/console-store';

/** Flags a claim for later, with a word on why. */
@Component({
  selector: 'app-claim-note',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, FieldKeys],
  template: `
    <div class="flex items-center gap-2">
      <input
        #box
        class="field min-w-0 flex-1"
        aria-label="Note on this claim"
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
        [disabled]="!store.isOperator() || acts.busy('note-' + claim().id)"
        (click)="save(!claim().flagged)"
      >
        <app-icon name="flag" class="size-4!" />{{ claim().flagged ? 'Flagged' : 'Flag' }}
      </button>
    </div>
    @if (acts.refusal('note-' + claim().id); as text) {
      <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
    } @else if (unsaved()) {
      <p class="mt-1 text-meta text-soft">Enter saves the note.</p>
    }
  `,
  host: { class: 'block' },
})
export class ClaimNote {
  protected readonly acts = inject(ConsoleActs);
  protected readonly store = inject(ConsoleStore);
  readonly claim = input.required<Claim>();
  private readonly saved = computed(() => ({ claimId: this.claim().id, note: this.claim().operatorNotes ?? '' }), {
    equal: (one, other) => one.claimId === other.claimId && one.note === other.note,
  });
  /** What is being written stays while anything else about the claim changes. */
  protected readonly note = linkedSignal(() => this.saved().note);
  protected readonly unsaved = computed(() => this.note().trim() !== this.saved().note);

  protected save(flagged: boolean): void {
    void this.acts.annotate(this.claim(), { flagged, operatorNotes: this.note().trim() || null });
  }
}
