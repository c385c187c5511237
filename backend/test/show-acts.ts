import type { EmitCommentResult, Item, ReleaseResult, Show, ShowTemplate } from '@sellary/contracts';
import { type ActLog, sendOrThrow } from './act-log';
import { doBuyerActs } from './buyer-acts';
import type { Caller } from './caller';
import { SMALL_PHOTO } from './small-photo';

type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>;

const senderFor =
  (owner: Caller): Send =>
  <T>(method: string, path: string, body?: unknown) =>
    sendOrThrow<T>(owner, method, path, body);

/** Takes a show from draft to end, with every act on the show, its items, its claims, and its reviews. */
export async function doShowActs(owner: Caller, addAct: ActLog['addAct']): Promise<void> {
  const send = senderFor(owner);
  const draft = await send<Show>('POST', '/api/shows', { name: 'Never mind' });
  addAct('POST /api/shows', 'show.create', undefined, { name: 'Never mind', status: 'draft' });
  await send('DELETE', `/api/shows/${draft.id}`);
  addAct('DELETE /api/shows/{id}', 'show.delete', { name: 'Never mind', stats: { claims: 0 } });
  const { id } = await send<Show>('POST', '/api/shows', {
    name: 'Sale',
    sources: [{ platform: 'rehearsal' }],
  });
  const path = `/api/shows/${id}`;
  await send('PATCH', path, { name: 'Big sale' });
  addAct('PATCH /api/shows/{id}', 'show.update', { name: 'Sale' }, { name: 'Big sale' });
  const rules = { maxClaimsPerComment: 2 };
  await send('PATCH', `${path}/rules`, rules);
  addAct('PATCH /api/shows/{id}/rules', 'show.update', { name: 'Big sale' }, { rules });
  const { sources } = await send<Show>('POST', `${path}/sources`, { platform: 'rehearsal', liveId: '2' });
  addAct('POST /api/shows/{id}/sources', 'show.sources', { sources: [sources[0]] }, { sources });
  await send('DELETE', `${path}/sources/${sources[1]?.id}`);
  addAct('DELETE /api/shows/{id}/sources/{sourceId}', 'show.sources', { sources }, { sources: [sources[0]] });
  await doViewerPageActs(owner, addAct, path);
  const { items } = await send<{ items: Item[] }>('POST', `${path}/items`, {
    items: [{ itemNumber: '1' }, { itemNumber: '2' }],
  });
  addAct('POST /api/shows/{id}/items', 'item.add', undefined, [{ itemNumber: '1' }, { itemNumber: '2' }]);
  const [first, second] = items as [Item, Item];
  await send('PATCH', `${path}/items/${first.id}`, { totalQuantity: 2 });
  addAct('PATCH /api/shows/{id}/items/{itemId}', 'item.update', { totalQuantity: 1 }, { totalQuantity: 2 });
  const { photo } = await send<Item>('PUT', `${path}/items/${first.id}/photo`, SMALL_PHOTO);
  addAct('PUT /api/shows/{id}/items/{itemId}/photo', 'item.update', { id: first.id }, { photo });
  await send('DELETE', `${path}/items/${first.id}/photo`);
  addAct('DELETE /api/shows/{id}/items/{itemId}/photo', 'item.update', { photo }, { id: first.id });
  await send('DELETE', `${path}/items/${second.id}`);
  addAct('DELETE /api/shows/{id}/items/{itemId}', 'item.delete', { itemNumber: '2' });
  for (const [act, from, to] of [
    ['activate', 'draft', 'active'],
    ['pause', 'active', 'paused'],
    ['resume', 'paused', 'active'],
  ]) {
    await send('POST', `${path}/${act}`, {});
    addAct(`POST /api/shows/{id}/${act}`, `show.${act}`, { status: from }, { status: to });
  }
  await doClaimActs(owner, addAct, id, first);
  await doNewShowActs(send, addAct, path);
  await send('POST', `/api/workspaces/${owner.session.workspace.id}/erasures`, {
    platform: 'rehearsal',
    platformUserId: 'zoe',
  });
  addAct('POST /api/workspaces/{id}/erasures', 'viewer.erase', undefined, {
    platform: 'rehearsal',
    comments: 0,
  });
  await send('POST', `${path}/stop`, {});
  addAct('POST /api/shows/{id}/stop', 'show.stop', { status: 'active' }, { status: 'ended' });
}

async function doNewShowActs(send: Send, addAct: ActLog['addAct'], path: string): Promise<void> {
  await send('POST', `${path}/copy`, { name: 'Next sale' });
  addAct('POST /api/shows/{id}/copy', 'show.copy', undefined, {
    name: 'Next sale',
    copiedFrom: { name: 'Big sale' },
  });
  const { id } = await send<ShowTemplate>('POST', `${path}/template`, {
    name: 'Sales',
    title: 'Sale {date}',
  });
  const template = { name: 'Sales', title: 'Sale {date}' };
  addAct('POST /api/shows/{id}/template', 'template.create', undefined, template);
  await send('POST', `/api/templates/${id}/shows`, { name: 'Third sale' });
  addAct('POST /api/templates/{id}/shows', 'show.create', undefined, {
    name: 'Third sale',
    template: { name: 'Sales' },
  });
  await send('PATCH', `/api/templates/${id}`, { name: 'Big sales' });
  const renamedTemplate = { ...template, name: 'Big sales' };
  addAct('PATCH /api/templates/{id}', 'template.update', template, renamedTemplate);
  await send('DELETE', `/api/templates/${id}`);
  addAct('DELETE /api/templates/{id}', 'template.delete', renamedTemplate);
}

