import type { MergeResult } from '@sellary/contracts';
import type { ActLog } from './act-log';

/** Blocks and unblocks a buyer, edits their profile, merges another buyer into them, and undoes the merge. */
export async function doBuyerActs(
  send: <T>(method: string, path: string, body?: unknown) => Promise<T>,
  addAct: ActLog['addAct'],
  buyerId: string,
  otherBuyerId: string,
): Promise<void> {
  const block = `/api/buyers/${buyerId}/block`;
  await send('PUT', block, { block: 'refuse', reason: 'Never pays' });
  addAct('PUT /api/buyers/{buyerId}/block', 'buyer.block', { block: null }, { block: 'refuse' });
  await send('DELETE', block);
  addAct('DELETE /api/buyers/{buyerId}/block', 'buyer.unblock', { block: 'refuse' }, { block: null });
  const path = `/api/people/${buyerId}`;
  await send('PATCH', path, { tags: ['Regular'], note: 'Pays in cash' });
  const profile = { tags: ['regular'], note: 'Pays in cash' };
  addAct('PATCH /api/people/{id}', 'person.update', { tags: [], note: null }, profile);
  const { mergeId } = await send<MergeResult>('POST', `${path}/merges`, { with: otherBuyerId });
  const merge = { mergeId, joined: otherBuyerId, accounts: [otherBuyerId] };
  addAct('POST /api/people/{id}/merges', 'person.merge', undefined, merge);
  await send('DELETE', `${path}/merges/${mergeId}`);
  addAct('DELETE /api/people/{id}/merges/{mergeId}', 'person.unmerge', merge);
}
