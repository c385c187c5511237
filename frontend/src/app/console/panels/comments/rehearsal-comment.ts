import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ApiError } from '../../../api/api-error';
import { DebugApi } from '../../../api/debug-api';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { ConsoleStore } from '../../state/console-store';
import { OUTCOME_WORDS } from '../../../shows/claim-status-words';

/** Sends a comment as a rehearsal viewer and shows its outcome. Hidden if the server does not offer it. */
@Component({
  selector: 'app-rehearsal-comment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, Chip],
  template: `
    @if (isOffered()) {
      <form
        class="flex-none border-t border-line bg-ground p-3 [@media(height<34rem)]:hidden"
        i18n-aria-label="@@console.rehearsal.label"
        aria-label="Write a comment as a viewer"
        (submit)="send($event, handle, text)"
      >
        <div class="mb-2 flex h-6 items-center gap-2">
          <span class="flex-1 truncate text-meta text-soft" i18n="@@console.rehearsal.heading"
            >Rehearsal: write a comment as a viewer</span
          >
          <span aria-live="polite" class="flex min-w-0">
            @if (outcomeWord(); as result) {
              <app-chip [tone]="result.tone" [icon]="result.icon">{{ result.word }}</app-chip>
            } @else if (problem()) {
              <app-chip tone="bad" icon="error" [title]="problem()">{{ problem() }}</app-chip>
            }
          </span>
        </div>
        <div class="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] gap-2">
          <input
            #handle
            class="field"
            i18n-aria-label="@@console.rehearsal.handle"
            aria-label="Viewer's handle"
            value="ivy"
            maxlength="40"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
          />
          <input
            #text
            class="field"
            i18n-aria-label="@@console.rehearsal.comment"
            aria-label="Comment"
            [placeholder]="example()"
            maxlength="500"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
          />
          <button
            type="submit"
            class="act"
            [appAct]="busy()"
            i18n="Button: sends the comment@@console.rehearsal.send"
          >
            Send
          </button>
        </div>
      </form>
    }
  `,
  host: { class: 'block flex-none' },
})
export class RehearsalComment {
  private readonly store = inject(ConsoleStore);
  private readonly debug = inject(DebugApi);
  private readonly isUnavailable = signal(false);
  /** By hand, because `OneAtATime` would be one more file that each rehearsal's console loads. */
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly outcome = signal<keyof typeof OUTCOME_WORDS | null>(null);
  private readonly source = computed(() =>
    this.store.state()?.show.sources.find(({ platform }) => platform === 'rehearsal'),
  );
  protected readonly isOffered = computed(() => {
    const status = this.store.state()?.show.status;
    return (
      !this.isUnavailable() &&
      this.source() !== undefined &&
      this.store.isOperator() &&
      (status === 'active' || status === 'paused')
    );
  });
  protected readonly outcomeWord = computed(() => {
    const outcome = this.outcome();
    return (
      outcome &&
      (OUTCOME_WORDS[outcome] ?? {
        word: $localize`:A comment that does not ask for an item@@console.comment.chatter-chip:Chatter`,
        icon: 'chat' as const,
        tone: 'mute' as const,
      })
    );
  });
  protected readonly example = computed(() => {
    const state = this.store.state();
    const item = this.store.currentItem() ?? state?.items.get(state.itemOrder[0] ?? '');
    return `${state?.show.claimWords[0] ?? 'sold'} ${item?.itemNumber ?? '101'}`;
  });

  protected async send(event: Event, handle: HTMLInputElement, box: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const state = this.store.state();
    const source = this.source();
    const name = handle.value.trim().replace(/^@/, '') || 'ivy';
    if (!state || !source || this.busy()) return;
    this.busy.set(true);
    this.outcome.set(null);
    this.problem.set(null);
    try {
      const { outcome } = await this.debug.emitComment({
        showId: state.show.id,
        userId: `rehearsal-${name.toLowerCase()}`,
        userHandle: name,
        text: box.value.trim() || this.example(),
        platform: source.platform,
        ...(source.liveId !== null && { liveId: source.liveId }),
      });
      this.outcome.set(outcome === 'duplicate' ? 'duplicate_user' : outcome);
      box.value = '';
    } catch (failure) {
      const error = ApiError.from(failure);
      if (error.status === 404) this.isUnavailable.set(true);
      this.problem.set(error.message);
    } finally {
      this.busy.set(false);
    }
  }
}
