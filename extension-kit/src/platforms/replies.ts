import type { OpenConnection } from './platform-adapter';
import { PlatformError, type PlatformErrorKind } from './platform-error';
import type { Usage } from './usage';

/**
 * The platform's conditions for one kind of reply, so that a caller does not send a reply that is certain to
 * fail.
 */
export interface ReplyTerms {
  /** Maximum text length. */
  readonly maxLength: number;
  /** Unit of `maxLength`: UTF-16 units, or bytes in UTF-8. */
  readonly lengthIn: 'characters' | 'bytes';
  /** Time after the comment during which a reply is possible, ms; null if there is no such limit. */
  readonly windowMs: number | null;
  /** True if a reply is possible only while the broadcast is running. */
  readonly onlyWhileLive: boolean;
  /** Maximum number of replies to one comment; null if there is no such limit. */
  readonly maxPerComment: number | null;
  /** Replies that one account may send per period; null if replies count like any other call. */
  readonly quota: { readonly replies: number; readonly perMs: number } | null;
  /** Permissions needed for replies, in addition to those for reading comments. */
  readonly permissions: readonly string[];
}

export interface ReplyRequest {
  readonly liveId: string;
  readonly commentId: string;
  readonly text: string;
}

export interface SentReply {
  /** The platform's id for the reply. */
  readonly id: string;
  readonly usage: Usage;
}

/** One way to reply to a comment. */
export interface ReplyChannel {
  /** Conditions for an account with these details. Never throws. */
  terms(details: unknown): ReplyTerms;
  /**
   * Sends one reply. The reply may have been sent despite an error: after `transient`, the platform may
   * already have it.
   * @throws ReplyRefused if the channel cannot send this reply to this comment, even if the call is repeated
   * @throws PlatformError for all other failures
   */
  send(connection: OpenConnection, request: ReplyRequest): Promise<SentReply>;
}

/** Replies to comments. A missing channel means that the platform does not have it. */
export interface ReplyCapability {
  /** Visible to everyone, below the comment. */
  readonly public?: ReplyChannel;
  /** A message to the comment's author. */
  readonly private?: ReplyChannel;
}

/**
 * `window-closed`: too late, or the broadcast is over · `already-replied`: the comment already has the
 * maximum number of replies · `not-repliable`: the author or the comment does not accept replies ·
 * `comment-gone`: deleted, or hidden from us · `text-too-long`, `text-empty`: the text cannot be sent as it
 * is.
 */
export type ReplyRefusal =
  'window-closed' | 'already-replied' | 'not-repliable' | 'comment-gone' | 'text-too-long' | 'text-empty';

const KIND_BY_REFUSAL: Partial<Record<ReplyRefusal, PlatformErrorKind>> = { 'comment-gone': 'not-found' };

const IS_REPLY_REFUSED = Symbol.for('@sellary/extension-kit/ReplyRefused');

/** A reply that the platform does not accept, now or later. */
export class ReplyRefused extends PlatformError {
  /** Also true for an error from another installed copy of this package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && IS_REPLY_REFUSED in value;
  }

  readonly [IS_REPLY_REFUSED] = true;

  constructor(
    readonly reason: ReplyRefusal,
    /** Complete sentences for users. */
    forPeople: string,
    message = forPeople,
  ) {
    super(KIND_BY_REFUSAL[reason] ?? 'rejected', forPeople, { message });
  }
}

/**
 * Checks a text before it is sent.
 * @throws ReplyRefused
 */
export function assertReplyText(text: string, { maxLength, lengthIn }: ReplyTerms): void {
  if (text.trim() === '') throw new ReplyRefused('text-empty', 'The reply is empty. Enter some text.');
  const length = lengthIn === 'bytes' ? new TextEncoder().encode(text).length : text.length;
  if (length <= maxLength) return;
  throw new ReplyRefused(
    'text-too-long',
    `The reply is too long: ${length} ${lengthIn}. The platform accepts at most ${maxLength}. Shorten the reply.`,
  );
}
