import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ClaimsApi } from '../../api/claims-api';
import { Chip } from '../../ui/chip';
import { ShowMore } from '../../ui/show-more';
import { Steady } from '../../ui/steady';
import { ClockPipe } from '../../ui/times';
import { ConsoleActs } from '../acts/console-acts';
import { ConsoleStore } from '../state/console-store';
import { Drawer } from '../drawer/drawer';
import type { ActRecord } from '../state/act-record';
import { actSentence, isUndoable, undoSentence } from '../state/acts';
import { type ClaimRow, rowOfStandingClaim } from '../state/feed-row';
import { HAPPENING_WORDS } from '../../shows/claim-status-words';

const SHOWN_AT_FIRST = 20;

interface Entry {
  key: string;
  at: string;
  text: string;
  row: ClaimRow | null;
  act: ActRecord | null;
  /** What taking the act back would do; null where it can no longer be. */
  undo: string | null;
}

/** Everything that happened to an item, newest first, with the operators' acts and, for five minutes, a way back. */
@Component({
  selector: 'app-item-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, ShowMore, Steady, ClockPipe],
  template: `
    <ol aria-label="What happened, newest first">
      @for (entry of entries(); track entry.key) {
        <li class="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line/60 py-1 coarse:min-h-12">
          <time class="flex-none text-meta text-soft tabular-nums">{{ entry.at | clock }}</time>
          @if (entry.row; as row) {
            <button type="button" class="min-w-0 flex-1 truncate rounded text-left font-semibold hover:underline" (click)="open(row)">
              {{ entry.text }}
            </button>
            @let word = words[row.happening];
            <app-chip class="h-5!" [tone]="word.tone" [icon]="word.icon">{{ word.word }}</app-chip>
          } @else {
            <span class="min-w-0 flex-1">{{ entry.text }}</span>
            @if (entry.act && entry.undo !== null) {
              <button
                type="button"
                class="act"
                [appSteady]="entry.key"
                [disabled]="acts.busy('act-' + entry.act.seq)"
                [attr.aria-label]="'Undo: ' + entry.undo"
                [title]="'Undo: ' + entry.undo"
                (click)="acts.undo(entry.act)"
              >
                Undo
              </button>
              <span class="w-full text-meta text-soft">Undo: {{ entry.undo }}</span>
            }
          }
        </li>
      } @empty {
        <li class="py-1 text-soft">Nothing yet.</li>
      }
    </ol>
    <app-show-more words="Show earlier" [of]="all().length" [(shown)]="shown" />
  `,
  host: { class: 'block' },
})
export class ItemTimeline {
  private readonly api = inject(ClaimsApi);
  private readonly store = inject(ConsoleStore);
  private readonly drawer = inject(Drawer);
  protected readonly acts = inject(ConsoleActs);
  readonly itemId = input.required<string>();
  protected readonly words = HAPPENING_WORDS;
  private readonly showId = computed(() => this.store.state()?.show.id ?? '');
  /** Claims that ended before this page was opened are known to the server only. */
  private readonly earlier = resource({
    params: () => ({ showId: this.showId(), itemId: this.itemId() }),
    loader: ({ params }) => this.api.ofItem(params.showId, params.itemId),
  });
  private readonly now = computed(() => Math.floor(this.store.clock() / 10_000));
  protected readonly shown = linkedSignal({ source: () => this.itemId(), computation: () => SHOWN_AT_FIRST });
  protected readonly entries = computed(() => this.all().slice(0, this.shown()));
  protected readonly all = computed<Entry[]>(() => {
    const state = this.store.deferredState();
    if (!state) return [];
    // Looked at again every ten seconds, so that an Undo goes when its five minutes are over.
    this.now();
    const id = this.itemId();
    const acts = state.acts.filter((act) => act.itemId === id);
    const rows = state.feed.filter((row): row is ClaimRow => row.kind === 'claim' && row.itemId === id);
    const known = new Set(rows.map(({ claimId }) => claimId));
    const ended = (this.earlier.hasValue() ? this.earlier.value() : []).filter((claim) => !known.has(claim.id)).map(rowOfEndedClaim);
    const entries: Entry[] = [
      ...[...rows, ...ended].map((row) => ({ key: row.key, at: row.at, text: nameOf(row), row, act: null, undo: null })),
      ...acts.map((act) => ({
        key: `act-${act.seq}`,
        at: act.at,
        text: `${actSentence(state, act)}${act.by ? `, by ${act.by.name}` : ''}`,
        row: null,
        act,
        undo: isUndoable(state, act, this.store.serverNow()) ? undoSentence(state, act) : null,
      })),
    ];
    return entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  });

  protected open(row: ClaimRow): void {
    const claim = this.earlier.hasValue() ? this.earlier.value().find(({ id }) => id === row.claimId) : undefined;
    if (row.claimId !== null) this.drawer.open({ kind: 'claim', id: row.claimId, ...(claim && { claim }) }, 'drawer');
    else if (row.comment) this.drawer.open({ kind: 'comment', id: row.comment.id, comment: row.comment }, 'drawer');
  }
}

function rowOfEndedClaim(claim: Claim): ClaimRow {
  return { ...rowOfStandingClaim(claim), key: `e-${claim.id}`, at: claim.updatedAt };
}

function nameOf({ hidden, handle, by }: ClaimRow): string {
  return `${hidden ? 'Hidden viewer' : handle}${by ? `, by ${by}` : ''}`;
}
