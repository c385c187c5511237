import { FAULT_KINDS } from '../faults/fault-injection';
import type { Incoming } from '../http/incoming';
import type { Json } from '../http/json';
import { Reply } from '../http/reply';
import { INVALIDATIONS, type InvalidationReason } from '../oauth/tokens';
import type { Platform } from '../platform';
import { WEBHOOK_OBJECTS } from '../webhooks/subscriptions';
import { SIGNERS } from '../webhooks/webhooks';
import { LIVE_STATUSES } from '../world/shapes';
import type { Control } from './control';
import { ControlError } from './control-error';
import {
  crowdOf,
  faultOf,
  injectedCommentOf,
  newBroadcastOf,
  offerOf,
  simPageUpdateOf,
} from './control-bodies';
import { RequestValues } from './request-values';

interface ControlCall {
  control: Control;
  platform: Platform;
  values: RequestValues;
  /** The parsed body, for a route that accepts a list. */
  body: unknown;
  query: URLSearchParams;
  /** The value of `:id`. */
  id: string;
}

type Route = (call: ControlCall) => unknown;

/** Routes; `docs/simulator.md` lists them in a table. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /': ({ control, platform: { app, world } }) => ({
    now: control.now(),
    appId: app.appId,
    pages: [...world.pages.values()],
    accounts: [...world.accounts.values()],
    broadcasts: control.broadcasts.list(),
    crowds: control.crowds.list(),
  }),
  'GET /broadcasts': ({ control }) => control.broadcasts.list(),
  'POST /broadcasts': ({ control, values }) => control.broadcasts.create(newBroadcastOf(values)),
  'POST /broadcasts/:id/start': ({ control, id }) => control.broadcasts.start(id),
  'POST /broadcasts/:id/stop': ({ control, id }) => control.broadcasts.stop(id),
  'POST /broadcasts/:id/status': ({ control, id, values }) =>
    control.broadcasts.setStatus(id, values.optionalChoice('status', LIVE_STATUSES) ?? 'UNPUBLISHED'),
  'POST /broadcasts/:id/offer': async ({ control, id, values }) =>
    done(await control.crowds.offer(id, offerOf(values))),
  'DELETE /broadcasts/:id': ({ control, id }) => done(control.broadcasts.remove(id)),

  'GET /comments': ({ control, query }) => control.broadcasts.comments(query.get('broadcastId') ?? ''),
  'POST /comments': ({ control, values, body }) =>
    Array.isArray(body)
      ? body.map((comment) => control.broadcasts.say(injectedCommentOf(RequestValues.read(comment))))
      : control.broadcasts.say(injectedCommentOf(values)),
  'PATCH /comments/:id': ({ control, id, values }) => done(control.broadcasts.edit(id, values.text('text'))),
  'DELETE /comments/:id': ({ control, id }) => done(control.broadcasts.delete(id)),
  'POST /comments/:id/hide': ({ control, id }) => done(control.broadcasts.hide(id, true)),
  'POST /comments/:id/release': ({ control, id }) => done(control.broadcasts.release(id)),
  'POST /comments/:id/reveal': ({ control, id }) => done(control.broadcasts.reveal(id)),
  'POST /comments/:id/unhide': ({ control, id }) => done(control.broadcasts.hide(id, false)),

  'GET /crowds': ({ control }) => control.crowds.list(),
  'POST /crowds': ({ control, values }) =>
    control.crowds.start(values.text('broadcastId'), ...crowdOf(values)),
  'DELETE /crowds': async ({ control, query }) => done(await control.crowds.stop(query.get('broadcastId'))),

  'GET /clock': ({ control }) => ({ now: control.now() }),
  'POST /clock': ({ control, values }) => {
    const at = values.optionalNumber('at');
    return { now: at === undefined ? control.advance(values.number('advanceMs')) : control.setTime(at) };
  },

  'GET /switches': ({ control }) => control.switches(),
  'POST /switches': ({ control, values }) => {
    const switches = { ...control.switches() };
    values.applyTo(switches);
    return control.switch(switches);
  },

  'GET /faults': ({ control }) => control.faults(),
  'POST /faults': ({ control, values }) => {
    const kind = values.optionalChoice('kind', FAULT_KINDS);
    if (kind === undefined) throw new ControlError(`kind must be one of ${FAULT_KINDS.join(', ')}.`);
    control.fault({ kind, ...faultOf(values) });
    return control.faults();
  },
  'DELETE /faults': ({ control }) => done(control.clearFaults()),

  'POST /usage': ({ control, values }) =>
    done(
      control.setUsage(
        values.text('id'),
        values.optionalNumber('percent') ?? null,
        values.optionalNumber('regainMinutes'),
      ),
    ),
  'POST /pages/:id': ({ control, id, values }) => done(control.setPage(id, simPageUpdateOf(values))),
  'GET /pages/:id/subscribed': ({ control, id }) => ({ fields: control.installedFields(id) }),
  'DELETE /pages/:id/subscribed': ({ control, id }) => done(control.uninstall(id)),

  'POST /tokens/kill': ({ control, values }) => ({
    killed: control.killTokens(
      values.optionalText('owner') ?? null,
      values.optionalChoice('death', Object.keys(INVALIDATIONS) as InvalidationReason[]) ?? 'revoked',
    ),
  }),
  'POST /tokens/expire': ({ control, values }) => ({
    expired: control.expireTokens(values.optionalText('owner') ?? null),
  }),
  'POST /permissions/revoke': ({ control, values }) =>
    done(control.revokePermission(values.text('subject'), values.text('permission'))),

  'POST /permissions/grant': ({ control, values }) =>
    done(control.grantPermission(values.text('subject'), values.text('permission'))),

  'GET /webhooks': ({ control }) => control.webhooks(),
  'POST /webhooks': ({ control, values }) => {
    // Changes a copy first, so that a wrong name or type changes nothing.
    const settings = { ...control.webhooks().settings };
    values.optionalNumberBetween('batchSize', 1, 1000);
    values.applyTo(settings);
    return control.setWebhooks(settings);
  },
  'POST /webhooks/deliver': async ({ control, values }) => {
    const object = values.optionalChoice('object', WEBHOOK_OBJECTS) ?? 'page';
    return {
      status: await control.deliver(object, values.json('entry'), values.optionalChoice('signedBy', SIGNERS)),
    };
  },
  'POST /subscriptions': ({ control, platform, values }) => {
    const object = values.optionalChoice('object', WEBHOOK_OBJECTS) ?? 'page';
    return done(
      control.subscribe(
        object,
        productUrl(platform, values.text('callbackUrl')),
        values.optionalStrings('fields'),
        values.optionalFlag('includeValues'),
      ),
    );
  },
  'DELETE /subscriptions': ({ control, query }) =>
    done(control.unsubscribe(query.get('object') === 'instagram' ? 'instagram' : 'page')),
  'POST /deauthorize': ({ control, platform, values }) =>
    control.deauthorize(
      productUrl(platform, values.text('url')),
      values.text('subject'),
      values.optionalFlag('tampered'),
    ),
  'POST /data-deletion': ({ control, platform, values }) =>
    control.requestDeletion(
      productUrl(platform, values.text('url')),
      values.text('subject'),
      values.optionalFlag('tampered'),
    ),
  'GET /private-replies': ({ control }) => Object.fromEntries(control.privateReplies()),

  'GET /requests': ({ control }) => control.requests(),
  'DELETE /requests': ({ control }) => done(control.clearRequests()),
};

/**
 * Rejects an address whose origin differs from that of every configured callback. Otherwise, a caller could
 * make the simulator send requests to any address.
 */