async function doClaimActs(
  owner: Caller,
  addAct: ActLog['addAct'],
  showId: string,
  item: Item,
): Promise<void> {
  const send = senderFor(owner);
  const path = `/api/shows/${showId}`;
  await send('PUT', `${path}/now-showing`, { itemId: item.id });
  addAct('PUT /api/shows/{id}/now-showing', 'show.now_showing', { itemId: null }, { itemId: item.id });
  const { claim } = await send<EmitCommentResult>('POST', '/api/debug/emit-comment', {
    showId,
    userId: 'ann',
    userHandle: 'ann',
    text: 'mine 1',
  });
  const claimPath = `/api/claims/${claim?.id ?? ''}`;
  await send('PATCH', claimPath, { flagged: true });
  addAct('PATCH /api/claims/{claimId}', 'claim.annotate', { flagged: false }, { flagged: true });
  const { comment } = await owner.say(showId, 'yan', 'hello');
  await doBuyerActs(send, addAct, claim?.buyer.id ?? '', comment.buyer.id);
  const { actSeq } = await send<ReleaseResult>('POST', `${claimPath}/release`, {});
  addAct(
    'POST /api/claims/{claimId}/release',
    'claim.release',
    { status: 'winner' },
    { claim: { status: 'released' } },
  );
  await send('POST', `${path}/acts/${actSeq}/undo`, {});
  addAct(
    'POST /api/shows/{id}/acts/{seq}/undo',
    'act.undo',
    { seq: actSeq, act: 'release' },
    { claims: [{ status: 'winner' }] },
  );
  await doReviewActs(send, addAct, showId);
  await send('POST', `${path}/items/${item.id}/award`, { userHandle: 'ben' });
  addAct('POST /api/shows/{id}/items/{itemId}/award', 'item.award', undefined, {
    claim: { status: 'winner', buyer: { handle: 'ben' } },
  });
  for (const act of ['withdraw', 'restore']) {
    await send('POST', `${path}/items/${item.id}/${act}`);
    addAct(`POST /api/shows/{id}/items/{itemId}/${act}`, `item.${act}`, { id: item.id }, { id: item.id });
  }
}

async function doReviewActs(send: Send, addAct: ActLog['addAct'], showId: string): Promise<void> {
  const path = `/api/shows/${showId}`;
  const unresolved = { outcome: 'review' };
  const newReview = async (userId: string): Promise<string> => {
    const comment = { showId, userId, userHandle: userId, text: 'claim 77' };
    return (await send<EmitCommentResult>('POST', '/api/debug/emit-comment', comment)).comment.id;
  };
  const [first, second, third] = [await newReview('fay'), await newReview('gus'), await newReview('hal')];
  const { actSeq: acceptSeq } = await send<{ actSeq: number }>('POST', `/api/comments/${first}/accept`, {});
  const unmatched = { comment: { outcome: 'item_not_found' } };
  addAct('POST /api/comments/{commentId}/accept', 'review.accept', unresolved, unmatched);
  await send('PUT', `${path}/dismissed-numbers`, { itemNumbers: ['77'], dismissed: true });
  addAct('PUT /api/shows/{id}/dismissed-numbers', 'show.dismiss_numbers', undefined, { numbers: ['77'] });
  await send('POST', `/api/comments/${second}/dismiss`, {});
  const resolved = { comment: { resolution: { resolution: 'dismissed' } } };
  addAct('POST /api/comments/{commentId}/dismiss', 'review.dismiss', unresolved, resolved);
  await send('POST', `${path}/review/resolve`, { action: 'dismiss', commentIds: [third] });
  addAct('POST /api/shows/{id}/review/resolve', 'review.dismiss', undefined, { commentIds: [third] });
  await send('POST', `${path}/acts/${acceptSeq}/undo`, {});
  addAct('POST /api/shows/{id}/acts/{seq}/undo', 'act.undo', { act: 'accept' });
}

async function doViewerPageActs(owner: Caller, addAct: ActLog['addAct'], showPath: string): Promise<void> {
  const send = senderFor(owner);
  const [route, path] = ['/api/shows/{id}/viewer-pages/{kind}', `${showPath}/viewer-pages/board`];
  await send('POST', path, {});
  addAct(`POST ${route}`, 'viewer-page.create', undefined, { kind: 'board', names: 'letters' });
  await send('PATCH', path, { names: 'none' });
  addAct(`PATCH ${route}`, 'viewer-page.update', undefined, { kind: 'board', names: 'none' });
  await send('DELETE', path);
  addAct(`DELETE ${route}`, 'viewer-page.end', undefined, { kind: 'board' });
}
