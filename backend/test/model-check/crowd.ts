import type { EmitCommentResult, Outcome } from '@sellary/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from './answers';
import { COUNTED_WORD } from './plan';
import type { Said } from './said';
import type { Witness } from './witness';

interface Sent {
  said: Said;
  text: string;
  /** Responses of the product so far. */
  outcomes: (Outcome | 'duplicate')[];
}

const VOICES = 16;
const VIEWERS = 60;
export const CROWD_ITEMS = 12;

/**
 * Texts of viewers. Each is chosen for random numbers up to `upTo`, and above the limit of the text before
 * it.
 */
const COMMENTS = [
  { upTo: 0.5, commentOn: (key: string) => ({ text: `sold ${key}`, says: { act: 'claim', key } }) },
  {
    upTo: 0.65,
    commentOn: (key: string) => ({
      text: `${COUNTED_WORD} ${key}`,
      says: { act: 'claim', key, word: COUNTED_WORD },
    }),
  },
  { upTo: 0.9, commentOn: (key: string) => ({ text: `pass ${key}`, says: { act: 'pass', key } }) },
  { upTo: 1, commentOn: (key: string) => ({ text: `backup ${key}`, says: { act: 'waitlist', key } }) },
] as const satisfies readonly {
  upTo: number;
  commentOn: (key: string) => Pick<Sent, 'text'> & Pick<Said, 'says'>;
}[];

/** Viewers who keep commenting during every fault, and remember which comments were acknowledged. */
export class Crowd {
  readonly sent: Sent[] = [];
  /** Responses that were neither a success nor a valid "not now", and broken connections. */
  readonly surprises: string[] = [];
  unavailable = 0;
  broken = 0;
  private isWriting = false;
  private voices: Promise<void>[] = [];

  constructor(
    private readonly call: Call,
    private readonly showId: string,
    private readonly witness: Witness,
  ) {}

  acknowledged(): Sent[] {
    return this.sent.filter(({ outcomes }) => outcomes.length > 0);
  }

  start(): void {
    this.isWriting = true;
    this.voices = Array.from({ length: VOICES }, () => this.writeComments());
  }

  async stop(): Promise<void> {
    this.isWriting = false;
    await Promise.all(this.voices);
  }

  /** Redelivers every unacknowledged comment, and some acknowledged ones, until all are acknowledged. */
  async redeliver(): Promise<void> {
    const again = this.sent.slice(-40);
    for (let attempt = 0; attempt < 400; attempt++) {
      const open = this.sent.filter(({ outcomes }) => outcomes.length === 0);
      if (open.length === 0 && attempt > 0) return;
      await Promise.all(
        [...new Set([...open, ...(attempt === 0 ? again : [])])].map((sent) => this.deliver(sent)),
      );
      if (attempt > 0) await delay(25);
    }
    throw new Error('comments are refused permanently');
  }

  private async writeComments(): Promise<void> {
    // A viewer without a response tries a few more times, and then stops until the next round.
    for (let unheard = 0; this.isWriting && unheard < 3;) {
      if (await this.deliver(this.compose())) continue;
      unheard += 1;
      await delay(50);
    }
  }

  private compose(): Sent {
    const key = String(1 + Math.floor(Math.random() * CROWD_ITEMS));
    const chance = Math.random();
    const { text, says } = (COMMENTS.find(({ upTo }) => chance < upTo) ?? COMMENTS[0]).commentOn(key);
    const userId = `viewer-${Math.floor(Math.random() * VIEWERS)}`;
    const sent: Sent = {
      said: { commentId: `${this.showId}-${this.sent.length}`, userId, timestamp: null, says },
      text,
      outcomes: [],
    };
    this.sent.push(sent);
    this.witness.expect(sent.said);
    return sent;
  }

  private async deliver(sent: Sent): Promise<boolean> {
    const { commentId, userId } = sent.said;
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
      this.broken += 1;
    }
    return false;
  }
}
