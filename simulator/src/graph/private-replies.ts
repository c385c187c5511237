import { GraphError, badParameter, missingObject, missingPermission, throttled } from '../errors/graph-error';
import { isObject, type Json } from '../http/json';
import { accountOf } from '../instagram/media';
import type { Broadcast, SimComment } from '../world/shapes';
import type { Call } from './call';
import { pageOf } from './pages';
import { requirePageToken } from './rights';

const HOUR_MS = 3_600_000;
/** Throttle codes by the comment's platform. */
const THROTTLE = { facebook: 80006, instagram: 80002 };
/** Messenger limits the number of characters; Instagram limits the number of bytes. */
const MAX_CHARACTERS = 2_000;
const MAX_BYTES = 1_000;
const FACEBOOK_REPLY_WINDOW_MS = 7 * 24 * HOUR_MS;

/** `POST /{page}/messages`, for comments on broadcasts of the page or its linked Instagram account. */
export function sendAsPage(call: Call, id: string): Json {
  const page = pageOf(call, id);
  requirePageToken(call, page, 'pages_messaging');
  return send(call, [page.id, ...(page.instagramId === null ? [] : [page.instagramId])]);
}

/** `POST /{account}/messages` */
export function sendAsAccount(call: Call, id: string): Json {
  const account = accountOf(call, id);
  const scope =
    call.token.kind === 'INSTAGRAM' ? 'instagram_business_manage_messages' : 'instagram_manage_messages';
  if (!call.platform.grants.has(call.token.subject, scope)) throw missingPermission(scope);
  return send(call, [account.id]);
}

function send(call: Call, owners: readonly string[]): Json {
  const { recipient, message } = readMessage(call);
  // Only a viewer who has replied can get a message by user id, and simulated viewers do not reply.
  if (recipient['comment_id'] === undefined && recipient['id'] !== undefined) {
    throw new GraphError({
      message: '(#10) This message is sent outside of allowed window.',
      code: 10,
      subcode: 2018278,
    });
  }
  const id = recipient['comment_id'];
  if (typeof id !== 'string') throw badParameter('The parameter recipient is required');
  if (typeof message['text'] !== 'string' || message['text'] === '') {
    throw badParameter('The parameter message is required');
  }
  const comment = call.platform.world.comments.get(id);
  const broadcast =
    comment === undefined ? undefined : call.platform.world.broadcasts.get(comment.broadcastId);
  if (
    comment === undefined ||
    comment.deletedAt !== null ||
    broadcast === undefined ||
    !owners.includes(broadcast.ownerId)
  ) {
    throw missingObject(id, 'post');
  }
  requireLength(broadcast, message['text']);
  requireRepliable(call, comment, broadcast);
  countReply(call, broadcast);
  call.platform.privateReplies.set(id, message['text']);
  const number = comment.id.split('_').at(-1) ?? comment.id;
  return broadcast.platform === 'instagram'
    ? { recipient_id: comment.author.id, message_id: `aWdf${number}` }
    : { recipient_id: comment.author.id, message_id: `m_${number}` };
}

function requireRepliable({ platform }: Call, comment: SimComment, broadcast: Broadcast): void {
  if (platform.world.pages.has(comment.author.id)) throw replyError(10902, 'Activity cannot be replied to');
  if (platform.privateReplies.has(comment.id)) throw replyError(10900, 'Activity already replied to');
  const isLate =
    broadcast.platform === 'instagram'
      ? broadcast.status !== 'LIVE'
      : platform.clock.now() - comment.createdAt > FACEBOOK_REPLY_WINDOW_MS;
  if (isLate) throw replyError(10903, 'This user cannot reply to this activity');
}

function requireLength({ platform }: Broadcast, text: string): void {
  const [length, max] =
    platform === 'instagram' ? [Buffer.byteLength(text), MAX_BYTES] : [text.length, MAX_CHARACTERS];
  if (length > max) {
    throw badParameter(`Length of param message[text] must be less than or equal to ${max}`);
  }
}

/** @throws GraphError with a throttle code, if the account has reached its limit */
function countReply({ platform: { clock, switches, privateReplyTimes } }: Call, broadcast: Broadcast): void {
  const now = clock.now();
  const recentTimes = (privateReplyTimes.get(broadcast.ownerId) ?? []).filter((at) => at > now - HOUR_MS);
  if (recentTimes.length >= switches.privateRepliesPerHour) throw throttled(THROTTLE[broadcast.platform]);
  privateReplyTimes.set(broadcast.ownerId, [...recentTimes, now]);
}

const replyError = (code: number, message: string): GraphError =>
  new GraphError({ message: `(#${code}) ${message}`, code });

function readMessage({ incoming: { params } }: Call): {
  recipient: Record<string, unknown>;
  message: Record<string, unknown>;
} {
  return { recipient: readObject(params.get('recipient')), message: readObject(params.get('message')) };
}

/** Parses JSON text, which is how the value arrives from both a JSON body and a form. */
function readObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
