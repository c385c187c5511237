import {
  assertReplyText,
  type OpenConnection,
  PlatformError,
  type ReplyChannel,
  type ReplyRefusal,
  ReplyRefused,
  type ReplyRequest,
  type ReplyTerms,
  type SentReply,
} from '@sellary/extension-kit';
import { type GraphCall, type GraphClient } from './graph/graph-client';
import { GraphError } from './graph/graph-error';
import { idOf, textOf } from './graph/graph-json';

type AccountCall = Pick<GraphCall, 'host' | 'token' | 'accountId'>;

const WEEK_MS = 7 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Terms from Meta's documentation: Messenger Platform, private replies; Page messages. */
export const MESSENGER_TERMS: Omit<ReplyTerms, 'permissions'> = {
  maxLength: 2_000,
  lengthIn: 'characters',
  windowMs: WEEK_MS,
  onlyWhileLive: false,
  maxPerComment: 1,
  quota: { replies: 750, perMs: HOUR_MS },
};

/** Terms from Meta's documentation: Instagram Platform, private replies, live comments. */
export const INSTAGRAM_MESSAGE_TERMS: Omit<ReplyTerms, 'permissions'> = {
  maxLength: 1_000,
  lengthIn: 'bytes',
  windowMs: null,
  onlyWhileLive: true,
  maxPerComment: 1,
  quota: { replies: 100, perMs: 1_000 },
};

/** Terms from Meta's documentation: Graph API, Comment. Replies count toward the Page's call limit. */
const PAGE_COMMENT_TERMS: ReplyTerms = {
  maxLength: 8_000,
  lengthIn: 'characters',
  windowMs: null,
  onlyWhileLive: false,
  maxPerComment: null,
  quota: null,
  permissions: ['pages_manage_engagement'],
};

/** Meta's error codes after which every further attempt would also fail. */
const REFUSALS: Readonly<Record<number, { reason: ReplyRefusal; forPeople: string }>> = {
  10900: { reason: 'already-replied', forPeople: 'This comment already has a private reply.' },
  10902: { reason: 'not-repliable', forPeople: 'The platform does not allow replies to this comment.' },
  10903: { reason: 'window-closed', forPeople: 'It is too late to reply to this comment.' },
};
/** Subcode of error 10: the message is outside the window in which the account may write to the viewer. */
const OUTSIDE_WINDOW = 2_018_278;
/** Error code: Meta has temporarily blocked the account from posting. */
const BLOCKED = 368;

/**
 * Replies with a message to the author of a comment.
 * @param senderOf returns the sending account's path and the parameters for its calls
 */
export const privateReplies = (
  graph: GraphClient,
  terms: (details: unknown) => ReplyTerms,
  senderOf: (connection: OpenConnection) => { path: string; call: AccountCall },
): ReplyChannel => ({
  terms,
  async send(connection, { commentId, text }) {
    assertReplyText(text, terms(connection.details));
    const { path, call } = senderOf(connection);
    const form = {
      recipient: JSON.stringify({ comment_id: commentId }),
      message: JSON.stringify({ text }),
    };
    return sendReply(graph, { ...call, method: 'POST', path: `${path}/messages`, form }, 'message_id');
  },
});

/** Replies with a comment by the Page under the viewer's comment. */
export const publicReplies = (graph: GraphClient): ReplyChannel => ({
  terms: () => PAGE_COMMENT_TERMS,
  async send({ externalAccountId: accountId, token }, { commentId, text }: ReplyRequest) {
    assertReplyText(text, PAGE_COMMENT_TERMS);
    const path = `/${encodeURIComponent(commentId)}/comments`;
    return sendReply(graph, { method: 'POST', path, token, accountId, form: { message: text } }, 'id');
  },
});

async function sendReply(graph: GraphClient, call: GraphCall, idField: string): Promise<SentReply> {
  const { body, usage } = await graph.call(call).catch((error: unknown) => {
    throw asReplyError(error);
  });
  return { id: idOf(body[idField]) ?? textOf(body[idField]), usage };
}

/** Translates a failed call's error into what it means for a reply. */
function asReplyError(error: unknown): unknown {
  if (!(error instanceof GraphError)) return error;
  const { code, subcode, message } = error;
  const refusal = REFUSALS[code];
  if (refusal !== undefined) return new ReplyRefused(refusal.reason, refusal.forPeople, message);
  if (code === 10 && subcode === OUTSIDE_WINDOW) {
    return new ReplyRefused('window-closed', 'It is too late to message this viewer.', message);
  }
  if (error.kind === 'not-found') {
    return new ReplyRefused('comment-gone', 'The comment no longer exists or is hidden.', message);
  }
  if (code !== BLOCKED) return error;
  return new PlatformError('held-back', 'The platform has temporarily blocked this account from replying.', {
    message,
  });
}
