import type { Actor } from './actors';
import type { Block } from './blocks';
import type { Buyer, BuyerLine } from './claims';
import type { ShowStatus } from './shows';

/** Languages for messages to buyers, as BCP 47 tags. */
// prettier-ignore
export const BUYER_LANGUAGES = [
  'ar', 'da', 'de', 'en', 'es', 'fa', 'fr', 'hi', 'id', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'sv', 'th',
  'tl', 'tr', 'vi', 'zh',
] as const;
export type BuyerLanguage = (typeof BUYER_LANGUAGES)[number];

/**
 * Operators' notes about a person. Until operators fill them in, the fields are null and there are no tags.
 */
export interface PersonProfile {
  /** Name given by operators. If null, the first account's handle is used. */
  name: string | null;
  /** In lower case, sorted. */
  tags: string[];
  note: string | null;
  language: BuyerLanguage | null;
}

/** Current claim counts across all of a person's shows and accounts. */
export interface PersonFigures {
  /** Shows with a claim. */
  shows: number;
  won: number;
  waiting: number;
  /** Claims that the buyer ended. */
  passed: number;
  /** Claims that an operator ended. */
  released: number;
  /** Null if there are no claims. */
  lastClaimAt: string | null;
}

/** One person in a list. */
export interface PersonRow extends Pick<PersonProfile, 'name' | 'tags'> {
  /** Id of the person's first account. Any other account's id returns the same person. */
  id: string;
  /** The first account, then the merged ones. */
  accounts: Buyer[];
  /** True if at least one account is blocked. */
  blocked: boolean;
  figures: PersonFigures;
}

/** `GET /api/people?search=&tag=&blocked=&cursor=`, sorted by the first account's handle. */
export interface PersonList {
  people: PersonRow[];
  nextCursor: string | null;
}

export interface PersonAccount {
  buyer: Buyer;
  block: { block: Block; reason: string; by: Actor; at: string } | null;
  /** Time at which the workspace first saw the account. */
  since: string;
}

/** A merge that has not been undone. */
export interface PersonMerge {
  id: string;
  at: string;
  by: Actor;
  /** Accounts that the person gained in the merge. */
  accounts: Buyer[];
  /** True only for the latest merge, because merges are undone in reverse order. */
  canUndo: boolean;
}

/** `GET /api/people/:id`: a workspace's profile of the human behind one or several buyers. */
export interface Person extends PersonProfile {
  id: string;
  accounts: PersonAccount[];
  figures: PersonFigures;
  /** Latest first. */
  merges: PersonMerge[];
}

/** `PATCH /api/people/:id`: fields that are left out keep their values. */
export type UpdatePersonRequest = Partial<PersonProfile>;

/** A person's current claims in one show. */
export interface PersonShow extends Omit<PersonFigures, 'shows' | 'lastClaimAt'> {
  show: { id: string; name: string; status: ShowStatus; startedAt: string | null };
  /** Items that the person won; one entry for each variant. */
  items: BuyerLine['items'];
}

/** `GET /api/people/:id/shows`, newest show first. */
export interface PersonShowList {
  shows: PersonShow[];
  nextCursor: string | null;
}

/** `GET /api/people/tags`: the most used tags, each with the number of people who have it. */
export interface TagList {
  tags: { tag: string; people: number }[];
}

/** `GET /api/people/:id/merge-preview?with=`: the result of merging with the other person. */
export interface MergePreview {
  /** The person who remains. */
  kept: PersonRow;
  /** The person who becomes part of the other. */
  joined: PersonRow;
  result: PersonProfile;
  accounts: PersonAccount[];
}

/** `POST /api/people/:id/merges`: the other person becomes part of this one. */
export interface MergePeopleRequest {
  with: string;
}

export interface MergeResult {
  person: Person;
  mergeId: string;
}

/**
 * `DELETE /api/people/:id/merges/:mergeId`: the two people, separated again. Profile changes since the merge
 * stay with the kept person.
 */
export interface UnmergeResult {
  kept: Person;
  separated: Person;
}
