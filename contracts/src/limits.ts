/** Maximum number of items per show. A call that would exceed it is rejected as a whole. */
export const MAX_ITEMS_PER_SHOW = 2_000;
/** Maximum number of units per item. */
export const MAX_UNITS_PER_ITEM = 999;
/**
 * Maximum number of winners that an item lists. Every claim row in the ledger contains its item, so if all
 * winners were listed, a large item's rows would grow with the square of its units.
 */
export const MAX_LISTED_WINNERS = 30;
/** Maximum length of an item number in its canonical form, in characters. */
export const MAX_ITEM_NUMBER_LENGTH = 12;
/** Maximum length of an item's SKU or barcode, in characters. */
export const MAX_SKU_LENGTH = 64;
/** Maximum number of draft shows per workspace. */
export const MAX_DRAFT_SHOWS = 1_000;
/** Maximum number of sources per show. */
export const MAX_SOURCES = 10;
/** Maximum number of members per workspace. */
export const MAX_MEMBERS = 500;
/** Maximum number of invitations per workspace that can still be accepted. */
export const MAX_OPEN_INVITES = 200;
/** Maximum viewer delay of a source, in seconds. */
export const MAX_VIEWER_DELAY_SECONDS = 60;
/** Maximum number of viewer delays in a show's rules. Each is for a platform or for one broadcast. */
export const MAX_VIEWER_DELAYS = 50;
/** Maximum number of claims in one snapshot. The rest is available page by page. */
export const MAX_SNAPSHOT_CLAIMS = 5_000;
/** Maximum number of comments in one snapshot. A snapshot contains the newest comments. */
export const MAX_SNAPSHOT_COMMENTS = 200;
/** Maximum number of tags per person. */
export const MAX_TAGS_PER_PERSON = 20;
/** Maximum length of a tag, in characters. */
export const MAX_TAG_LENGTH = 40;
/** Maximum length of a note about a person, in characters. */
export const MAX_NOTE_LENGTH = 2_000;
/** Maximum number of accounts per person. */
export const MAX_ACCOUNTS_PER_PERSON = 20;
/** Maximum number of show templates per workspace. */
export const MAX_TEMPLATES = 100;
/** Minimum length of a new password, in characters. */
export const MIN_PASSWORD_LENGTH = 10;
/** Minimum and maximum interval at which a source's comments are polled, in seconds. */
export const MIN_POLL_INTERVAL_SECONDS = 2;
export const MAX_POLL_INTERVAL_SECONDS = 10;
/** Minimum and maximum time that ended shows are stored, in days. */
export const MIN_RETENTION_DAYS = 90;
export const MAX_RETENTION_DAYS = 36_500;
/** Maximum number of claim words, and of pass words, per show. */
export const MAX_RULE_WORDS = 20;
/** Maximum length of a claim or pass word, in characters. */
export const MAX_RULE_WORD_LENGTH = 40;
/** Maximum number of claims that one comment can make. */
export const MAX_CLAIMS_PER_COMMENT = 10;
/** Maximum fairness window, in seconds. */
export const MAX_FAIRNESS_WINDOW_SECONDS = 10;
/** Maximum value of the rules that limit units per buyer. */
export const MAX_BUYER_LIMIT = 999;
/** Maximum length of the reason for a block, in characters. */
export const MAX_BLOCK_REASON_LENGTH = 500;
/** Maximum length of a show or template name in the console, in characters. */
export const MAX_SHOW_NAME_LENGTH = 120;
