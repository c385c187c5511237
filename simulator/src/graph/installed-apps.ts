import { badParameter } from '../errors/graph-error';
import type { Json } from '../http/json';
import { listedNames, type Call } from './call';

/**
 * Returns the rows of a page's or Instagram account's `subscribed_apps`: one for the simulator's only app, or
 * none if it is not installed.
 */
export function installedAppRows({ platform: { app, subscriptions } }: Call, accountId: string): Json[] {
  const fields = subscriptions.fieldsOf(accountId);
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
export function readFieldList(call: Call, known: readonly string[]): string[] {
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
