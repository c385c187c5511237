import type { Presence } from '@sellary/contracts';
import { isUuid } from '../kernel';
import type { ConsoleData } from './consoles';

const MAX_OPEN_LENGTH = 100;
const MAX_NOTE_LENGTH = 200;

/**
 * Stores a console's presence in a show that it has joined. Any other request is ignored without an error,
 * because the console does not wait for a response. An omitted field keeps its value, and any other value
 * that is not a string clears the field.
 */
export function updatePresence(data: ConsoleData, request: unknown): void {
  const { showId, open, note } = (typeof request === 'object' && request !== null ? request : {}) as Record<
    string,
    unknown
  >;
  if (!isUuid(showId) || !data.shows.has(showId.toLowerCase())) return;
  const before = data.presence.get(showId.toLowerCase()) ?? {};
  data.presence.set(showId.toLowerCase(), {
    ...presenceField('open', before.open, open, MAX_OPEN_LENGTH),
    ...presenceField(
      'note',
      before.note,
      data.principal.role === 'viewer' ? undefined : note,
      MAX_NOTE_LENGTH,
    ),
  });
}

/**
 * One entry for each user. If several of their consoles report a field, the value from the console that
 * joined last is used.
 */
export function presenceOf(consoles: readonly ConsoleData[], showId: string): Presence[] {
  const users = new Map<string, Presence>();
  for (const { principal, presence } of consoles) {
    const before = users.get(principal.userId);
    users.set(principal.userId, {
      ...before,
      id: principal.userId,
      name: principal.name,
      ...presence.get(showId),
    });
  }
  return [...users.values()];
}

function presenceField<Name extends 'open' | 'note'>(
  name: Name,
  before: string | undefined,
  value: unknown,
  maxLength: number,
): { [N in Name]?: string } {
  const text =
    value === undefined ? before : typeof value === 'string' ? value.trim().slice(0, maxLength) : '';
  return text === undefined || text === '' ? {} : ({ [name]: text } as { [N in Name]?: string });
}
