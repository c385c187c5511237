import type { ViewerShow } from '@sellary/contracts';

/** `connected` while responses arrive; `ended` after the link has ended. */
export type LinkState = 'connected' | 'reconnecting' | 'ended';

interface ShowListener {
  onShow: (show: ViewerShow) => void;
  onState: (state: LinkState) => void;
}

const SHOW_PATH = '/api/viewer-pages/show';
const EVENTS_PATH = '/api/viewer-pages/events';
const POLL_MS = 5_000;
/** A polling page tries events again after this many polls. */
const POLLS_BEFORE_EVENTS = 24;
/** The server sends data at least every 15 s, so a silent connection is dead. */
const MAX_SILENCE_MS = 40_000;

/**
 * Reports what this token's page shows, now and on every change. Uses server-sent events, or polling if the
 * events are rejected or interrupted. Continues until the link has ended.
 */
export async function followShow(token: string, listener: ShowListener): Promise<void> {
  const page = new FollowedPage(token, listener);
  while (!page.hasEnded) {
    await page.listen();
    for (let poll = 0; poll < POLLS_BEFORE_EVENTS && !page.hasEnded; poll++) {
      await page.poll();
      await pause(POLL_MS);
    }
  }
}

class FollowedPage {
  hasEnded = false;
  private etag: string | null = null;
  private readonly headers: Record<string, string>;

  constructor(
    token: string,
    private readonly listener: ShowListener,
  ) {
    this.headers = { Authorization: `Bearer ${token}` };
  }

  /** Returns when the events end or do not arrive. */
  async listen(): Promise<void> {
    const request = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restartSilenceTimer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), MAX_SILENCE_MS);
    };
    try {
      restartSilenceTimer();
      const response = await fetch(EVENTS_PATH, {
        headers: this.headers,
        cache: 'no-store',
        signal: request.signal,
      });
      if (response.status === 404) this.end();
      if (!response.ok || response.body === null) return;
      let text = '';
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        restartSilenceTimer();
        const events = (text + value).split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) this.receive(event);
      }
    } catch {
      // Polling shows whether the server can be reached.
    } finally {
      clearTimeout(timer);
    }
  }

  async poll(): Promise<void> {
    try {
      const response = await fetch(SHOW_PATH, {
        headers: { ...this.headers, ...(this.etag === null ? {} : { 'If-None-Match': this.etag }) },
        cache: 'no-store',
        signal: AbortSignal.timeout(2 * POLL_MS),
      });
      if (response.status === 404) this.end();
      else if (response.status === 304) this.listener.onState('connected');
      else if (response.ok) {
        this.report((await response.json()) as ViewerShow);
        // Only now, because a poll with the tag of a show that has not arrived would get a 304.
        this.etag = response.headers.get('ETag');
      } else this.listener.onState('reconnecting');
    } catch {
      this.listener.onState('reconnecting');
    }
  }

  private receive(event: string): void {
    if (event.startsWith('event: ended')) this.end();
    else if (event.startsWith('data: ')) {
      // Otherwise the next poll might get a 304 for what an earlier poll returned, which is no longer shown.
      this.etag = null;
      this.report(JSON.parse(event.slice('data: '.length)) as ViewerShow);
    }
  }

  private report(show: ViewerShow): void {
    this.listener.onState('connected');
    this.listener.onShow(show);
  }

  private end(): void {
    this.hasEnded = true;
    this.listener.onState('ended');
  }
}

/** Pauses for a random time around `ms`, so that thousands of pages do not poll at the same moment. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms * (0.8 + 0.4 * Math.random())));
