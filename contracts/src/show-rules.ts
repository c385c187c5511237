import { WORDS_BY_LANGUAGE } from './languages';

/**
 * Rules for parsing and deciding a show's comments, as one value. A workspace's defaults have the same type.
 */
export interface ShowRules {
  claimWords: string[];
  passWords: string[];
  /** 1 to MAX_CLAIMS_PER_COMMENT */
  maxClaimsPerComment: number;
  /** 0 to MAX_FAIRNESS_WINDOW_SECONDS; 0 = off */
  fairnessWindowSeconds: number;
  /**
   * Viewer delay in seconds, 0–60 in steps of 0.1, by platform id. An entry for a platform id and live id
   * (`facebook/123`) overrides it. A comment's fair time is its claim time less this delay.
   */
  viewerDelaySeconds: Record<string, number>;
  /**
   * Effect of a claim by a buyer who already has an active claim on the item from another comment: no effect,
   * or more units.
   */
  repeatClaims: RepeatClaims;
  /** Maximum number of units of one item that a buyer's comments may win or wait for; 0 = no limit. */
  maxUnitsPerItem: number;
  /** The same limit for the whole show. Both are at most `MAX_BUYER_LIMIT`. */
  maxUnitsPerShow: number;
  /**
   * Effect of deleting a comment on the platform: its claims are kept, flagged, or released. Paid claims, and
   * all claims once the show has ended, are flagged instead of released.
   */
  deletedComments: DeletedComments;
  /**
   * Allocation policy and its version, for example `first-come@1`. A show goes live with the newest version.
   */
  policy: string;
  /** Name of the grammar that reads comments, for example `builtin`. Its newest version is used. */
  grammar: string;
}

/**
 * Kind of each rule. `words`: used to read comments. `limit`: how much one buyer may have or wait for, 0 = no
 * limit. `number`: any other number. `engine`: the policy and the grammar.
 */
export const RULE_KINDS = {
  claimWords: 'words',
  passWords: 'words',
  maxClaimsPerComment: 'number',
  fairnessWindowSeconds: 'number',
  viewerDelaySeconds: 'delays',
  repeatClaims: 'choice',
  maxUnitsPerItem: 'limit',
  maxUnitsPerShow: 'limit',
  deletedComments: 'choice',
  policy: 'engine',
  grammar: 'engine',
} as const satisfies Record<keyof ShowRules, string>;
export type RuleKind = (typeof RULE_KINDS)[keyof ShowRules];

/** Names of the rules that have one of these kinds. */
export type RuleOfKind<Kind extends RuleKind> = {
  [Rule in keyof ShowRules]: (typeof RULE_KINDS)[Rule] extends Kind ? Rule : never;
}[keyof ShowRules];
/** A rule that limits a buyer. */
export type LimitRule = RuleOfKind<'limit'>;

/** Policies and grammars that a show can use on this server. */
export interface RuleChoices {
  /** The newest version of each policy. */
  policies: { id: string; label: string }[];
  grammars: { name: string; version: number; label: string }[];
}

export const REPEAT_CLAIMS = ['ignore', 'add'] as const;
export type RepeatClaims = (typeof REPEAT_CLAIMS)[number];

export const DELETED_COMMENTS = ['keep', 'review', 'release'] as const;
export type DeletedComments = (typeof DELETED_COMMENTS)[number];

/** The engine's note on a claim whose comment was deleted, appended to the operator's note. */
export const DELETED_COMMENT_NOTE = 'The comment was deleted on the platform.';

/** Rules of a workspace that has not changed any, and values for rules missing from a stored show. */
export const DEFAULT_RULES: ShowRules = {
  ...WORDS_BY_LANGUAGE.en,
  maxClaimsPerComment: 1,
  fairnessWindowSeconds: 0,
  viewerDelaySeconds: {},
  repeatClaims: 'ignore',
  maxUnitsPerItem: 0,
  maxUnitsPerShow: 0,
  deletedComments: 'keep',
  policy: 'first-come@3',
  grammar: 'builtin',
};
