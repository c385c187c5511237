import { badParameter } from '../errors/graph-error';
import type { Json } from '../http/json';
import { jsonHandler, listedNames, type Call, type Handler } from './call';

/**
 * The `subscribed_apps` edge of pages or Instagram accounts: the app's installations, and the webhook fields of
 * each.
 * @param requireOwner checks that the token may manage the page or account, and returns its id
 * @param known fields that it supports; others are rejected
 */
export const subscribedApps = (
  requireOwner: (call: Call, id: string) => string,
  known: readonly string[],
): Readonly<Record<string, Handler>> => ({
  'GET subscribed_apps': jsonHandler((call, id) => ({
    data: installedAppRows(call, requireOwner(call, id)),
  })),
  'POST subscribed_apps': jsonHandler((call, id) => {
    call.platform.subscriptions.install(requireOwner(call, id), readFieldList(call, known));
    return { success: true };
  }),
  'DELETE subscribed_apps': jsonHandler((call, id) => {
    call.platform.subscriptions.uninstall(requireOwner(call, id));
    return { success: true };
  }),
});

/** One row for the simulator's only app, or none if it is not installed. */
function installedAppRows({ platform: { app, subscriptions } }: Call, ownerId: string): Json[] {
  const fields = subscriptions.fieldsOf(ownerId);
  if (fields === null) return [];
  return [
    {
      category: 'Business',
      link: 'https://app.example/',
      name: app.name,
      id: app.appId,
      subscribed_fields: [...fields],
    },
  ];
}

/** @throws GraphError code 100 if the request has no fields or an unknown field */
function readFieldList(call: Call, known: readonly string[]): string[] {
  const names = listedNames(call.incoming.params.get('subscribed_fields'));
  if (names.length === 0) throw badParameter('The parameter subscribed_fields is required');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw badParameter(
      `Param subscribed_fields[${names.indexOf(unknown)}] must be one of {${known.join(', ')}} - got "${unknown}"`,
    );
  }
  return names;
}
