import { badParameter, GraphError } from '../errors/graph-error';
import { json, type Reply } from '../http/reply';
import type { Json } from '../http/json';
import { verifyCallback } from '../webhooks/handshake';
import { WEBHOOK_OBJECTS, type WebhookObject } from '../webhooks/subscriptions';
import { WEBHOOK_FIELDS } from '../webhooks/webhooks';
import { listedNames, type Call } from './call';

/** `POST /{app}/subscriptions`: the callback must answer the handshake before this call returns. */
export async function subscribeApp(call: Call): Promise<Reply> {
  requireAppToken(call);
  const { params } = call.incoming;
  const object = readObject(params.get('object'));
  const callbackUrl = params.get('callback_url');
  if (callbackUrl === null || !URL.canParse(callbackUrl)) {
    throw badParameter('Param callback_url must be a valid URI.');
  }
  const fields = listedNames(params.get('fields'));
  const unknown = fields.find((field) => !WEBHOOK_FIELDS[object].includes(field));
  if (fields.length === 0 || unknown !== undefined) {
    throw badParameter(`Param fields must be of {${WEBHOOK_FIELDS[object].join(', ')}}`);
  }
  const problem = await verifyCallback(callbackUrl, params.get('verify_token') ?? '', call.platform.chance);
  if (problem !== null) {
    throw new GraphError({
      message: `(#2200) Callback verification failed with the following errors: ${problem}`,
      code: 2200,
    });
  }
  const includeValues = params.get('include_values') === 'true' || params.get('include_values') === '1';
  call.platform.subscriptions.byObject.set(object, {
    object,
    callbackUrl,
    fields: new Set(fields),
    includeValues,
  });
  return json({ success: true });
}

export function listAppSubscriptions(call: Call): Json {
  requireAppToken(call);
  return {
    data: [...call.platform.subscriptions.byObject.values()].map(({ object, callbackUrl, fields }) => ({
      object,
      callback_url: callbackUrl,
      active: true,
      fields: [...fields].map((name) => ({ name, version: call.version })),
    })),
  };
}

/**
 * `DELETE /{app}/subscriptions` removes all subscriptions, the subscription for one `object`, or only some of
 * its `fields`.
 */
export function unsubscribeApp(call: Call): Json {
  requireAppToken(call);
  const { byObject } = call.platform.subscriptions;
  const { params } = call.incoming;
  if (params.get('object') === null) {
    byObject.clear();
    return { success: true };
  }
  const object = readObject(params.get('object'));
  const fields = listedNames(params.get('fields'));
  for (const field of fields) byObject.get(object)?.fields.delete(field);
  if (fields.length === 0 || byObject.get(object)?.fields.size === 0) byObject.delete(object);
  return { success: true };
}

function requireAppToken({ token }: Call): void {
  if (token.kind !== 'APP') {
    throw new GraphError({ message: '(#15) This method must be called with an app access_token.', code: 15 });
  }
}

function readObject(text: string | null): WebhookObject {
  const known = WEBHOOK_OBJECTS.find((object) => object === text);
  if (known === undefined) throw badParameter(`Param object must be one of {${WEBHOOK_OBJECTS.join(', ')}}`);
  return known;
}
