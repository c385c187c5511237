import {
  anyone,
  admin,
  type ApiRoute,
  emptyBody,
  fixedPath,
  operator,
  type WorkspaceIds,
  viewer,
} from './api-route';
import { SALES_ROUTES } from './sales-routes';
import { SMALL_PHOTO } from './small-photo';

export type { ApiRoute, WorkspaceIds };

const show =
  (rest = '') =>
  (ids: WorkspaceIds): string =>
    `/api/shows/${ids.showId}${rest}`;
const item =
  (rest = '') =>
  ({ showId, itemId }: WorkspaceIds): string =>
    `/api/shows/${showId}/items/${itemId}${rest}`;
const workspace =
  (rest = '') =>
  (ids: WorkspaceIds): string =>
    `/api/workspaces/${ids.workspaceId}${rest}`;

/** Every route described by `/api/docs-json`, with its minimum role from the contract's role table. */
export const API_ROUTES: Record<string, ApiRoute> = {
  'POST /api/auth/register': anyone(fixedPath('/api/auth/register'), { body: emptyBody }),
  'POST /api/auth/login': anyone(fixedPath('/api/auth/login'), { body: emptyBody }),
  'POST /api/auth/refresh': anyone(fixedPath('/api/auth/refresh'), { body: emptyBody }),
  'POST /api/auth/logout': viewer(fixedPath('/api/auth/logout'), { ownData: true, endsSession: true }),
  'GET /api/auth/me': viewer(fixedPath('/api/auth/me'), { ownData: true }),
  'PATCH /api/auth/me': viewer(fixedPath('/api/auth/me'), {
    body: () => ({ language: 'en' }),
    ownData: true,
  }),
  'POST /api/auth/switch': viewer(fixedPath('/api/auth/switch'), {
    body: ({ workspaceId }) => ({ workspaceId }),
    endsSession: true,
  }),
  'GET /api/auth/options': anyone(fixedPath('/api/auth/options')),
  'GET /api/auth/sessions': viewer(fixedPath('/api/auth/sessions'), { ownData: true }),
  'DELETE /api/auth/sessions/{id}': viewer(({ viewerSessionId }) => `/api/auth/sessions/${viewerSessionId}`),
  'DELETE /api/auth/sessions': viewer(fixedPath('/api/auth/sessions'), { ownData: true, endsOthers: true }),
  'POST /api/auth/password': viewer(fixedPath('/api/auth/password'), {
    body: () => ({ current: 'correct horse', next: 'correct horse' }),
    ownData: true,
    endsOthers: true,
  }),
  'POST /api/auth/password-reset': anyone(fixedPath('/api/auth/password-reset'), { body: emptyBody }),
  'POST /api/auth/password-reset/{token}': anyone(fixedPath('/api/auth/password-reset/none'), {
    body: emptyBody,
  }),
  'GET /api/invites/{token}': anyone(fixedPath('/api/invites/none')),
  'POST /api/invites/{token}/accept': anyone(fixedPath('/api/invites/none/accept'), { body: emptyBody }),

  'GET /api/workspaces/{id}': viewer(workspace()),
  'PATCH /api/workspaces/{id}': admin(workspace(), { body: () => ({ name: 'Renamed' }) }),
  'GET /api/workspaces/{id}/rules': viewer(workspace('/rules')),
  'PATCH /api/workspaces/{id}/rules': admin(workspace('/rules'), {
    body: () => ({ maxClaimsPerComment: 2 }),
  }),
  'GET /api/workspaces/{id}/audit': admin(workspace('/audit')),
  'GET /api/workspaces/{id}/members': viewer(workspace('/members')),
  'POST /api/workspaces/{id}/members': admin(workspace('/members'), {
    body: () => ({ email: 'new@example.com', role: 'viewer' }),
  }),
  'PATCH /api/workspaces/{id}/members/{userId}': admin((ids) => workspace(`/members/${ids.memberId}`)(ids), {
    body: () => ({ role: 'operator' }),
  }),
  // Members of every role may remove themselves; this call removes another member.
  'DELETE /api/workspaces/{id}/members/{userId}': admin((ids) => workspace(`/members/${ids.memberId}`)(ids)),
  'GET /api/workspaces/{id}/blocked-buyers': operator(workspace('/blocked-buyers')),
  'PUT /api/buyers/{buyerId}/block': operator(({ buyerId }) => `/api/buyers/${buyerId}/block`, {
    body: () => ({ block: 'review', reason: 'Does not pay' }),
  }),
  'DELETE /api/buyers/{buyerId}/block': operator(({ buyerId }) => `/api/buyers/${buyerId}/block`),
  ...SALES_ROUTES,
  'POST /api/workspaces/{id}/erasures': admin(workspace('/erasures'), {
    body: () => ({ platform: 'rehearsal', platformUserId: 'nobody' }),
  }),
  'GET /api/workspaces/{id}/invites': admin(workspace('/invites')),
  'DELETE /api/workspaces/{id}/invites/{inviteId}': admin((ids) =>
    workspace(`/invites/${ids.inviteId}`)(ids),
  ),

  'GET /api/platforms': viewer(fixedPath('/api/platforms'), { ownData: true }),
  'GET /api/rule-choices': viewer(fixedPath('/api/rule-choices'), { ownData: true }),
  'GET /api/connections': viewer(fixedPath('/api/connections'), { ownData: true }),
  'POST /api/connections/oauth/{platform}/start': admin(fixedPath('/api/connections/oauth/facebook/start'), {
    body: emptyBody,
    ownData: true,
  }),
  'GET /api/connections/oauth/{platform}/callback': anyone(
    fixedPath('/api/connections/oauth/facebook/callback'),
  ),
  'GET /api/connections/{id}/webhooks': operator((s) => `/api/connections/${s.connectionId}/webhooks`),
  'POST /api/connections/{id}/webhooks': admin((s) => `/api/connections/${s.connectionId}/webhooks`),
  'GET /api/connections/{id}/lives': operator(({ connectionId }) => `/api/connections/${connectionId}/lives`),
  'DELETE /api/connections/{id}': admin(({ connectionId }) => `/api/connections/${connectionId}`),

  'GET /api/shows': viewer(fixedPath('/api/shows'), { ownData: true }),
  'POST /api/shows': operator(fixedPath('/api/shows'), { body: () => ({ name: 'One more' }), ownData: true }),
  'POST /api/shows/{id}/copy': operator(show('/copy'), { body: () => ({ name: 'Once more' }) }),
  'GET /api/templates': viewer(fixedPath('/api/templates'), { ownData: true }),
  'POST /api/shows/{id}/template': operator(show('/template'), { body: () => ({ name: 'Evenings' }) }),
  'POST /api/templates/{id}/shows': operator(({ templateId }) => `/api/templates/${templateId}/shows`, {
    body: emptyBody,
  }),
  'PATCH /api/templates/{id}': operator(({ templateId }) => `/api/templates/${templateId}`, {
    body: () => ({ name: 'Fridays' }),
  }),
  'GET /api/shows/{id}': viewer(show()),
  'PATCH /api/shows/{id}': operator(show(), { body: () => ({ name: 'Another name' }) }),
  'POST /api/shows/{id}/sources': operator(show('/sources'), { body: () => ({ platform: 'rehearsal' }) }),
  'DELETE /api/shows/{id}/sources/{sourceId}': operator((ids) => show(`/sources/${ids.sourceId}`)(ids)),
  'PATCH /api/shows/{id}/rules': operator(show('/rules'), { body: () => ({ claimWords: ['mine'] }) }),
  'GET /api/shows/{id}/events': viewer(show('/events')),
  'GET /api/shows/{id}/snapshot': viewer(show('/snapshot')),
  'GET /api/shows/{id}/buyers': viewer(show('/buyers')),
  'GET /api/shows/{id}/summary': viewer(show('/summary')),
  'GET /api/shows/{id}/export': viewer(show('/export?type=claims')),
  'GET /api/shows/{id}/viewer-pages': operator(show('/viewer-pages')),
  'POST /api/shows/{id}/viewer-pages/{kind}': operator(show('/viewer-pages/board'), { body: emptyBody }),
  'PATCH /api/shows/{id}/viewer-pages/{kind}': operator(show('/viewer-pages/board'), {
    body: () => ({ names: 'none' }),
  }),
  'DELETE /api/shows/{id}/viewer-pages/{kind}': operator(show('/viewer-pages/board')),
  'GET /api/shows/{id}/viewer-delays': viewer(show('/viewer-delays')),
  'GET /api/shows/{id}/replay': admin(show('/replay')),
  'GET /api/shows/{id}/evidence': operator(
    ({ showId, claimId }) => `/api/shows/${showId}/evidence?claim=${claimId}`,
  ),
  'GET /api/claims/{claimId}/explanation': viewer(({ claimId }) => `/api/claims/${claimId}/explanation`),
  'GET /api/shows/{id}/claims': viewer(show('/claims')),
  'GET /api/shows/{id}/comments': viewer(show('/comments')),
  'POST /api/shows/{id}/items': operator(show('/items'), { body: () => ({ items: [{ itemNumber: '77' }] }) }),
  'POST /api/shows/{id}/items/check': operator(show('/items/check'), {
    body: () => ({ itemNumbers: ['77'] }),
  }),
  'PUT /api/shows/{id}/dismissed-numbers': operator(show('/dismissed-numbers'), {
    body: () => ({ itemNumbers: ['77'], dismissed: true }),
  }),
  'PATCH /api/shows/{id}/items/{itemId}': operator(item(), {
    body: () => ({ title: 'Dress' }),
  }),
  'PUT /api/shows/{id}/items/{itemId}/photo': operator(item('/photo'), { body: () => SMALL_PHOTO }),
  'DELETE /api/shows/{id}/items/{itemId}/photo': operator(item('/photo')),
  'GET /api/shows/{id}/items/{itemId}/claims': viewer(item('/claims')),
  'POST /api/shows/{id}/items/{itemId}/withdraw': operator(item('/withdraw')),
  'POST /api/shows/{id}/items/{itemId}/restore': operator(item('/restore')),
  'POST /api/shows/{id}/items/{itemId}/award': operator(item('/award'), {
    body: () => ({ userHandle: 'ben' }),
  }),
  'PUT /api/shows/{id}/now-showing': operator(show('/now-showing'), { body: ({ itemId }) => ({ itemId }) }),
  'PATCH /api/claims/{claimId}': operator(({ claimId }) => `/api/claims/${claimId}`, {
    body: () => ({ flagged: true }),
  }),
  'POST /api/claims/{claimId}/release': operator(({ claimId }) => `/api/claims/${claimId}/release`, {
    body: emptyBody,
  }),
  'POST /api/shows/{id}/acts/{seq}/undo': operator(show('/acts/1/undo'), { body: emptyBody }),
  'GET /api/shows/{id}/review': viewer(show('/review')),
  'GET /api/shows/{id}/review/groups': viewer(show('/review/groups')),
  'POST /api/shows/{id}/review/preview': viewer(show('/review/preview'), {
    body: ({ reviewId }) => ({ requests: [{ action: 'accept', commentIds: [reviewId] }] }),
  }),
  'POST /api/shows/{id}/review/resolve': operator(show('/review/resolve'), {
    body: ({ reviewId }) => ({ action: 'dismiss', commentIds: [reviewId] }),
  }),
  'POST /api/comments/{commentId}/accept': operator(({ reviewId }) => `/api/comments/${reviewId}/accept`, {
    body: emptyBody,
  }),
  'POST /api/comments/{commentId}/dismiss': operator(({ reviewId }) => `/api/comments/${reviewId}/dismiss`, {
    body: emptyBody,
  }),
  'POST /api/debug/emit-comment': operator(fixedPath('/api/debug/emit-comment'), {
    body: ({ showId }) => ({ showId, userId: 'cat', userHandle: 'cat', text: 'sold 1' }),
  }),
  'POST /api/debug/bulk-comments': operator(fixedPath('/api/debug/bulk-comments'), {
    body: ({ showId }) => ({ showId, comments: [{ userId: 'dan', userHandle: 'dan', text: 'sold 1' }] }),
  }),
  'POST /api/debug/emit-ig-webhook': operator(fixedPath('/api/debug/emit-ig-webhook'), {
    body: () => ({ object: 'instagram', entry: [] }),
    ownData: true,
  }),
  'POST /api/shows/{id}/pause': operator(show('/pause'), { body: emptyBody }),
  'POST /api/shows/{id}/resume': operator(show('/resume'), { body: emptyBody }),
  'POST /api/shows/{id}/stop': operator(show('/stop'), { body: emptyBody }),
  'DELETE /api/shows/{id}/items/{itemId}': operator(
    ({ draftId, draftItemId }) => `/api/shows/${draftId}/items/${draftItemId}`,
  ),
  'POST /api/shows/{id}/activate': operator(({ draftId }) => `/api/shows/${draftId}/activate`, {
    body: emptyBody,
  }),
  'DELETE /api/templates/{id}': operator(({ templateId }) => `/api/templates/${templateId}`),
  'DELETE /api/shows/{id}': operator(({ draftId }) => `/api/shows/${draftId}`),

  'GET /api/extensions': viewer(fixedPath('/api/extensions'), { ownData: true }),
  'PUT /api/extensions/{name}': admin(fixedPath('/api/extensions/sample'), {
    body: () => ({ settings: { greeting: 'Good evening' } }),
    ownData: true,
  }),
  'GET /api/extensions/{name}/parked': admin(fixedPath('/api/extensions/sample/parked'), { ownData: true }),
  'POST /api/extensions/{name}/parked/retry': admin(fixedPath('/api/extensions/sample/parked/retry'), {
    body: () => ({ ids: ['none'] }),
    ownData: true,
  }),
  'POST /api/extensions/{name}/parked/skip': admin(fixedPath('/api/extensions/sample/parked/skip'), {
    body: () => ({ ids: ['none'] }),
    ownData: true,
  }),
  'GET /api/extensions/{name}/jobs': admin(fixedPath('/api/extensions/sample/jobs'), { ownData: true }),
  'POST /api/extensions/{name}/jobs/{id}/resend': admin(
    ({ jobId }) => `/api/extensions/sample/jobs/${jobId}/resend`,
    { body: emptyBody },
  ),
  'POST /api/extensions/{name}/jobs/{id}/discard': admin(
    ({ jobId }) => `/api/extensions/sample/jobs/${jobId}/discard`,
    { body: emptyBody },
  ),
  'POST /api/extensions/{name}/actions/{id}': viewer(fixedPath('/api/extensions/sample/actions/greet'), {
    body: ({ showId }) => ({ targetId: showId }),
  }),

  'GET /api/webhooks/{platform}': anyone(fixedPath('/api/webhooks/facebook')),
  'POST /api/webhooks/{platform}': anyone(fixedPath('/api/webhooks/facebook'), { body: emptyBody }),
  'POST /api/webhooks/meta/deauthorize': anyone(fixedPath('/api/webhooks/meta/deauthorize'), {
    body: emptyBody,
  }),
  'POST /api/webhooks/meta/data-deletion': anyone(fixedPath('/api/webhooks/meta/data-deletion'), {
    body: emptyBody,
  }),
  'GET /api/webhooks/meta/deletion/{code}': anyone(fixedPath('/api/webhooks/meta/deletion/none')),
};

/**
 * Calls that change nothing in a workspace: starting a platform sign-in, requesting a password reset, setting
 * a user's language, checking item numbers, and previewing decisions on reviews.
 */
const NO_ACTS = [
  'POST /api/connections/oauth/{platform}/start',
  'POST /api/auth/password-reset',
  'PATCH /api/auth/me',
  'POST /api/shows/{id}/items/check',
  'POST /api/shows/{id}/review/preview',
];
/** Reports whether a call (`METHOD path`) is a user's act that the audit log records. */
export const isAct = (name: string): boolean =>
  !name.startsWith('GET') &&
  !name.includes('/debug/') &&
  !NO_ACTS.includes(name) &&
  !name.includes('/webhooks/') &&
  !name.endsWith('/refresh');
