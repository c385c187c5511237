import {
  type OpenConnection,
  PlatformError,
  type ReplyCapability,
  type ReplyChannel,
  type ReplyRefusal,
  ReplyRefused,
  type ReplyTerms,
} from '../platforms';
import { ConformanceError } from './conformance-error';
import { expectEqual } from './expect-equal';
import { messageOf } from '../domain/message-of';

/** A platform under test that accepts replies, with an account that may send them. */
export interface ReplyRig {
  replies: ReplyCapability;
  connection: OpenConnection;
  liveId: string;
  /**
   * A viewer writes a comment.
   * @returns its id
   */
  say(author: string, text: string): string;
  /** Texts that the platform has received as replies to a comment. */
  received(channel: keyof ReplyCapability, commentId: string): readonly string[];
  /** Moves the platform's clock forward. */
  advance?(ms: number): void;
  /** Ends the broadcast. */
  end?(): void;
  /** Deletes a comment. */
  remove?(commentId: string): void;
  /** Uses up the account's reply quota. */
  exhaust?(): void;
  /** Revokes the account's permission to reply. */
  forbid?(): void;
  close(): Promise<void>;
}

interface Check {
  title: string;
  /** @returns false if it could not run */
  test(channel: ChannelTest): Promise<boolean | void>;
}

/** A reply channel of the platform under test. */
interface ChannelTest {
  rig: ReplyRig;
  name: keyof ReplyCapability;
  channel: ReplyChannel;
  terms: ReplyTerms;
  send: (commentId: string, text?: string) => Promise<unknown>;
}

const CHECKS: Check[] = [
  {
    title: 'The terms are valid.',
    test: async ({ terms }) => {
      const { maxLength, windowMs, maxPerComment, quota } = terms;
      const limits = [maxLength, windowMs ?? 1, maxPerComment ?? 1, quota?.replies ?? 1, quota?.perMs ?? 1];
      if (limits.some((limit) => !Number.isInteger(limit) || limit < 1)) {
        throw new Error('A limit must be a whole number of at least 1, or null for none.');
      }
    },
  },
  {
    title: 'The reply arrives once, with its text and an id.',
    test: async ({ rig, name, channel }) => {
      const commentId = rig.say('ann', 'sold 101');
      const text = 'You got #101 — ขอบคุณ 💛 "&?=';
      const { id } = await channel.send(rig.connection, { liveId: rig.liveId, commentId, text });
      expectEqual(rig.received(name, commentId), [text]);
      if (id === '') throw new Error('The reply has no id.');
    },
  },
  {
    title: "A reply beyond a comment's maximum is refused as already-replied.",
    test: async ({ rig, name, terms, send }) => {
      if (terms.maxPerComment === null) return false;
      const comment = rig.say('ann', 'sold 101');
      for (let reply = 0; reply < terms.maxPerComment; reply++) await send(comment);
      await expectRefused(send(comment), 'already-replied');
      expectEqual(rig.received(name, comment).length, terms.maxPerComment);
      return true;
    },
  },
  {
    title: 'A text that is empty or too long is refused, and is not sent.',
    test: async ({ rig, name, terms, send }) => {
      const comment = rig.say('ann', 'sold 101');
      await expectRefused(send(comment, ' '), 'text-empty');
      await expectRefused(send(comment, 'x'.repeat(terms.maxLength + 1)), 'text-too-long');
      if (terms.lengthIn === 'bytes') {
        // This letter takes 3 bytes in UTF-8.
        await expectRefused(send(comment, 'ข'.repeat(Math.ceil((terms.maxLength + 1) / 3))), 'text-too-long');
      }
      expectEqual(rig.received(name, comment), []);
      await send(comment, 'x'.repeat(terms.maxLength));
    },
  },
  {
    title: 'A reply after the window is refused as window-closed.',
    test: async ({ rig, terms, send }) => {
      if (terms.windowMs === null || rig.advance === undefined) return false;
      const comment = rig.say('ann', 'sold 101');
      rig.advance(terms.windowMs + 60_000);
      await expectRefused(send(comment), 'window-closed');
      return true;
    },
  },
  {
    title: 'After the broadcast, a reply is refused if the terms have onlyWhileLive, and sent otherwise.',
    test: async ({ rig, terms, send }) => {
      if (rig.end === undefined) return false;
      const comment = rig.say('ann', 'sold 101');
      rig.end();
      if (terms.onlyWhileLive) await expectRefused(send(comment), 'window-closed', 'comment-gone');
      else await send(comment);
      return true;
    },
  },
  {
    title: 'A reply to a deleted comment is refused as comment-gone.',
    test: async ({ rig, send }) => {
      if (rig.remove === undefined) return false;
      const comment = rig.say('ann', 'sold 101');
      rig.remove(comment);
      await expectRefused(send(comment), 'comment-gone');
      return true;
    },
  },
  {
    title: 'A reply beyond the quota fails as throttled, and is not sent.',
    test: async ({ rig, name, terms, send }) => {
      if (terms.quota === null || rig.exhaust === undefined) return false;
      const comment = rig.say('ann', 'sold 101');
      rig.exhaust();
      const error = await failureOf(send(comment));
      expectEqual(error.kind, 'throttled');
      if (error.retryAfterMs <= 0) throw new Error('The error does not specify how long to wait.');
      expectEqual(rig.received(name, comment), []);
      return true;
    },
  },
  {
    title: 'Without the permission, a reply fails with a "permission" error.',
    test: async ({ rig, send }) => {
      if (rig.forbid === undefined) return false;
      const comment = rig.say('ann', 'sold 101');
      rig.forbid();
      expectEqual((await failureOf(send(comment))).kind, 'permission');
      return true;
    },
  },
];

