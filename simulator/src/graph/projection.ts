import { badParameter } from '../errors/graph-error';
import type { Json, JsonObject } from '../http/json';
import type { Call } from './call';
import { parseFields, type Field } from './fields';

/**
 * A kind of object: its name, its default fields, and a reader for each field. A reader returns `undefined`
 * to omit its field.
 */
export interface NodeType<T> {
  name: string;
  defaults: readonly string[];
  fields: Readonly<Record<string, (node: T, call: Call, field: Field) => Json | undefined>>;
}

/** The request's own `fields`, or null if it has none. */
export function requestedFields(call: Call): Field[] | null {
  const text = call.incoming.params.get('fields');
  return text === null || text.trim() === '' ? null : parseFields(text);
}

/**
 * @throws GraphError code 100 for a field that the kind does not have. Lists call this function too, so that
 * an empty list also rejects the field
 */
export function checkFields<T>(type: NodeType<T>, fields: Field[] | null): void {
  const unknown = fields?.find(({ name }) => name !== 'id' && !Object.hasOwn(type.fields, name));
  if (unknown !== undefined) {
    throw badParameter(`Tried accessing nonexisting field (${unknown.name}) on node type (${type.name})`);
  }
}

/**
 * Returns only the requested fields, and always the id.
 * @throws GraphError code 100 for a field that the kind does not have
 */
export function project<T extends { id: string }>(
  type: NodeType<T>,
  node: T,
  call: Call,
  fields: Field[] | null,
): JsonObject {
  checkFields(type, fields);
  const selected =
    fields ?? type.defaults.map((name) => ({ name, args: new Map<string, string>(), subfields: null }));
  const result: Record<string, Json | undefined> = {};
  for (const field of selected) {
    if (field.name === 'id') {
      result['id'] = node.id;
      continue;
    }
    const value = type.fields[field.name]?.(node, call, field);
    result[field.name] =
      value === undefined && fields !== null && call.platform.switches.nullForAbsent ? null : value;
  }
  result['id'] = node.id;
  return result;
}

/** An object inside a node, reduced to the requested subfields and its id. */
export function pick(value: JsonObject, field: Field, typeName: string): JsonObject {
  if (field.subfields === null) return value;
  const result: Record<string, Json | undefined> = {};
  for (const { name } of field.subfields) {
    if (!Object.hasOwn(value, name)) {
      throw badParameter(`Tried accessing nonexisting field (${name}) on node type (${typeName})`);
    }
    result[name] = value[name];
  }
  if (value['id'] !== undefined) result['id'] = value['id'];
  return result;
}
