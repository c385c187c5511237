import { WORDS_BY_LANGUAGE } from './languages';

/**
 * Rules for parsing and deciding the comments of a show: one value, for a show and for the defaults of its
 * workspace.
 */
export interface ShowRules {
  claimWords: string[];
  passWords: string[];
  /** 1 to MAX_CLAIMS_PER_COMMENT */
  maxClaimsPerComment: number;
  /** 0 to MAX_FAIRNESS_WINDOW_SECONDS; 0 = off */
  fairnessWindowSeconds: number;
  /**
   * Viewer delay in seconds, by platform id, or by platform id and live id (`facebook/123`), which overrides
   * it: 0–60, in steps of 0.1. The fair time of a comment is its claim time less this delay.
   */
  viewerDelaySeconds: Record<string, number>;
  /**
   * Effect of a claim by a buyer who already has an active claim on the item from another comment: none, or
   * more units.
   */
  repeatClaims: RepeatClaims;
  /** Maximum number of units of one item that a buyer may have or wait for by commenting; 0 = no limit. */
  maxUnitsPerItem: number;
  /** The same for the units of the whole show. Both are at most `MAX_BUYER_LIMIT`. */
  maxUnitsPerShow: number;
  /**
   * Effect on the claims of a comment that is deleted on the platform: none, they are flagged, or they are
   * released. Paid claims, and all claims after the end of the show, are flagged instead of released.
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
 * Kind of each rule. `words`: comments are read with them. `limit`: a number of things that one
 * buyer may have or wait for, 0 = no limit. `number`: any other number. `engine`: the policy and the grammar.
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

/** Names of the rules of these kinds. */
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

/** Note of the engine on a claim whose comment was deleted, after the operator's note. */
export const DELETED_COMMENT_NOTE = 'The comment was deleted on the platform.';

/** Rules of a workspace that has changed none, and values for rules that a stored show does not have. */
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
