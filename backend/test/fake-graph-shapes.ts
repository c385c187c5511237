export interface FakePage {
  id: string;
  name: string;
  token: string;
  instagram?: { id: string; username: string };
  /** The person did not grant access to it. */
  withheld?: boolean;
}

export interface FakeComment {
  id: string;
  message: string;
  /** ms since the epoch; reported to the second. */
  at: number;
  from?: { id: string; name: string };
  /** Hidden by the defaults of `filter` and `live_filter`. */
  lowQuality?: boolean;
  /** Time from which it is listed, ms since the epoch. */
  visibleAt?: number;
}

export interface FakeBroadcast {
  id: string;
  pageId: string;
  videoId: string;
  title: string;
  status: string;
  comments: FakeComment[];
}

export interface FakeCall {
  method: string;
  path: string;
  query: Record<string, string>;
  token: string | null;
  at: number;
}

export interface FakeReply {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is if it is a text. */
  body?: unknown;
  /** The connection is cut instead of answered. */
  reset?: boolean;
}

export const graphError = (code: number, subcode?: number, message = `(#${code}) refused`, status = 400): FakeReply => ({
  status,
  body: {
    error: { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: 'Afake' },
  },
});

export const liveNode = (live: FakeBroadcast) => ({
  id: live.id,
  title: live.title,
  status: live.status,
  permalink_url: `/demopage/videos/${live.videoId}/`,
  video: { id: live.videoId },
  broadcast_start_time: '2026-11-22T19:00:03+0000',
  live_views: 42,
});
export const videoNode = (live: FakeBroadcast) => ({
  id: live.videoId,
  live_status: live.status,
  title: live.title,
  created_time: '2026-11-22T19:00:03+0000',
});
export const mediaNode = (live: FakeBroadcast) => ({
  id: live.id,
  media_type: 'BROADCAST',
  media_product_type: 'LIVE',
  owner: { id: live.pageId },
  username: 'demo.shop',
  timestamp: '2026-11-22T19:00:03+0000',
});