/**
 * Checks an adapter's replies. `make` starts a new platform for each check.
 * @returns the titles of the checks that could not run
 * @throws ConformanceError
 */
export async function checkReplies(make: () => Promise<ReplyRig>): Promise<{ skipped: string[] }> {
  const problems: string[] = [];
  const skipped: string[] = [];
  for (const name of ['public', 'private'] as const) {
    for (const check of CHECKS) {
      const rig = await make();
      try {
        const title = `${name}: ${check.title}`;
        const ran = await run(check, rig, name).catch((error: unknown) => {
          problems.push(`${title} ${messageOf(error)}`);
        });
        if (ran === false) skipped.push(title);
      } finally {
        await rig.close();
      }
    }
  }
  if (problems.length > 0) throw new ConformanceError("The adapter's reply support", problems);
  return { skipped };
}

async function run(check: Check, rig: ReplyRig, name: keyof ReplyCapability): Promise<boolean | void> {
  const channel = rig.replies[name];
  if (channel === undefined) return false;
  const { connection, liveId } = rig;
  const send = (commentId: string, text = 'Thank you!'): Promise<unknown> =>
    channel.send(connection, { liveId, commentId, text });
  return check.test({ rig, name, channel, terms: channel.terms(connection.details), send });
}

async function expectRefused(sending: Promise<unknown>, ...reasons: ReplyRefusal[]): Promise<void> {
  const error = await failureOf(sending);
  if (!(error instanceof ReplyRefused) || !reasons.includes(error.reason)) {
    const found = error instanceof ReplyRefused ? error.reason : error.kind;
    throw new Error(`Expected ReplyRefused with ${reasons.join(' or ')}, found ${found}: ${error.message}`);
  }
}

async function failureOf(sending: Promise<unknown>): Promise<PlatformError> {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PlatformError) return error;
  if (error === null) throw new Error('The reply was sent, but it should have failed.');
  throw new Error(`No PlatformError was thrown: ${error instanceof Error ? error.message : typeof error}`);
}
