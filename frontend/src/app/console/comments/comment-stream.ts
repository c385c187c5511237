import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ClockPipe } from '../../ui/times';
import { ConsoleStore } from '../console-store';
import { NewestFirst } from '../newest-first';
import { RowHeights } from '../row-heights';
import { OUTCOME_WORDS } from '../status-words';
import { matchParts } from './match-parts';

@Component({
  selector: 'app-comment-stream',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NewestFirst, Chip, EmptyState, Icon, ClockPipe],
  template: `
    <div class="flex-none border-b border-line px-3 py-2">
      <label class="relative block">
        <span class="sr-only">Find in comments</span>
        <app-icon name="search" class="pointer-events-none absolute top-2 left-2.5 text-soft coarse:top-3.5" />
        <input
          #box
          type="search"
          class="field w-full pl-9!"
          placeholder="Find in comments"
          [value]="query()"
          (input)="query.set(box.value)"
          (keydown.escape)="query.set('')"
        />
      </label>
    </div>
    @if (comments().length > 0) {
      <app-newest-first
        label="Comments, newest first"
        [rows]="comments()"
        [keyOf]="keyOf"
        [rowHeight]="heights.comment()"
        [rowTemplate]="template"
      />
    } @else if (query()) {
      <app-empty-state icon="search_off" heading="No comment like that" text="Try fewer letters, or another spelling." />
    } @else {
      <app-empty-state
        icon="chat"
        heading="No comments yet"
        text="Every comment of the broadcast appears here, also those that claim nothing."
      />
    }
    <ng-template #template let-comment>
      <div class="h-full overflow-hidden border-b border-line/60 px-3 py-1.5" [class.text-soft]="comment.outcome === 'ignored'">
        <div class="flex h-5 items-center gap-2">
          <span class="min-w-0 flex-1 truncate font-semibold text-ink">{{
            comment.buyer.hidden ? 'Hidden viewer' : comment.buyer.handle
          }}</span>
          @if (words[outcomeOf(comment)]; as word) {
            <app-chip class="h-5!" [tone]="word.tone" [icon]="word.icon">{{ word.word }}</app-chip>
          }
          <time class="flex-none text-meta text-soft tabular-nums" [attr.datetime]="comment.commentedAt">{{
            comment.commentedAt | clock
          }}</time>
        </div>
        <p class="mt-0.5 truncate" [title]="comment.text">
          @for (part of parts(comment); track $index) {
            @if (part.matched) {
              <mark class="rounded bg-sunken px-0.5 font-semibold text-ink">{{ part.text }}</mark>
            } @else {
              <span>{{ part.text }}</span>
            }
          }
        </p>
      </div>
    </ng-template>
  `,
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class CommentStream {
  private readonly store = inject(ConsoleStore);
  protected readonly heights = inject(RowHeights);
  protected readonly words = OUTCOME_WORDS;
  protected readonly query = signal('');
  protected readonly keyOf = (comment: Comment): string => comment.id;
  protected readonly parts = matchParts;
  protected readonly comments = computed(() => {
    const comments = this.store.state()?.comments ?? [];
    const words = this.query().trim().toLowerCase();
    return words
      ? comments.filter(({ text, buyer }) => text.toLowerCase().includes(words) || buyer.handle.toLowerCase().includes(words))
      : comments;
  });

  /** Templates of a virtual list lose the type of their row. */
  protected outcomeOf(comment: Comment): Comment['outcome'] {
    return comment.outcome;
  }
}
