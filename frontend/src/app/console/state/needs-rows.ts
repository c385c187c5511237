import { type Claim, type Comment, DELETED_COMMENT_NOTE, type SourceHealth } from '@sellary/contracts';
import { isActiveClaim } from '../../api/active-claim';
import { itemKey } from '../../shows/item-key';
import type { ShowState } from './show-state';

/**
 * The question that a group of reviews has in common, so that one decision resolves all of them: a word that
 * is not yet a claim word, a claim word without a number, or a number without a word. A `comment` is in a
 * group by itself.
 */
type Question =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'no-number'; readonly word: string }
  | { readonly kind: 'only-number'; readonly number: string }
  | { readonly kind: 'comment' };

interface Row {
  /** Identifies the decision, and does not change when comments join or leave it. */
  readonly key: string;
  /** Key of the row from which this row was unfolded, or null if there is none. */
  readonly parent: string | null;
}

/** Comments in review that one decision resolves, ordered by claim time. */
export interface ReviewRow extends Row {
  readonly kind: 'review';
  readonly question: Question;
  readonly comments: readonly [Comment, ...Comment[]];
}

/** Claims on a number that no item has. */
export interface NumberRow extends Row {
  readonly kind: 'number';
  readonly number: string;
  readonly claims: readonly Claim[];
}

export interface SourceRow extends Row {
  readonly kind: 'source';
  readonly source: SourceHealth;
}

/** A comment that asked for an item while the show was paused. */
export interface PausedRow extends Row {
  readonly kind: 'paused';
  readonly comment: Comment;
}

interface FlagRow extends Row {
  readonly kind: 'flag';
  readonly claim: Claim;
}

/** An active claim whose comment was deleted on the platform. */
interface DeletedRow extends Row {
  readonly kind: 'deleted';
  readonly claim: Claim;
}

/** Many small decisions grouped in one row. */
export interface FoldRow extends Row {
  readonly kind: 'fold';
  readonly group: 'reviews' | 'numbers' | 'paused' | 'deleted' | 'flags';
  readonly rows: readonly NeedsRow[];
}

export type NeedsRow = ReviewRow | NumberRow | SourceRow | PausedRow | FlagRow | DeletedRow | FoldRow;

interface NeedsRowsInput {
  readonly state: ShowState;
  readonly sources: readonly SourceRow[];
  readonly paused: readonly Comment[];
}

/**
 * The Needs you rows: sources, reviews about the current item, groups of comments or claims (largest first),
 * and single decisions. Many single decisions of the same kind are folded into one row.
 */
export function needsRowsOf({ state, sources, paused }: NeedsRowsInput): NeedsRow[] {
  const currentKey = currentItemKey(state);
  const reviews = groupsOf(state.review.values());
  const numbers = numberRowsOf(state);
  const aboutCurrent = reviews.filter((row) => isAbout(row, currentKey));
  const groups = [...reviews, ...numbers].filter(
    (row) => !aboutCurrent.includes(row as ReviewRow) && sizeOf(row) > 1,
  );
  const flagged = [...state.flagged].flatMap((id) => state.claims.get(id) ?? []);
  const singles = reviews.filter((row) => !aboutCurrent.includes(row) && sizeOf(row) === 1);
  return [
    ...sources,
    ...aboutCurrent.sort(largestFirst),
    ...groups.sort(largestFirst),
    ...foldIfMany('reviews', singles),
    ...foldIfMany(
      'numbers',
      numbers.filter((row) => sizeOf(row) === 1),
    ),
    ...foldIfMany(
      'paused',
      paused.map((comment) => ({ kind: 'paused', key: `paused:${comment.id}`, parent: null, comment })),
      1,
    ),
    ...foldIfMany(
      'deleted',
      flagged
        .filter(isCommentDeleted)
        .map((claim) => ({ kind: 'deleted', key: `deleted:${claim.id}`, parent: null, claim })),
    ),
    ...foldIfMany(
      'flags',
      flagged
        .filter((claim) => !isCommentDeleted(claim))
        .map((claim) => ({ kind: 'flag', key: `flag:${claim.id}`, parent: null, claim })),
    ),
  ];
}

/** True if the claim is active, and the engine flagged it because its comment was deleted. */
const isCommentDeleted = (claim: Claim): boolean =>
  isActiveClaim(claim) && claim.operatorNotes?.endsWith(DELETED_COMMENT_NOTE) === true;

/** Builds the row for a source. Its key changes with the source's problem or newer broadcast. */
export function sourceRowOf(source: SourceHealth): SourceRow {
  const subject = source.problem ?? (source.state === 'trouble' ? 'trouble' : source.successor?.liveId);
  return { kind: 'source', key: `source:${source.id}:${subject}`, parent: null, source };
}

/** The rows inside a fold, or the comments of a group one by one. */
export function innerRows(row: NeedsRow): NeedsRow[] {
  if (row.kind === 'fold') return row.rows.map((inner) => ({ ...inner, parent: row.key }));
  if (row.kind !== 'review' || row.comments.length === 1) return [];
  return row.comments.map((comment) => reviewRowOf(comment, row.key));
}

