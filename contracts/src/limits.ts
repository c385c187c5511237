/** The most items of one show. A call that would pass it is refused as a whole. */
export const MAX_ITEMS_PER_SHOW = 2_000;
/** The most units of one item. */
export const MAX_UNITS_PER_ITEM = 999;
/**
 * The most winners that an item lists. Every claim row of the ledger carries its item, so a list of all of them
 * would make the rows of a large item grow with the square of its units.
 */
export const MAX_LISTED_WINNERS = 30;
/** The longest SKU or barcode of an item, in characters. */
export const MAX_SKU_LENGTH = 64;
/** The most shows of a workspace that are still drafts. */
export const MAX_DRAFT_SHOWS = 1_000;
/** The most sources of one show. */
export const MAX_SOURCES = 10;
/** The most members of a workspace. */
export const MAX_MEMBERS = 500;
/** Maximum number of a workspace's invitations that can still be accepted. */
export const MAX_OPEN_INVITES = 200;
/** The longest viewer delay of a source that a rule may set, seconds. */
export const MAX_VIEWER_DELAY_SECONDS = 60;
/** The most sources whose viewer delay a rule sets. */
export const MAX_VIEWER_DELAYS = 50;
/** The most claims in one snapshot; a show with more gives the rest page by page. */
export const MAX_SNAPSHOT_CLAIMS = 5_000;
/** The most tags of one person. */
export const MAX_TAGS_PER_PERSON = 20;
/** The longest tag, in characters. */
export const MAX_TAG_LENGTH = 40;
/** The longest note about a person, in characters. */
export const MAX_NOTE_LENGTH = 2_000;
/** The most accounts of one person. */
export const MAX_ACCOUNTS_PER_PERSON = 20;
/** Maximum number of show templates of a workspace. */
export const MAX_TEMPLATES = 100;
