import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ClaimsApi } from '../../../api/claims-api';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { ShowMore } from '../../../ui/show-more';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { ClockPipe } from '../../../ui/times';
import { DrawnRows } from '../../list/drawn-rows';
import { labels } from '../labels';
import { ConsoleActs } from '../../acts/console-acts';
import { buyerName } from '../../../ui/buyer-name';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import type { ActRecord } from '../../state/act-record';
import { actSentence, isUndoable, undoSentence } from '../../state/acts';
import { type ClaimRow, rowOfExistingClaim, withOperator } from '../../state/feed-row';
import type { ShowState } from '../../state/show-state';
import { RESULT_WORDS } from '../../../shows/claim-status-words';
import { actorName } from '../../../ui/actor-name';

const INITIAL_LIMIT = 20;

interface Entry {
  key: string;
  at: string;
  text: string;
  row: ClaimRow | null;
  act: ActRecord | null;
  /** The effect of undoing the act, or null if it can no longer be undone. */
  undo: string | null;
}

/** The history of an item, newest first. Operators' acts can be undone for five minutes. */
@Component({
  selector: 'app-item-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, Chip, DrawnRows, ShowMore, MisclickGuard, ClockPipe],
  template: `
    @if (entries().length === 0) {
      <p class="py-1 text-soft" i18n="@@console.history.empty">Nothing has happened yet.</p>
    } @else {
      <div appDrawnRows i18n-aria-label="@@console.history.label" aria-label="History, newest first">
        @for (entry of entries(); track entry.key) {
          <div role="row" [attr.tabindex]="entry.row || entry.undo !== null ? null : -1">
            <div
              role="gridcell"
              class="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line/60 py-1 coarse:min-h-12"
            >
              <time class="flex-none text-meta text-soft tabular-nums">{{ entry.at | clock }}</time>
              @if (entry.row; as row) {
                <button
                  type="button"
                  tabindex="-1"
                  class="min-w-0 flex-1 truncate rounded text-left font-semibold hover:underline"
                  (click)="open(row)"
                >
                  {{ entry.text }}
                </button>
                @let word = words[row.result];
                <app-chip class="h-5!" [tone]="word.tone" [icon]="word.icon">{{ word.word }}</app-chip>
              } @else {
                <span class="min-w-0 flex-1">{{ entry.text }}</span>
                @if (entry.act && entry.undo !== null) {
                  <button
                    type="button"
                    tabindex="-1"
                    class="act"
                    [appMisclickGuard]="entry.key"
                    [appAct]="acts.busy('act-' + entry.act.seq)"
                    [attr.aria-label]="labels.undo(entry.undo)"
                    [title]="labels.undo(entry.undo)"
                    (click)="acts.undo(entry.act)"
                    i18n="@@console.history.undo"
                  >
                    Undo
                  </button>
                  <span class="w-full text-meta text-soft">{{ labels.undo(entry.undo) }}</span>
                }
              }
            </div>
          </div>
        }
      </div>
    }
    <app-show-more
      i18n-label="@@console.history.earlier"
      label="Show earlier entries"
      [total]="allEntries().length"
      [(limit)]="limit"
    />
  `,
  host: { class: 'block' },
})
export class ItemTimeline {
  private readonly api = inject(ClaimsApi);
  private readonly store = inject(ConsoleStore);
  private readonly drawer = inject(Drawer);
  protected readonly acts = inject(ConsoleActs);
  readonly itemId = input.required<string>();
  protected readonly words = RESULT_WORDS;
  protected readonly labels = labels;
  /** Claims from the server, including claims that ended before this page was opened. */
  private readonly itemClaims = resource({
    params: () => ({
      showId: this.store.showId(),
      itemId: this.itemId(),
      snapshotCount: this.store.snapshotCount(),
    }),
    loader: ({ params }) => this.api.itemClaims(params.showId, params.itemId),
  });
  private readonly claims = computed(() => (this.itemClaims.hasValue() ? this.itemClaims.value() : []));
  private readonly tenSeconds = computed(() => Math.floor(this.store.clock() / 10_000));
  protected readonly limit = signal(INITIAL_LIMIT);
  protected readonly entries = computed(() => this.allEntries().slice(0, this.limit()));
  protected readonly allEntries = computed<Entry[]>(() => {
    const state = this.store.deferredState();
    if (!state) return [];
    // Recomputed every ten seconds, so that Undo disappears after five minutes.
    this.tenSeconds();
    const id = this.itemId();
    const acts = state.acts.filter((act) => act.itemId === id || act.added.some((item) => item.id === id));
    const rows = state.feed.filter((row): row is ClaimRow => row.kind === 'claim' && row.itemId === id);
    const idsInFeed = new Set(rows.map(({ claimId }) => claimId));
    const ended = this.claims()
      .filter((claim) => !idsInFeed.has(claim.id))
      .map(rowOfEndedClaim);
    const unnamed = [...rows, ...ended].filter((row) => !acts.some((act) => isNamedBy(act, row, state)));
    const entries: Entry[] = [
      ...unnamed.map((row) => ({
        key: row.key,
        at: row.at,
        text: withOperator(buyerName(row.buyer), row.by),
        row,
        act: null,
        undo: null,
      })),
      ...acts.map((act) => ({
        key: `act-${act.seq}`,
        at: act.at,
        text: withOperator(actSentence(state, act), act.by && actorName(act.by)),
        row: null,
        act,
        undo: isUndoable(state, act, this.store.serverNow()) ? undoSentence(state, act) : null,
      })),
    ];
    return entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  });

  protected open(row: ClaimRow): void {
    const claim = this.claims().find(({ id }) => id === row.claimId);
    if (row.claimId !== null) {
      this.drawer.open({ kind: 'claim', id: row.claimId, ...(claim && { claim }) }, 'drawer');
    } else if (row.comment) {
      this.drawer.open({ kind: 'comment', id: row.comment.id, comment: row.comment }, 'drawer');
    }
  }
}

function rowOfEndedClaim(claim: Claim): ClaimRow {
  return { ...rowOfExistingClaim(claim), key: `e-${claim.id}`, at: claim.updatedAt };
}

/** True if the act's sentence already names the row's buyer. The row would only repeat the sentence. */
function isNamedBy({ act, at, changes }: ActRecord, row: ClaimRow, state: ShowState): boolean {
  return (
    (act === 'award' || act === 'release') &&
    (row.at === at || row.receivedAt === at) &&
    changes.slice(0, 2).some(({ claimId }) => claimId === row.claimId && state.claims.has(claimId))
  );
}
