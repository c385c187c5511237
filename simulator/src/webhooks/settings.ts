/** Settings of deliveries. Shares range from 0 (never) to 1 (always). */
export interface WebhookSettings {
  /** Nothing is sent while true; updates wait. */
  paused: boolean;
  /** Maximum number of updates in one delivery; the platform's own limit is 1000. */
  batchSize: number;
  /** Time for which updates are collected before they are sent, in milliseconds. */
  batchWindowMs: number;
  /** False: one entry for each update, as is usual; true: one entry for each page, with several changes. */
  gatherEntries: boolean;
  /** Share of updates that are sent a second time, in a later delivery. */
  duplicates: number;
  /** True: the updates of a batch are sent in random order. */
  reordered: boolean;
  /** Share of updates that are sent late, by up to `longestDelayMs`. */
  delayed: number;
  longestDelayMs: number;
  /** Share of updates that are never sent. */
  dropped: number;
  /** Share of deliveries that are also sent forged: with changed comments and a wrong signature. */
  forged: number;
  /** Retries are this many times faster than on the platform, which gives up after 36 hours. */
  retrySpeed: number;
  /** Milliseconds without a response after which a delivery has failed. */
  timeoutMs: number;
  /** Maximum number of simultaneous deliveries. */
  atOnce: number;
  /** Place of an Instagram update: in `changes`, flat in the entry, or as a list in `value`. */
  instagramShape: 'changes' | 'flat' | 'array';
  instagramIdKey: 'id' | 'comment_id';
  instagramTime: 'milliseconds' | 'seconds';
  /** The whole payload is wrapped in a list, as in a sample of the documentation. */
  listWrapped: boolean;
  /**
   * Form of a Facebook comment's id in an update: with the video's id in front, with a story's, or only the
   * last part.
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
