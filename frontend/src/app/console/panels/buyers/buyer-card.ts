import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  untracked,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Buyer, Claim, Outcome } from '@sellary/contracts';
import { namesakesOf, searchTermsFor } from '../../../api/namesakes';
import { buyerName } from '../../../ui/buyer-name';
import { ClaimsApi } from '../../../api/claims-api';
import { ShowsApi } from '../../../api/shows-api';
import { BLOCK_TEXTS } from '../../../blocks/block-texts';
import { BlockedBuyers } from '../../../blocks/blocked-buyers';
import { ProfileSummary } from '../../../buyers/profile-summary';
import { ActionButtons } from '../../../extensions/action-buttons';
import { actorName } from '../../../ui/actor-name';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { Icon } from '../../../ui/icon';
import { LoadFailed } from '../../../ui/load-failed';
import { Notices } from '../../../ui/notices';
import { ClockPipe, DayPipe } from '../../../ui/times';
import { platformName } from '../../../ui/platform-names';
import { ConsoleStore } from '../../state/console-store';
import { DrawnRows } from '../../list/drawn-rows';
import { Drawer } from '../../state/drawer';
import { positionOf } from '../../state/claim-positions';
import { OUTCOME_WORDS, claimStatusWord } from '../../../shows/claim-status-words';

const MAX_ROWS = 200;
/** True for outcomes in which the buyer asked for something but got no claim. */
const IS_UNCOUNTED = {
  winner: false,
  waitlist: false,
  pending: false,
  item_not_found: false,
  item_withdrawn: true,
  duplicate_user: true,
  passed: false,
  no_active_claim: true,
  over_limit: true,
  blocked: true,
  refused: true,
  review: true,
  ignored: false,
  outside_show: true,
  host: false,
} as const satisfies Record<Outcome, boolean>;

/**
 * Lists one buyer's claims and uncounted comments. Other buyers with the same name or handle are listed
 * separately, never merged.
 */
@Component({
  selector: 'app-buyer-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, ActionButtons, Chip, Icon, LoadFailed, ProfileSummary, DrawnRows, ClockPipe, DayPipe],
  templateUrl: './buyer-card.html',
  host: { class: 'block px-3 pb-4' },
})
export class BuyerCard {
  private readonly claimsApi = inject(ClaimsApi);
  private readonly shows = inject(ShowsApi);
  protected readonly store = inject(ConsoleStore);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  protected readonly blocks = inject(BlockedBuyers);
  protected readonly effects = BLOCK_TEXTS;
  protected readonly actorName = actorName;
  protected readonly drawer = inject(Drawer);
  protected readonly nameOf = buyerName;
  protected readonly platformName = platformName;
  readonly buyer = input.required<Buyer>();
  private readonly buyerId = computed(() => this.buyer().id);

  protected readonly history = resource({
    params: () => ({
      showId: this.store.showId(),
      buyerId: this.buyerId(),
      queries: searchTermsFor(this.buyer()),
      snapshotCount: this.store.snapshotCount(),
    }),
    loader: async ({ params: { showId, buyerId, queries } }) => {
      const [byHandle, byId, page] = await Promise.all([
        this.claimsApi.list(showId, { buyer: queries.buyer, limit: MAX_ROWS }),
        this.claimsApi.list(showId, { buyer: buyerId, limit: MAX_ROWS }),
        this.shows.comments(showId, { q: queries.q, limit: MAX_ROWS }),
      ]);
      return { claims: [...byId.claims, ...byHandle.claims], comments: page.comments };
    },
  });
  /** Claims of this buyer, and of other buyers with the same handle, updated by events. */
  private readonly claims = computed<Claim[]>(() => {
    const state = this.store.state();
    const all = new Map(
      (this.history.hasValue() ? this.history.value().claims : []).map((claim) => [claim.id, claim]),
    );
    for (const claim of state?.claims.values() ?? []) {
      if (all.has(claim.id) || claim.buyer.id === this.buyerId()) all.set(claim.id, claim);
    }
    return [...all.values()].sort((a, b) => Date.parse(b.claimedAt) - Date.parse(a.claimedAt));
  });
  protected readonly buyerClaims = computed(() => {
    const state = this.store.state();
    return this.claims()
      .filter(({ buyer }) => buyer.id === this.buyerId())
      .map((claim) => ({ claim, word: claimStatusWord(claim, positionOf(state, claim.id)) }));
  });
  protected readonly totalText = computed(() => {
    const countOf = (status: Claim['status']): number =>
      this.buyerClaims().filter(({ claim }) => claim.status === status).length;
    const sum = this.buyerClaims().reduce((total, { claim }) => total + (claim.price ?? 0), 0);
    return [
      ...(this.store.state()?.show.currency === undefined ? [] : [this.store.money(sum)]),
      wonText(countOf('winner')),
      $localize`:Number of items@@console.buyer.waiting:${countOf('waitlist')}:count: waiting`,
      $localize`:Number of claims that the buyer gave up@@console.buyer.passed:${countOf('passed')}:count: passed`,
    ].join(' · ');
  });
  protected readonly uncountedComments = computed(() => {
    const onPage = this.store.state()?.comments.filter(({ buyer }) => buyer.id === this.buyerId()) ?? [];
    const fromServer = this.history.hasValue()
      ? this.history.value().comments.filter(({ buyer }) => buyer.id === this.buyerId())
      : [];
    const all = new Map([...fromServer, ...onPage].map((comment) => [comment.id, comment]));
    const newestFirst = [...all.values()].sort(
      (a, b) => Date.parse(b.commentedAt) - Date.parse(a.commentedAt),
    );
    return newestFirst.flatMap((comment) => {
      const word = IS_UNCOUNTED[comment.outcome] ? OUTCOME_WORDS[comment.outcome] : null;
      return word ? [{ comment, word }] : [];
    });
  });
  protected readonly namesakes = computed(() => namesakesOf(this.buyer(), this.claims()));
  protected readonly block = computed(() => this.blocks.blockOf(this.buyerId()));
  protected readonly canBlock = computed(() => this.block() === null && this.store.isOperator());

  constructor() {
    effect(() => {
      this.buyerId();
      // Another operator may have blocked the buyer in the meantime.
      untracked(() => void this.blocks.load());
    });
  }

  protected async askToBlock(): Promise<void> {
    try {
      const { BlockDialog } = await import('../../../blocks/block-dialog');
      this.dialog.open(BlockDialog, { data: this.buyer(), width: '30rem' });
    } catch (failure) {
      this.notices.fail(failure);
    }
  }
}

function wonText(units: number): string {
  return units === 1
    ? $localize`:@@console.buyer.won-unit:1 unit won`
    : $localize`:@@console.buyer.won:${units}:count: units won`;
}
