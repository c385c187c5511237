import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../../auth/session-store';
import { buyerName } from '../../../ui/buyer-name';
import { numberOf } from '../../state/stock-lines';
import { ActButton } from '../../../ui/act-button';
import { Handle } from '../../../ui/handle';
import { Icon } from '../../../ui/icon';
import { initials } from '../../../ui/initials';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { shortSourceName } from '../../../ui/platform-names';
import { SEVERITY_TEXT } from '../../../ui/severity';
import { clock } from '../../../ui/times';
import { ConsoleActs } from '../../acts/console-acts';
import { Keymap, keyName } from '../../keys/keymap';
import { ConsoleStore } from '../../state/console-store';
import { type SourceRow, commentOf } from '../../state/needs-rows';
import { repairPlace, sourceText, problemTone, problemWord } from '../strip/source-problem';
import { ReviewPreviews, previewQuery } from './review-previews';
import { acceptLabel, acceptName, canDismiss, objectKeyOf } from './row-acts';
import {
  NEED_ICONS,
  UNDO_TEXT,
  acceptGroupText,
  claimantNames,
  foldText,
  groupQuestion,
  numberQuestion,
  pausedMeta,
} from './need-text';
import type { ShownRow } from './shown-rows';

/** A Needs you row: the question, a preview of accepting, and the buttons at the end. */
@Component({
  selector: 'app-need-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton, RouterLink, Handle, Icon, MisclickGuard],
  templateUrl: './need-row.html',
  host: {
    role: 'gridcell',
    class:
      'group flex h-full items-center gap-2 border-b border-line/60 px-3 hover:bg-sunken/60 focus-within:bg-sunken/60 aria-busy:opacity-60 aria-busy:transition-opacity aria-busy:delay-300',
    '[attr.aria-busy]': 'busy() || null',
    '[class.cursor-pointer]': 'canOpen()',
    '[class.pl-8]': 'shown().row.parent !== null',
    'data-need': '',
  },
})
export class NeedRow {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  private readonly keymap = inject(Keymap);
  private readonly previews = inject(ReviewPreviews);
  protected readonly mayConnect = inject(SessionStore).mayAct('admin');
  protected readonly undoText = UNDO_TEXT;
  readonly shown = input.required<ShownRow>();
  /** True if this row's inner rows are shown below it. */
  readonly isUnfolded = input(false);
  readonly accepted = output();
  readonly dismissed = output();
  readonly edited = output();
  readonly acceptedAll = output();
  readonly undone = output();
  protected readonly row = computed(() => this.shown().row);
  protected readonly end = computed(() => this.shown().end);
  protected readonly canOpen = computed(() => this.row().kind !== 'number');
  protected readonly hasButtons = computed(() => this.end() === null && this.store.isOperator());
  protected readonly busy = computed(() => this.acts.busy(this.objectKey()));
  protected readonly refusal = computed(() => this.acts.refusal(this.objectKey()));
  private readonly objectKey = computed(() => objectKeyOf(this.row()));
  protected readonly icon = computed(() => {
    const row = this.row();
    const { icon, tone } = NEED_ICONS[row.kind];
    if (row.kind === 'source') return { name: icon, text: SEVERITY_TEXT[problemTone(row.source)] };
    const isOpenFold = row.kind === 'fold' && this.isUnfolded();
    return { name: isOpenFold ? ('keyboard_arrow_down' as const) : icon, text: SEVERITY_TEXT[tone] };
  });
  protected readonly comment = computed(() => commentOf(this.row()));
  protected readonly title = computed(() => {
    const row = this.row();
    switch (row.kind) {
      case 'review':
        return groupQuestion(row) ?? '';
      case 'number':
        return numberQuestion(row);
      case 'fold':
        return foldText(row);
      case 'source':
        return this.sourceTitle(row);
      case 'deleted':
      case 'flag':
        return `#${numberOf(row.claim)} · ${buyerName(row.claim.buyer)}`;
      case 'paused':
        return '';
    }
  });
  /** The result of accepting an open review, or null until it is first loaded. */
  protected readonly preview = this.previews.watch(
    computed(() => {
      const row = this.row();
      return row.kind === 'review' && this.end() === null ? previewQuery(row) : null;
    }),
  );
  protected readonly isReview = computed(() => this.row().kind === 'review' && this.end() === null);
  protected readonly meta = computed(() => {
    const row = this.row();
    const state = this.store.deferredState();
    const end = this.end();
    if (end !== null) return end.text;
    switch (row.kind) {
      case 'review':
        return this.previews.doubt(row);
      case 'paused':
        return state ? pausedMeta(state, row.comment) : '';
      case 'number':
        return row.claims.length > 1 ? claimantNames(row) : (row.claims[0]?.rawText ?? '');
      case 'source':
        return this.sourceMeta(row);
      case 'deleted':
        return $localize`:@@console.needs.deleted:The comment was deleted on the platform. Dismissing this keeps the claim.`;
      case 'flag':
        return row.claim.operatorNotes ?? '';
      case 'fold':
        return '';
    }
  });
  protected readonly repairAt = computed(() => {
    const row = this.row();
    return row.kind === 'source' ? repairPlace(row.source) : null;
  });
  protected readonly acceptText = computed(() => {
    const row = this.row();
    return acceptLabel(row, this.store.state(), {
      needsChoice: row.kind === 'review' && this.previews.needsChoice(row),
      count: row.kind === 'review' ? this.previews.acceptCount(row) : null,
    });
  });
  protected readonly ariaLabels = computed(() => {
    const row = this.row();
    const comment = this.comment();
    return {
      accept: acceptName(row, this.acceptText() ?? '', this.title()),
      dismiss: comment
        ? $localize`:@@console.needs.dismiss-comment:Dismiss ${buyerName(comment.buyer)}:buyer:’s comment`
        : $localize`:@@console.needs.dismiss-group:Dismiss: ${this.title()}:question:`,
      edit: comment
        ? $localize`:@@console.needs.edit-comment:Edit ${buyerName(comment.buyer)}:buyer:’s comment, then accept`
        : '',
      undo: $localize`:@@console.needs.undo-label:Undo: ${this.meta()}:result:`,
    };
  });
  protected readonly tooltips = computed(() => ({
    accept: this.withKey(this.acceptText() ?? '', 'accept'),
    dismiss: this.withKey($localize`:@@console.needs.dismiss:Dismiss`, 'dismiss'),
    edit: this.withKey($localize`:@@console.needs.edit:Edit`, 'edit'),
    undo: this.withKey(UNDO_TEXT, 'undo'),
  }));
  protected readonly canDismiss = computed(() => canDismiss(this.row()));
  protected readonly canEdit = computed(() => this.row().kind === 'review' && this.comment() !== null);
  /**
   * Text of the button that accepts a group about a word without counting the word from now on. Null for
   * other rows.
   */
  protected readonly acceptGroupText = computed(() => {
    const row = this.row();
    return row.kind === 'review' && row.question.kind === 'word' && row.comments.length > 1
      ? acceptGroupText(row)
      : null;
  });
  /** Other operators who are viewing or editing this review. */
  protected readonly watchers = computed(() => {
    const id = this.comment()?.id;
    if (id === undefined) return [];
    return this.store.otherOperators().flatMap(({ id: personId, name, open }) => {
      const text = watcherText(name, open, id);
      return text === null
        ? []
        : [{ id: personId, text, initials: initials(name), isEditing: open === `edit:${id}` }];
    });
  });

