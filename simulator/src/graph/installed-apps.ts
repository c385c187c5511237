import { badParameter } from '../errors/graph-error';
import type { Json } from '../http/json';
import { listedNames, type Call } from './call';

/** The simulator's only app, as `subscribed_apps` lists it; empty if it is not installed. */
export function installedAppRows({ platform: { app, subscriptions } }: Call, ownerId: string): Json[] {
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

/** @throws GraphError code 100 if no field or an unknown field is named */
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
