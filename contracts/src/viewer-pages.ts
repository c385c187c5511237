import type { Currency } from './money';
import type { ShowStatus } from './shows';

/**
 * Pages that anyone with their link may see. `overlay` is placed over the picture of a broadcast; `board` is
 * for the phones of viewers.
 */
export const VIEWER_PAGE_KINDS = ['overlay', 'board'] as const;
export type ViewerPageKind = (typeof VIEWER_PAGE_KINDS)[number];

/** Names of winners on such a page: none, their first letters, or as the platform shows them. */
export const WINNER_NAMES = ['none', 'letters', 'full'] as const;
export type WinnerNames = (typeof WINNER_NAMES)[number];

export const DEFAULT_WINNER_NAMES: WinnerNames = 'letters';
/** Maximum number of winners of the current item that a page lists. */
export const MAX_VIEWER_PAGE_WINNERS = 12;
/** Maximum number of items that a board lists. */
export const MAX_VIEWER_PAGE_ITEMS = 500;

/** A page with a link that works until `expiresAt`. */
export interface ViewerPage {
  kind: ViewerPageKind;
  names: WinnerNames;
  createdAt: string;
  expiresAt: string;
}

/** `GET /api/shows/:id/viewer-pages`: at most one of each kind. */
export interface ViewerPageList {
  pages: ViewerPage[];
}

/**
 * `POST /api/shows/:id/viewer-pages/:kind`: creates a new link; the earlier link of this kind stops working.
 */
export interface CreateViewerPageRequest {
  names?: WinnerNames;
}

/** `PATCH /api/shows/:id/viewer-pages/:kind`: the link stays valid. */
export interface UpdateViewerPageRequest {
  names: WinnerNames;
}

/** The only response that contains the link, because only its hash is stored. */
export interface ViewerPageLink extends ViewerPage {
  link: string;
}

/** An item as viewers see it. */
export interface ViewerItem {
  number: string;
  title: string | null;
  /** In minor units. Absent if it has none. */
  price?: number;
  /** Units that are still free. */
  left: number;
  /** Buyers in the line. */
  inLine: number;
  variants?: ViewerVariant[];
}

export interface ViewerVariant {
  name: string;
  /** Absent if the price of the item applies. */
  price?: number;
  left: number;
  inLine: number;
}

/**
 * `GET /api/viewer-pages/show`, with the token of the page as the bearer token. Returns 304 for the `ETag` of
 * the last response, and 404 if the link has ended.
 */
export interface ViewerShow {
  name: string;
  status: ShowStatus;
  /** Absent if the show sells without prices. */
  currency?: Currency;
  /**
   * The item that is shown now; `winners` in order of winning, named according to the page's `names`. `photo` is
   * the address of its photo, if it has one.
   */
  now: (ViewerItem & { winners: string[]; photo?: string }) | null;
  /** In the order of the show; empty for an overlay. Withdrawn items are left out. */
  items: ViewerItem[];
}
