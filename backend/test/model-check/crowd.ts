import type { EmitCommentResult, Outcome } from '@sellary/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from './wave-requests';
import { COUNTED_WORD } from './plan';
import type { ViewerComment } from './viewer-comment';
import type { Witness } from './witness';

interface CrowdComment {
  comment: ViewerComment;
  text: string;
  /** Outcomes that the product has reported so far. Empty until the comment is acknowledged. */
  outcomes: (Outcome | 'duplicate')[];
}

/** Number of comments sent at the same time. */
const WRITERS = 16;
const VIEWERS = 60;
export const CROWD_ITEMS = 12;

/** Viewers' texts. A random number selects the first text with a larger `upTo`. */
const COMMENTS = [
  { upTo: 0.5, commentOn: (key: string) => ({ text: `sold ${key}`, meaning: { act: 'claim', key } }) },
  {
    upTo: 0.65,
    commentOn: (key: string) => ({
      text: `${COUNTED_WORD} ${key}`,
      meaning: { act: 'claim', key, word: COUNTED_WORD },
    }),
  },
  { upTo: 0.9, commentOn: (key: string) => ({ text: `pass ${key}`, meaning: { act: 'pass', key } }) },
  { upTo: 1, commentOn: (key: string) => ({ text: `backup ${key}`, meaning: { act: 'waitlist', key } }) },
] as const satisfies readonly {
  upTo: number;
  commentOn: (key: string) => Pick<CrowdComment, 'text'> & Pick<ViewerComment, 'meaning'>;
}[];

/** Viewers who write comments while faults occur, and who record the outcomes they receive. */
export class Crowd {
  readonly sent: CrowdComment[] = [];
  /** Responses other than a success or UNAVAILABLE. */
  readonly surprises: string[] = [];
  /** Number of UNAVAILABLE responses. */
  unavailable = 0;
  /** Number of broken connections. */
  brokenConnections = 0;
  private isWriting = false;
  private writers: Promise<void>[] = [];

  constructor(
    private readonly call: Call,
    private readonly showId: string,
    private readonly witness: Witness,
  ) {}

  acknowledged(): CrowdComment[] {
    return this.sent.filter(({ outcomes }) => outcomes.length > 0);
  }

  start(): void {
    this.isWriting = true;
    this.writers = Array.from({ length: WRITERS }, () => this.writeComments());
  }

  async stop(): Promise<void> {
    this.isWriting = false;
    await Promise.all(this.writers);
  }

  /** Redelivers every unacknowledged comment, and some acknowledged ones, until all are acknowledged. */
  async redeliver(): Promise<void> {
    const newest = this.sent.slice(-40);
    for (let attempt = 0; attempt < 400; attempt++) {
      const unacknowledged = this.sent.filter(({ outcomes }) => outcomes.length === 0);
      if (unacknowledged.length === 0 && attempt > 0) return;
      await Promise.all(
        [...new Set([...unacknowledged, ...(attempt === 0 ? newest : [])])].map((sent) => this.deliver(sent)),
      );
      if (attempt > 0) await delay(25);
    }
    throw new Error('some comments were never acknowledged');
  }

  private async writeComments(): Promise<void> {
    // After 3 unacknowledged comments, a writer stops until `start` is called again.
    for (let failures = 0; this.isWriting && failures < 3;) {
      if (await this.deliver(this.compose())) continue;
      failures += 1;
      await delay(50);
    }
  }

  private compose(): CrowdComment {
    const key = String(1 + Math.floor(Math.random() * CROWD_ITEMS));
    const chance = Math.random();
    const { text, meaning } = (COMMENTS.find(({ upTo }) => chance < upTo) ?? COMMENTS[0]).commentOn(key);
    const userId = `viewer-${Math.floor(Math.random() * VIEWERS)}`;
    const sent: CrowdComment = {
      comment: { commentId: `${this.showId}-${this.sent.length}`, userId, timestamp: null, meaning },
      text,
      outcomes: [],
    };
    this.sent.push(sent);
    this.witness.registerComment(sent.comment);
    return sent;
  }

  private async deliver(sent: CrowdComment): Promise<boolean> {
    const { commentId, userId } = sent.comment;
    try {
      const { status, body } = await this.call<EmitCommentResult & { error?: { code: string } }>(
        'POST',
        '/api/debug/emit-comment',
        {
          showId: this.showId,
          commentId,
          userId,
          userHandle: userId,
          text: sent.text,
        },
      );
      if (status === 200) {
        sent.outcomes.push(body.outcome);
        return true;
      }
      if (status === 503 && body.error?.code === 'UNAVAILABLE') this.unavailable += 1;
      else this.surprises.push(`${status} ${JSON.stringify(body).slice(0, 300)}`);
    } catch {
      this.brokenConnections += 1;
    }
    return false;
  }
}
