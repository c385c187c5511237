import { inSeconds } from '../clock/graph-time';
import type { Json, JsonObject } from '../http/json';
import type { WebhookSettings } from './settings';
import type { Update } from './updates';

/**
 * The body of one delivery. All updates are about one kind of object. `time` is the time of the delivery, not
 * of the events.
 */
export function envelope(
  updates: readonly Update[],
  settings: WebhookSettings,
  now: number,
  includesValues: boolean,
): JsonObject {
  const object = updates[0]?.object ?? 'page';
  const time = object === 'page' || settings.instagramTime === 'seconds' ? inSeconds(now) : now;
  if (object === 'instagram') {
    return { object, entry: updates.map((update) => instagramEntry(update, settings, time)) };
  }
  const groups = settings.gatherEntries ? groupedByOwner(updates) : updates.map((update) => [update]);
  return { object, entry: groups.map((group) => pageEntry(group, time, includesValues)) };
}

function pageEntry(updates: readonly Update[], time: number, includesValues: boolean): Json {
  const id = updates[0]?.ownerId ?? '';
  if (!includesValues) return { id, time, changed_fields: [...new Set(updates.map(({ field }) => field))] };
  return { id, time, changes: updates.map(({ field, value }) => ({ field, value })) };
}

function instagramEntry(
  { ownerId, field, value }: Update,
  { instagramShape }: WebhookSettings,
  time: number,
): Json {
  switch (instagramShape) {
    case 'changes':
      return { id: ownerId, time, changes: [{ field, value }] };
    case 'flat':
      return { id: ownerId, time, field, value };
    case 'array':
      return { id: ownerId, time, changes: [{ field, value: [value] }] };
  }
}

function groupedByOwner(updates: readonly Update[]): Update[][] {
  const groups = new Map<string, Update[]>();
  for (const update of updates) groups.set(update.ownerId, [...(groups.get(update.ownerId) ?? []), update]);
  return [...groups.values()];
}
