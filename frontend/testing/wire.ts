import {
  type Actor,
  type Buyer,
  type Claim,
  type Comment,
  DEFAULT_RULES,
  type IntentPreview,
  type Item,
  type Outcome,
  type ParsedComment,
  type ResolvePreview,
  type Show,
  type ShowStats,
} from '@sellary/contracts';

// Complete wire objects, so that a test specifies only the fields that matter to it.

export const START = Date.parse('2026-11-23T20:00:00.000Z');
export const at = (ms: number): string => new Date(START + ms).toISOString();

export const NO_STATS: ShowStats = {
  items: 0,
  itemsClaimed: 0,
  unitsTotal: 0,
  unitsClaimed: 0,
  winners: 0,
  waitlisted: 0,
  unmatched: 0,
  pending: 0,
  review: 0,
  uniqueBuyers: 0,
  comments: 0,
  claims: 0,
};

/** An operator who is not the signed-in user. */
export const BEN: Actor = { kind: 'person', id: 'ben', name: 'Ben' };

export function aShow(change: Partial<Show> = {}): Show {
  const { claimWords, passWords, maxClaimsPerComment, fairnessWindowSeconds } = DEFAULT_RULES;
  return {
    id: 'show-1',
    name: 'Friday show',
    status: 'active',
    sources: [{ id: 'source-1', platform: 'rehearsal', connectionId: null, liveId: 'live-1', liveUrl: null }],
    claimWords,
    passWords,
    maxClaimsPerComment,
    fairnessWindowSeconds,
    rules: DEFAULT_RULES,
    nowShowingItemId: null,
    dismissedNumbers: [],
    startedAt: at(0),
    endedAt: null,
    createdAt: at(0),
    updatedAt: at(0),
    stats: NO_STATS,
    lastSeq: 0,
    ...change,
  };
}

export function anItem(itemNumber: string, change: Partial<Item> = {}): Item {
  return {
    id: `item-${itemNumber}`,
    itemNumber,
    title: `Thing ${itemNumber}`,
    description: null,
    position: Number(itemNumber) || 0,
    totalQuantity: 1,
    claimedCount: 0,
    waitlistCount: 0,
    status: 'unclaimed',
    winners: [],
    ...change,
  };
}

export function aBuyer(handle: string): Buyer {
  return {
    id: `buyer-${handle}`,
    platform: 'rehearsal',
    platformUserId: handle,
    handle: `@${handle}`,
    displayName: handle,
    hidden: false,
  };
}

export function aClaim(id: string, change: Partial<Claim> = {}): Claim {
  return {
    id,
    showId: 'show-1',
    itemId: 'item-104',
    itemNumber: '104',
    itemTitle: 'Thing 104',
    buyer: aBuyer(id),
    status: 'winner',
    unit: 1,
    waitlistPosition: null,
    commentId: `comment-${id}`,
    rawText: 'sold 104',
    operatorAction: false,
    actor: null,
    flagged: false,
    operatorNotes: null,
    why: { rule: 'unit_left', unitsLeft: 1, ahead: 0, claimTime: at(1_000), arrival: at(1_200) },
    claimedAt: at(1_000),
    receivedAt: at(1_200),
    createdAt: at(1_200),
    updatedAt: at(1_200),
    ...change,
  };
}

export function aComment(id: string, outcome: Outcome = 'ignored', change: Partial<Comment> = {}): Comment {
  return {
    id,
    showId: 'show-1',
    platform: 'rehearsal',
    liveId: 'live-1',
    commentId: `platform-${id}`,
    buyer: aBuyer(id),
    text: 'sold 104',
    parsed: { route: 'ignore', intents: [], reason: null, grammar: '1' },
    match: null,
    outcome,
    claimId: null,
    claimIds: [],
    commentedAt: at(1_000),
    receivedAt: at(1_200),
    ...change,
  };
}

/**
 * A parsed comment for review. `reason` is the grammar rule that sent it there. `item` is the number of the
 * claimed item, if there is one.
 */
export function aParsedReview(
  reason: string,
  { item, word = null }: { item?: string; word?: string | null } = {},
): ParsedComment {
  const intent = {
    act: 'claim' as const,
    itemText: item ?? '',
    qty: 1,
    word,
    rule: reason,
    span: { start: 0, end: 4 },
  };
  return {
    route: 'review',
    intents: item === undefined ? [] : [{ ...intent, item }],
    reason,
    grammar: '1',
  };
}

/** Result of accepting one comment. By default, it wins the last unit of 101. */
export function aPreview(change: Partial<IntentPreview> = {}): ResolvePreview {
  const intent: IntentPreview = {
    outcome: 'winner',
    unitsLeft: 1,
    position: null,
    itemNumber: '101',
    ...change,
  };
  return {
    counts: { [intent.outcome]: 1 },
    blocked: 0,
    deleted: 0,
    items: [],
    intents: [intent],
    left: 0,
    dependsOn: ['item-101'],
  };
}
