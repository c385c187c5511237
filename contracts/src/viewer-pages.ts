import type { Currency } from './money';
import type { ShowStatus } from './shows';

/**
 * Pages that anyone with the link may see. `overlay` is placed over the broadcast's picture; `board` is for
 * viewers' phones.
 */
export const VIEWER_PAGE_KINDS = ['overlay', 'board'] as const;
export type ViewerPageKind = (typeof VIEWER_PAGE_KINDS)[number];

/** Winners' names on such a page: none, initials, or as the platform shows them. */
export const WINNER_NAMES = ['none', 'letters', 'full'] as const;
export type WinnerNames = (typeof WINNER_NAMES)[number];

export const DEFAULT_WINNER_NAMES: WinnerNames = 'letters';
/** Maximum number of winners that a page lists for the current item. */
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
 * `POST /api/shows/:id/viewer-pages/:kind`: creates a new link. The previous link to a page of this kind
 * stops working.
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
  /** In minor units. Absent if the item has none. */
  price?: number;
  /** Units still free. */
  left: number;
  /** Buyers in the line. */
  inLine: number;
  variants?: ViewerVariant[];
}

export interface ViewerVariant {
  name: string;
  /** Absent if the item's price applies. */
  price?: number;
  left: number;
  inLine: number;
}

/**
 * `GET /api/viewer-pages/show`, with the page's token as the bearer token. Returns 304 if the request has the
 * last response's `ETag`, and 404 if the link no longer works.
 */
export interface ViewerShow {
  name: string;
  status: ShowStatus;
  /** Absent if the show sells without prices. */
  currency?: Currency;
  /**
   * The current item. `winners` are in the order in which they won, named according to the page's `names`.
   * `photo` is the address of the item's photo, if it has one.
   */
  now: (ViewerItem & { winners: string[]; photo?: string }) | null;
  /** In the show's order; empty for an overlay. Withdrawn items are left out. */
  items: ViewerItem[];
}