  private platformOf({ source }: SourceRow): string {
    const sources = this.store.state()?.show.sources ?? [];
    const known = sources.find(({ id }) => id === source.id);
    return known
      ? shortSourceName(known, sources)
      : $localize`:Used in place of a comment source's name@@console.needs.source:Source`;
  }

  private sourceTitle(row: SourceRow): string {
    const { problem, state } = row.source;
    return problem === undefined && state !== 'trouble'
      ? $localize`:@@console.needs.successor:${this.platformOf(row)}:platform: has a newer broadcast`
      : `${this.platformOf(row)}: ${problemWord(row.source)}`;
  }

  private sourceMeta({ source }: SourceRow): string {
    const { message, nextTryAt } = source;
    const text =
      sourceText(source) ?? message ?? $localize`:@@console.source.no-comments:Comments are not arriving.`;
    return nextTryAt
      ? `${text} ${$localize`:@@console.needs.next-try:Next attempt at ${clock(nextTryAt)}:time:`}`
      : text;
  }

  private withKey(text: string, act: 'accept' | 'dismiss' | 'edit' | 'undo'): string {
    return this.keymap.isOn() ? `${text} (${keyName(this.keymap.keysOf(act))})` : text;
  }
}

function watcherText(name: string, open: string | undefined, commentId: string): string | null {
  if (open === `edit:${commentId}`) {
    return $localize`:@@console.needs.editor:${name}:operator: is editing this`;
  }
  return open === `comment:${commentId}`
    ? $localize`:@@console.needs.viewer:${name}:operator: is viewing this`
    : null;
}