function productUrl({ subscriptions }: Platform, url: string): string {
  if (URL.canParse(url) && subscriptions.productOrigins.has(new URL(url).origin)) return url;
  throw new ControlError(
    `${url} is not an address that this simulator may call. Start the simulator with --webhook and the product's webhook URL.`,
    403,
  );
}

const done = (_nothing: void): Json => ({ done: true });

/**
 * The control API over HTTP: accepts and returns JSON, without a token. Every client that can reach the
 * simulator may use it.
 */
export class ControlRoutes {
  constructor(
    private readonly control: Control,
    private readonly platform: Platform,
  ) {}

  async answer(incoming: Incoming): Promise<Reply> {
    try {
      if (incoming.hasNonJsonBody) throw new ControlError('Send the body as application/json.', 415);
      const { route, id } = findRoute(incoming);
      const response: unknown = await route({
        control: this.control,
        platform: this.platform,
        values: Array.isArray(incoming.body) ? new RequestValues({}) : RequestValues.read(incoming.body),
        body: incoming.body,
        query: incoming.params,
        id,
      });
      return plainJson(200, response);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      return plainJson(error.status, { error: error.message });
    }
  }
}

const plainJson = (status: number, value: unknown): Reply =>
  new Reply(
    status,
    { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    JSON.stringify(value),
  );

function findRoute({ method, segments }: Incoming): { route: Route; id: string } {
  const [first = '', id = '', command = ''] = segments.slice(1);
  const literal = ROUTES[`${method} /${segments.slice(1).join('/')}`];
  if (literal !== undefined) return { route: literal, id: '' };
  const withId = ROUTES[`${method} /${first}/:id${command === '' ? '' : `/${command}`}`];
  if (withId === undefined || id === '') {
    throw new ControlError(`There is no ${method} /${segments.join('/')}.`, 404);
  }
  return { route: withId, id };
}
