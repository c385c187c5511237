/**
 * Lasting platform conditions: behavior that clients of the real platform have reported, documented variants,
 * and settings. Each can be changed while the simulator is running.
 */
export interface Switches {
  /** Calls with a user, page, or Instagram token need `appsecret_proof`. */
  requireProof: boolean;
  /** Comments are sorted by the platform's ranking, regardless of `order`. */
  rankedOrder: boolean;
  /** Responses omit the author of a comment, whatever the token. */
  omitFrom: boolean;
  /** Responses contain `null` for keys that the platform usually omits. */
  nullForAbsent: boolean;
  /** `/{page}/live_videos` cannot be read, as its reference page states. */
  liveVideosRefused: boolean;
  /** The `broadcast_status` filter misses live broadcasts. */
  statusFilterMisses: boolean;
  /** The app has no Advanced Access: comments by people without a role on it are withheld. */
  standardAccess: boolean;
  /** Share (0 to 1) of comment pages with fewer rows than requested. */
  shortPages: number;
  /** Share of empty comment pages that still have `next`. */
  emptyPages: number;
  /** `next` returns the same rows over and over. */
  stuckPaging: boolean;
  /**
   * A cursor at a deleted comment is rejected (400, code 100); otherwise, the list continues from that
   * position.
   */
  deletedAnchorFails: boolean;
  /** `since` excludes the second that it specifies. */
  sinceIsExclusive: boolean;
  /** Share of the listed comments that are listed twice. */
  repeatedRows: number;
  /** Delay before every response, in milliseconds. */
  latencyMs: number;
  /** Server-sent events: still available, or removed as announced in the v18.0 changelog. */
  sse: 'on' | 'removed';
  /** Seconds between the keepalive lines of a stream. */
  ssePingSeconds: number;
  /** Share of events after which the connection of a stream is broken. */
  sseDisconnects: number;
  /**
   * Dialog behavior: ask the seller, allow or deny immediately on the seller's behalf, or fail with a
   * platform error instead of a denial (`error_code`, `error_message`).
   */
  dialog: 'ask' | 'allow' | 'deny' | 'fail';
  /**
   * Id of the app's Facebook Login for Business configuration, which the dialog requires as `config_id`.
   * Empty for a classic app, which uses `scope`.
   */
  loginConfigId: string;
  /** Permissions in the configuration, separated by commas; empty for all. */
  loginConfigScopes: string;
  /**
   * Permissions that the app does not have, separated by commas. The dialog rejects them as invalid scopes
   * and does not redirect the browser back.
   */
  scopesAppLacks: string;
  /** A missing permission looks like an object that does not exist (100/33). */
  permissionsAsMissing: boolean;
  /** Token responses omit `expires_in`. */
  omitExpiresIn: boolean;
  /**
   * Shape of Instagram's response to the code exchange: as documented (`data`), or as observed in practice.
   */
  instagramTokenShape: 'data' | 'flat';
  /** `/{ig-user}/live_media` returns a list, or a single object, as in the reference page's sample. */
  liveMediaShape: 'list' | 'bare';
  /**
   * Maximum accepted `limit`; a larger one is rejected with error 1 and HTTP 500 ("reduce the amount of
   * data"); 0 for no maximum.
   */
  largestPage: number;
  /** Share of comments that lists never show, although the platform's own count includes them. */
  withheld: number;
  /** Form of Facebook comment ids in lists: with the video's id in front, or only the last part. */
  commentIds: 'video' | 'bare';
  /** Instagram identifies an author by `username` alone, without `id`. */
  usernameOnly: boolean;
  /** `/{ig-user}/live_media` begins with an empty page that has `next`. */
  liveMediaBeginsEmpty: boolean;
  /** HTTP status of missing-permission errors (codes 10 and 200 to 299). */
  permissionStatus: 400 | 403;
  throttleStatus: 400 | 403 | 429;
  /** Private replies that an account may send per hour; further ones are throttled. */
  privateRepliesPerHour: number;
}

export const DEFAULT_SWITCHES: Switches = {
  requireProof: false,
  rankedOrder: false,
  omitFrom: false,
  nullForAbsent: false,
  liveVideosRefused: false,
  statusFilterMisses: false,
  standardAccess: false,
  shortPages: 0,
  emptyPages: 0,
  stuckPaging: false,
  deletedAnchorFails: true,
  sinceIsExclusive: false,
  repeatedRows: 0,
  latencyMs: 0,
  sse: 'on',
  ssePingSeconds: 12,
  sseDisconnects: 0,
  dialog: 'ask',
  loginConfigId: '',
  loginConfigScopes: '',
  scopesAppLacks: '',
  permissionsAsMissing: false,
  omitExpiresIn: false,
  instagramTokenShape: 'data',
  liveMediaShape: 'list',
  largestPage: 0,
  withheld: 0,
  commentIds: 'video',
  usernameOnly: false,
  liveMediaBeginsEmpty: false,
  permissionStatus: 400,
  throttleStatus: 400,
  privateRepliesPerHour: 750,
};
