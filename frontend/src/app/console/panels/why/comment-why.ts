import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { awardRequestTo } from '../../../api/award-request';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { clockWithTenths } from '../../../ui/times';
import { platformName } from '../../../ui/platform-names';
import { ConsoleActs } from '../../acts/console-acts';
import { NeedsActs } from '../../acts/needs-acts';
import { buyerName } from '../../../ui/buyer-name';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { proposalsOf } from '../needs/proposals';
import { ReviewPreviews, previewQuery } from '../needs/review-previews';
import { OUTCOME_WORDS } from '../../../shows/claim-status-words';
import { explainComment } from './explain';

/** Explains why a comment made no claim, and offers the commands that the operator can use. */
@Component({
  selector: 'app-comment-why',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, Chip, MisclickGuard],
  template: `
    @let thisComment = comment();
    <div class="flex items-center gap-2 pb-2">
      @if (outcome(); as chip) {
        <app-chip [tone]="chip.tone" [icon]="chip.icon">{{ chip.word }}</app-chip>
      } @else {
        <app-chip
          tone="mute"
          icon="chat"
          i18n="A comment that does not ask for an item@@console.comment.chatter-chip"
          >Chatter</app-chip
        >
      }
      <span class="text-meta text-soft">{{ platform() }}</span>
    </div>
    @let buyer = thisComment.buyer;
    <button
      type="button"
      class="font-semibold hover:underline"
      (click)="drawer.open({ kind: 'buyer', id: buyer.id, buyer }, 'drawer')"
    >
      {{ nameOf(buyer) }}
    </button>
    <p class="mt-1 rounded-md bg-sunken px-2 py-1.5 break-words">{{ thisComment.text }}</p>
    @if (thisComment.editedText !== undefined) {
      <p class="mt-1 text-meta text-soft" i18n="@@console.comment.edited">
        Edited later. The decision does not change. New text:
      </p>
      <p class="mt-1 rounded-md bg-sunken px-2 py-1.5 break-words text-soft">{{ thisComment.editedText }}</p>
    }
    @if (thisComment.deletedAt !== undefined) {
      <p class="mt-1 text-meta text-soft" i18n="@@console.comment.deleted">
        Deleted on the platform. The decision does not change.
      </p>
    } @else if (thisComment.hiddenAt !== undefined) {
      <p class="mt-1 text-meta text-soft" i18n="@@console.comment.hidden">
        Hidden on the platform. The decision does not change.
      </p>
    }
    <p class="mt-1 text-meta text-soft tabular-nums" i18n="A comment's two timestamps@@console.comment.times">
      Written {{ written() }}, arrived {{ arrived() }}
    </p>
    <p class="mt-3">{{ reason() }}</p>
    @if (review(); as row) {
      <p class="mt-2 min-h-6 text-soft" aria-live="polite">{{ preview() ?? '' }}</p>
      <p class="mt-2 flex flex-wrap gap-2">
        @if (!previews.needsChoice(row)) {
          <button
            type="button"
            class="act"
            [appMisclickGuard]="thisComment.id + ' accept'"
            [appAct]="acts.busy(row.key)"
            (click)="needs.accept(row)"
          >
            <ng-container i18n="@@console.needs.accept">Accept</ng-container>
          </button>
        }
        <button
          type="button"
          class="act"
          [appMisclickGuard]="thisComment.id + ' edit'"
          [appAct]="acts.busy(row.key)"
          (click)="needs.edit(row)"
        >
          @if (previews.needsChoice(row)) {
            <ng-container i18n="@@console.needs.choose-item">Choose…</ng-container>
          } @else {
            <ng-container i18n="@@console.comment.edit">Edit and accept…</ng-container>
          }
        </button>
        <button
          type="button"
          class="act"
          [appMisclickGuard]="thisComment.id + ' dismiss'"
          [appAct]="acts.busy(row.key)"
          (click)="needs.dismiss(row)"
        >
          <ng-container i18n="@@console.needs.dismiss">Dismiss</ng-container>
        </button>
      </p>
      @if (acts.refusal(row.key); as text) {
        <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
      }
    }
    @for (proposal of proposals(); track proposal.itemNumber) {
      <div class="mt-3 flex items-center gap-2">
        <span class="min-w-0 flex-1 truncate">{{ proposal.sentence }}</span>
        @if (proposal.item; as item) {
          @if (store.isOperator() && proposal.canAward) {
            <button
              type="button"
              class="act"
              [appMisclickGuard]="thisComment.id + item.id"
              [appAct]="acts.busy(item.id)"
              (click)="award(proposal)"
              i18n="@@console.comment.award"
            >
              Award #{{ item.itemNumber }}
            </button>
          } @else {
            <button
              type="button"
              class="act act-quiet"
              (click)="drawer.open({ kind: 'item', id: item.id }, 'drawer')"
              i18n="@@console.comment.open-item"
            >
              Open item {{ item.itemNumber }}
            </button>
          }
        }
      </div>
      @if (acts.refusal(proposal.item?.id ?? ''); as text) {
        <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
      }
    }
  `,
  host: { class: 'block px-3 pb-4' },
})
export class CommentWhy {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly needs = inject(NeedsActs);
  protected readonly previews = inject(ReviewPreviews);
  protected readonly drawer = inject(Drawer);
  readonly comment = input.required<Comment>();
  protected readonly nameOf = buyerName;
  protected readonly outcome = computed(() => OUTCOME_WORDS[this.comment().outcome]);
  protected readonly platform = computed(() => platformName(this.comment().platform));
  protected readonly written = computed(() => clockWithTenths(this.comment().commentedAt));
  protected readonly arrived = computed(() => clockWithTenths(this.comment().receivedAt));
  protected readonly reason = computed(() => explainComment(this.comment()));
  /** The open decision about the comment, or null if there is none or the user may not make it. */
  protected readonly review = computed(() =>
    this.store.isOperator() ? this.needs.rowOf(this.comment()) : null,
  );
  protected readonly preview = this.previews.watch(
    computed(() => {
      const row = this.review();
      return row && previewQuery(row);
    }),
  );
  protected readonly proposals = computed(() => {
    const state = this.store.state();
    return state ? proposalsOf(state, this.comment()) : [];
  });

  protected award({ item, variant }: ReturnType<typeof proposalsOf>[number]): void {
    if (item) void this.acts.award(item, awardRequestTo(this.comment().buyer, variant));
  }
}
