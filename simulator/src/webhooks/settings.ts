/** Delivery settings. Shares range from 0 (never) to 1 (always). */
export interface WebhookSettings {
  /** While true, nothing is sent and updates wait. */
  paused: boolean;
  /** Maximum number of updates in one delivery; the platform's own limit is 1000. */
  batchSize: number;
  /** Milliseconds during which updates are collected before they are sent. */
  batchWindowMs: number;
  /** If false, one entry per update, as usual. If true, one entry per page, with several changes. */
  gatherEntries: boolean;
  /** Share of updates sent a second time, in a later delivery. */
  duplicates: number;
  /** If true, a batch's updates are sent in random order. */
  reordered: boolean;
  /** Share of updates sent late, by up to `longestDelayMs`. */
  delayed: number;
  longestDelayMs: number;
  /** Share of updates never sent. */
  dropped: number;
  /** Share of deliveries also sent as a forgery, with changed comments and a wrong signature. */
  forged: number;
  /** Retries are this many times faster than on the platform, which gives up after 36 hours. */
  retrySpeed: number;
  /** Milliseconds without a response after which a delivery has failed. */
  timeoutMs: number;
  /** Maximum number of simultaneous deliveries. */
  atOnce: number;
  /** Location of an Instagram update: in `changes`, flat in the entry, or as a list in `value`. */
  instagramShape: 'changes' | 'flat' | 'array';
  instagramIdKey: 'id' | 'comment_id';
  instagramTime: 'milliseconds' | 'seconds';
  /** If true, the whole payload is wrapped in a list, as in a documentation sample. */
  listWrapped: boolean;
  /**
   * Form of a Facebook comment id in an update: prefixed with the video id or a story id, or only the last
   * part.
   */
  commentIds: 'video' | 'story' | 'bare';
}

export const DEFAULT_WEBHOOK_SETTINGS: WebhookSettings = {
  paused: false,
  batchSize: 1000,
  batchWindowMs: 0,
  gatherEntries: false,
  duplicates: 0,
  reordered: false,
  delayed: 0,
  longestDelayMs: 5_000,
  dropped: 0,
  forged: 0,
  retrySpeed: 3600,
  timeoutMs: 10_000,
  atOnce: 20,
  instagramShape: 'changes',
  instagramIdKey: 'id',
  instagramTime: 'milliseconds',
  listWrapped: false,
  commentIds: 'video',
};
