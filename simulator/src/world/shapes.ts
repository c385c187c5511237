/** The usual order is UNPUBLISHED → LIVE → LIVE_STOPPED → PROCESSING → VOD. */
export const LIVE_STATUSES = [
  'UNPUBLISHED',
  'SCHEDULED_UNPUBLISHED',
  'SCHEDULED_LIVE',
  'SCHEDULED_CANCELED',
  'SCHEDULED_EXPIRED',
  'LIVE',
  'LIVE_STOPPED',
  'PROCESSING',
  'VOD',
] as const;
export type LiveStatus = (typeof LIVE_STATUSES)[number];

/** A person with a role on the pages, who signs in to connect them. */
export interface SimUser {
  id: string;
  name: string;
}

export interface SimPage {
  id: string;
  name: string;
  username: string;
  category: string;
  /** The professional account linked to the page; null if there is none. */
  instagramId: string | null;
  /** The app may make 4800 calls a day for each of the page's engaged users. */
  engagedUsers: number;
  /** Owned by a business portfolio, so `/me/accounts` omits the page although it was granted. */
  portfolio: boolean;
  /** True if the seller has a role that may act for the page; without one, there is no page token. */
  hasRole: boolean;
}

export interface SimInstagramAccount {
  /** The id that webhooks send as `entry.id`. */
  id: string;
  appScopedId: string;
  username: string;
  name: string;
  /** `page`: accessed with the linked page's token; `instagram`: signs in directly. */
  login: 'page' | 'instagram';
}

export interface Broadcast {
  platform: 'facebook' | 'instagram';
  /** The id of the live video or the Instagram media. */
  id: string;
  /** Facebook: the video id, which is part of URLs and comment ids. Instagram: the same as `id`. */
  videoId: string;
  /** The page or Instagram account that broadcasts. */
  ownerId: string;
  title: string | null;
  description: string | null;
  status: LiveStatus;
  createdAt: number;
  startedAt: number | null;
  viewers: number;
}

export interface Author {
  id: string;
  name: string;
}

export interface SimComment {
  id: string;
  broadcastId: string;
  author: Author;
  text: string;
  createdAt: number;
  /** The platform holds the comment back until this time, then shows it with its original `createdAt`. */
  visibleAt: number;
  releasedEarly: boolean;
  parentId: string | null;
  /** Dropped by the default filter `filter_low_quality`. */
  lowQuality: boolean;
  /** True if the viewer's own settings hide the author. */
  anonymous: boolean;
  attachment: 'sticker' | 'photo' | null;
  hidden: boolean;
  deletedAt: number | null;
  /** Texts before each edit, oldest first. */
  earlierTexts: string[];
  /** Time at which a client first received it, or null if none has. */
  servedAt: number | null;
}

export type WorldEvent =
  | { type: 'comment'; change: CommentChange; comment: SimComment; broadcast: Broadcast }
  | { type: 'status'; broadcast: Broadcast };

/** `add` is emitted when the comment becomes visible, not when it was written. */
export type CommentChange = 'add' | 'edited' | 'remove' | 'hide' | 'unhide';
