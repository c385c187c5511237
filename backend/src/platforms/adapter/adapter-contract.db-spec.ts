import type { BroadcastList } from '@sellary/contracts';
import {
  type CommentReadingCapability,
  type CursorPage,
  type PlatformAdapter,
  PlatformError,
  type PlatformErrorKind,
  type ReadComment,
  type StreamBatch,
} from '@sellary/extension-kit';
import { adapterChecks, type AdapterRig } from '@sellary/extension-kit/testing';
import { SimulatedPlatform, testProduct } from '../../../test';
import { toyComment } from '../../../test/toy-source';

jest.setTimeout(90_000);

const LIVE_ID = 'live-1';
const GARBAGE = [
  null,
  { commentId: 7, text: {}, writtenAt: NaN },
  { commentId: 'no-time', author: null, text: 'sold 101', writtenAt: NaN },
] as unknown as ReadComment[];

/** Reports each of the kit's checks as a separate test. */
function describeAdapter(name: string, start: () => Promise<AdapterRig>): void {
  describe(`The adapter for ${name}`, () => {
    for (const { title, run } of adapterChecks(start, { product: testProduct })) it(title, run);
  });
}

/** A platform that keeps its comments in memory and does not need an account. */
class Toy {
  private readonly comments: ReadComment[] = [];
  private readonly garbage: ReadComment[] = [];
  private failure: PlatformErrorKind | null = null;
  private repeatsComments = false;
  private onFailure: () => void = () => undefined;

  adapter(comments: CommentReadingCapability): PlatformAdapter {
    return { id: 'toy', label: 'Toy', comments };
  }

  rig(comments: CommentReadingCapability): AdapterRig {
    return {
      options: { adapters: [this.adapter(comments)] },
      source: async () => ({ platform: 'toy', liveId: LIVE_ID }),
      say: (author, text) => {
        const commentId = `c${this.comments.length}`;
        const content = { ...toyComment(commentId, Date.now()), liveId: LIVE_ID, text, secondsOnly: false };
        this.comments.push({ ...content, author: { userId: author, handle: author } });
        return commentId;
      },
      repeat: () => (this.repeatsComments = true),
      fail: async (kind) => {
        this.failure = kind;
        if (kind !== null) await new Promise<void>((resolve) => (this.onFailure = resolve));
      },
      sendGarbage: () => void this.garbage.push(...GARBAGE),
      close: () => Promise.resolve(),
    };
  }

  /** Returns the comments after the cursor, two at a time. */
  page(cursor: string | null): Omit<CursorPage, 'cursor'> & { cursor: string } {
    if (this.failure !== null) {
      this.onFailure();
      throw new PlatformError(this.failure, `The toy fails: ${this.failure}.`, { retryAfterMs: 500 });
    }
    const from = this.repeatsComments ? 0 : Number(cursor ?? 0);
    this.repeatsComments = false;
    const to = Math.min(from + 2, this.comments.length);
    const comments = [...this.garbage.splice(0), ...this.comments.slice(from, to)];
    return { comments, cursor: String(to), nextPollMs: to < this.comments.length ? 0 : 100 };
  }
}

describeAdapter('a platform with forward cursors', async () => {
  const toy = new Toy();
  return toy.rig({ kind: 'cursor', next: async (_, { cursor }) => toy.page(cursor) });
});

describeAdapter('a platform with a stream', async () => {
  const toy = new Toy();
  return toy.rig({
    kind: 'stream',
    async *open(_, { cursor, signal }): AsyncGenerator<StreamBatch> {
      for (let at = cursor; !signal.aborted;) {
        const { comments, cursor: next } = toy.page(at);
        if (comments.length > 0) yield { comments, cursor: next };
        at = next;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  });
});

describe.each(['facebook', 'instagram'])('With the simulated %s', (platform) => {
  describeAdapter(platform, async () => {
    const simulated = await SimulatedPlatform.start();
    let liveId = '';
    return {
      options: { env: simulated.env },
      hasWholeSeconds: true,
      source: async (url, owner) => {
        const [account] = await simulated.connect(url, owner, platform);
        const { body } = await owner.call<BroadcastList>('GET', `/api/connections/${account?.id}/lives`);
        liveId = body.lives[0]?.liveId ?? '';
        return { platform, connectionId: account?.id ?? '', liveId };
      },
      say: (author, text) => simulated.say(liveId, author, text).id,
      repeat: () => simulated.control.switch({ repeatedRows: 2 }),
      close: () => simulated.close(),
    };
  });
});