/** Number of comments, claims, or inner rows that one row stands for. */
export function sizeOf(row: NeedsRow): number {
  if (row.kind === 'review') return row.comments.length;
  if (row.kind === 'number') return row.claims.length;
  return row.kind === 'fold' ? row.rows.length : 1;
}

/** The comment that a row is about, or null if the row is not about a single comment. */
export function commentOf(row: NeedsRow): Comment | null {
  if (row.kind === 'paused') return row.comment;
  return row.kind === 'review' && row.comments.length === 1 ? row.comments[0] : null;
}

/** Number of distinct viewers in a row. One viewer may write several comments. */
export function viewerCount(row: ReviewRow | NumberRow): number {
  const entries = row.kind === 'review' ? row.comments : row.claims;
  return new Set(entries.map(({ buyer }) => buyer.id)).size;
}

function groupsOf(comments: Iterable<Comment>): ReviewRow[] {
  const groups = new Map<string, { question: Question; comments: [Comment, ...Comment[]] }>();
  for (const comment of comments) {
    const question = questionOf(comment);
    const key = keyOf(question, comment);
    const group = groups.get(key);
    if (group) group.comments.push(comment);
    else groups.set(key, { question, comments: [comment] });
  }
  return [...groups].map(([key, group]) => {
    group.comments.sort(byClaimTime);
    return { kind: 'review', key, parent: null, ...group };
  });
}

/** The row for a single comment in review. */
export function reviewRowOf(comment: Comment, parent: string | null = null): ReviewRow {
  return {
    kind: 'review',
    key: `${parent ?? 'comment'}/${comment.id}`,
    parent,
    question: { kind: 'comment' },
    comments: [comment],
  };
}

/** Review reasons that question the word or its absence, and not the comment's meaning. */
const WORD_DOUBTS: ReadonlySet<string> = new Set(['weak-word', 'doubtful-word']);
const BARE_NUMBER_REASONS: ReadonlySet<string> = new Set(['bare-number', 'bare-code']);

/** A comment with a doubtful meaning (a question, a condition, a list) has to be read on its own. */
function questionOf({ parsed, why }: Comment): Question {
  const [intent, ...more] = parsed.intents;
  if (!intent || more.length > 0 || why !== undefined) return { kind: 'comment' };
  const reason = parsed.reason ?? '';
  if (intent.act !== 'claim') return { kind: 'comment' };
  if (intent.word !== null && WORD_DOUBTS.has(reason)) return { kind: 'word', word: intent.word };
  if (intent.word !== null && reason === 'bare-word') return { kind: 'no-number', word: intent.word };
  if (BARE_NUMBER_REASONS.has(reason)) return { kind: 'only-number', number: intent.itemText };
  return { kind: 'comment' };
}

function keyOf(question: Question, comment: Comment): string {
  switch (question.kind) {
    case 'word':
    case 'no-number':
      return `${question.kind}:${question.word}`;
    case 'only-number':
      return `only-number:${itemKey(question.number)}`;
    case 'comment':
      return `comment:${comment.id}`;
  }
}

function numberRowsOf(state: ShowState): NumberRow[] {
  const dismissed = new Map(
    state.show.dismissedNumbers.map(({ itemNumber, claims }) => [itemNumber, claims] as const),
  );
  return [...state.unmatched].flatMap(([number, ids]): NumberRow[] => {
    // A dismissed number comes back when it has twice as many claims.
    const claimsAtDismissal = dismissed.get(number);
    if (claimsAtDismissal !== undefined && ids.length < claimsAtDismissal * 2) return [];
    const claims = ids.flatMap((id) => state.claims.get(id) ?? []);
    return [{ kind: 'number', key: `number:${number}`, parent: null, number, claims }];
  });
}

function currentItemKey({ show, items }: ShowState): string | null {
  const item = items.get(show.nowShowingItemId ?? '');
  return item ? itemKey(item.itemNumber) : null;
}

function isAbout({ comments }: ReviewRow, currentKey: string | null): boolean {
  return (
    currentKey !== null &&
    comments.some(({ parsed }) =>
      parsed.intents.some(({ item }) => item === '@current' || itemKey(item) === currentKey),
    )
  );
}

function largestFirst(a: NeedsRow, b: NeedsRow): number {
  return sizeOf(b) - sizeOf(a);
}

function byClaimTime(a: Comment, b: Comment): number {
  return (
    Date.parse(a.commentedAt) - Date.parse(b.commentedAt) ||
    Date.parse(a.receivedAt) - Date.parse(b.receivedAt)
  );
}

function foldIfMany(group: FoldRow['group'], rows: readonly NeedsRow[], maxSingles = 3): readonly NeedsRow[] {
  return rows.length <= maxSingles
    ? rows
    : [{ kind: 'fold', key: `fold:${group}`, parent: null, group, rows }];
}
