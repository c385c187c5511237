import type { MergeResult } from '@sellary/contracts';
import type { ActLog } from './act-log';

/** Edits a buyer's profile, merges another buyer into it, and undoes the merge. */
export async function personActs(
  send: <T>(method: string, path: string, body?: unknown) => Promise<T>,
  did: ActLog['did'],
  buyerId: string,
  other: string,
): Promise<void> {
  const path = `/api/people/${buyerId}`;
  await send('PATCH', path, { tags: ['Regular'], note: 'Pays in cash' });
  const changed = { tags: ['regular'], note: 'Pays in cash' };
  did('PATCH /api/people/{id}', 'person.update', { tags: [], note: null }, changed);
  const { mergeId } = await send<MergeResult>('POST', `${path}/merges`, { with: other });
  const merge = { mergeId, joined: other, accounts: [other] };
  did('POST /api/people/{id}/merges', 'person.merge', undefined, merge);
  await send('DELETE', `${path}/merges/${mergeId}`);
  did('DELETE /api/people/{id}/merges/{mergeId}', 'person.unmerge', merge);
}
