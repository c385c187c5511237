import type { Claim, Item, ShowWithItems } from '@sellary/contracts';
import type { Caller } from './caller';

/**
 * Runs a show from start to end with many kinds of acts and comments.
 * @param beforeTheEnd causes further events while the show is active
 * @returns the show as it was when activated. Most events are about its first item
 */
export async function runEventfulShow(
  operator: Caller,
  beforeTheEnd: (show: ShowWithItems) => Promise<void> = async () => undefined,
): Promise<ShowWithItems> {
  const show = await operator.activeShow([
    { itemNumber: '12', totalQuantity: 2 },
    { itemNumber: 'A-7' },
    { itemNumber: '30' },
  ]);
  const path = `/api/shows/${show.id}`;
  const [item, itemA7, item30] = show.items as [Item, Item, Item];
  await operator.call('PUT', `${path}/now-showing`, { itemId: item.id });
  for (const viewer of ['ann', 'bob', 'cat', 'dan', 'eve']) await operator.say(show.id, viewer, 'sold 12');
  await operator.say(show.id, 'bob', 'sold 12');
  await operator.say(show.id, 'ian', 'backup 12');
  await operator.say(show.id, 'joy', 'is 12 still there?');
  await operator.say(show.id, 'ann', 'pass 12');
  for (const viewer of ['fay', 'gus']) await operator.say(show.id, viewer, 'sold 99');
  await operator.call('POST', `${path}/items`, { items: [{ itemNumber: '99' }] });
  await operator.say(show.id, 'kim', 'sold 77');
  await operator.call('PATCH', `${path}/items/${item30.id}`, { itemNumber: '77', title: 'Red silk scarf' });
  const { body } = await operator.call<{ claims: Claim[] }>('GET', `${path}/items/${item.id}/claims`);
  const [first, second] = body.claims;
  const { body: released } = await operator.call<{ actSeq: number }>(
    'POST',
    `/api/claims/${first?.id}/release`,
    {},
  );
  await operator.call('POST', `${path}/acts/${released.actSeq}/undo`);
  const { body: raised } = await operator.call<{ actSeq: number }>('PATCH', `${path}/items/${item.id}`, {
    totalQuantity: 4,
  });
  await operator.call('POST', `${path}/acts/${raised.actSeq}/undo`);
  await operator.call('PATCH', `/api/claims/${second?.id}`, { flagged: true });
  await operator.call('POST', `/api/claims/${second?.id}/release`, { notes: 'asked for it in the chat' });
  const { body: added } = await operator.call<{ items: Item[] }>('POST', `${path}/items`, {
    items: [{ itemNumber: '500' }],
  });
  await operator.call('DELETE', `${path}/items/${added.items[0]?.id}`);
  await operator.call('POST', `${path}/pause`);
  await operator.say(show.id, 'hal', 'sold A7');
  await operator.call('POST', `${path}/resume`);
  await operator.call('PATCH', path, { maxClaimsPerComment: 3 });
  await operator.say(show.id, 'hal', 'sold A7 and sold 12');
  await operator.call('POST', `${path}/items/${itemA7.id}/award`, { userHandle: 'zoe' });
  await operator.call('PATCH', `${path}/items/${itemA7.id}`, { totalQuantity: 3 });
  await operator.call('POST', `${path}/items/${itemA7.id}/award`, { userHandle: 'zoe' });
  await operator.say(show.id, 'may', 'sold 301');
  const { body: addedLate } = await operator.call<{ actSeq: number }>('POST', `${path}/items`, {
    items: [{ itemNumber: '301' }],
  });
  await operator.call('POST', `${path}/acts/${addedLate.actSeq}/undo`);
  await operator.call('POST', `${path}/items/${item.id}/withdraw`);
  await operator.say(show.id, 'ned', 'sold 12');
  await operator.call('POST', `${path}/items/${item.id}/restore`);
  await beforeTheEnd(show);
  await operator.call('POST', `${path}/stop`);
  await operator.say(show.id, 'leo', 'sold 12');
  return show;
}
