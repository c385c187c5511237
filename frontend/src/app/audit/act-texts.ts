import type { AuditAction, AuditSubject } from '@sellary/contracts';

/** Text of each act. It follows the name of the user. */
const ACT_TEXTS: Record<AuditAction, string> = {
  'account.register': $localize`:@@audit.act.account.register:created their account`,
  'session.login': $localize`:@@audit.act.session.login:signed in`,
  'session.logout': $localize`:@@audit.act.session.logout:signed out`,
  'session.refuse': $localize`:@@audit.act.session.refuse:failed to sign in`,
  'session.limit': $localize`:@@audit.act.session.limit:was blocked after too many failed sign-ins`,
  'session.reuse': $localize`:@@audit.act.session.reuse:was signed out because an old session was used again`,
  'session.end': $localize`:@@audit.act.session.end:signed out other devices`,
  'account.password': $localize`:@@audit.act.account.password:changed the password`,
  'account.reset': $localize`:@@audit.act.account.reset:set a new password with a reset link`,
  'session.switch': $localize`:@@audit.act.session.switch:switched to this workspace`,
  'workspace.update': $localize`:@@audit.act.workspace.update:changed the workspace settings`,
  'invite.create': $localize`:@@audit.act.invite.create:invited a person`,
  'invite.revoke': $localize`:@@audit.act.invite.revoke:revoked an invitation`,
  'member.join': $localize`:@@audit.act.member.join:joined with an invitation`,
  'member.role': $localize`:@@audit.act.member.role:changed a role`,
  'member.remove': $localize`:@@audit.act.member.remove:removed a member`,
  'member.leave': $localize`:@@audit.act.member.leave:left the workspace`,
  'show.create': $localize`:@@audit.act.show.create:created a show`,
  'show.copy': $localize`:@@audit.act.show.copy:copied a show`,
  'show.update': $localize`:@@audit.act.show.update:changed a show`,
  'show.sources': $localize`:@@audit.act.show.sources:changed a show’s sources`,
  'show.delete': $localize`:@@audit.act.show.delete:deleted a draft`,
  'show.activate': $localize`:@@audit.act.show.activate:went live with a show`,
  'show.pause': $localize`:@@audit.act.show.pause:paused a show`,
  'show.resume': $localize`:@@audit.act.show.resume:resumed a show`,
  'show.stop': $localize`:@@audit.act.show.stop:ended a show`,
  'show.dismiss_numbers': $localize`:@@audit.act.show.dismiss-numbers:dismissed unknown numbers`,
  'show.now_showing': $localize`:@@audit.act.show.now-showing:changed the item now showing`,
  'show.export': $localize`:@@audit.act.show.export:exported a show`,
  'show.evidence': $localize`:@@audit.act.show.evidence:saved the evidence for a claim`,
  'show.purge': $localize`:@@audit.act.show.purge:deleted an old show`,
  'report.export': $localize`:@@audit.act.report.export:exported a sales report`,
  'template.create': $localize`:@@audit.act.template.create:saved a show as a template`,
  'template.update': $localize`:@@audit.act.template.update:renamed a template`,
  'template.delete': $localize`:@@audit.act.template.delete:deleted a template`,
  'item.add': $localize`:@@audit.act.item.add:added items`,
  'item.update': $localize`:@@audit.act.item.update:changed an item`,
  'item.delete': $localize`:@@audit.act.item.delete:removed an item`,
  'item.withdraw': $localize`:@@audit.act.item.withdraw:withdrew an item`,
  'item.restore': $localize`:@@audit.act.item.restore:restored an item`,
  'item.award': $localize`:@@audit.act.item.award:awarded a unit`,
  'claim.release': $localize`:@@audit.act.claim.release:released a claim`,
  'claim.annotate': $localize`:@@audit.act.claim.annotate:changed a claim’s flag or note`,
  'buyer.block': $localize`:@@audit.act.buyer.block:blocked a buyer`,
  'buyer.unblock': $localize`:@@audit.act.buyer.unblock:unblocked a buyer`,
  'person.update': $localize`:@@audit.act.person.update:changed a buyer’s profile`,
  'person.merge': $localize`:@@audit.act.person.merge:merged two buyers`,
  'person.unmerge': $localize`:@@audit.act.person.unmerge:undid the merge of two buyers`,
  'basket.request': $localize`:@@audit.act.basket.request:asked a buyer to pay`,
  'basket.pay': $localize`:@@audit.act.basket.pay:marked a basket paid`,
  'basket.pack': $localize`:@@audit.act.basket.pack:marked a basket packed`,
  'basket.ship': $localize`:@@audit.act.basket.ship:marked a basket shipped`,
  'basket.cancel': $localize`:@@audit.act.basket.cancel:canceled a basket`,
  'basket.expire': $localize`:@@audit.act.basket.expire:released an unpaid basket`,
  'basket.undo': $localize`:@@audit.act.basket.undo:undid a basket step`,
  'basket.extras': $localize`:@@audit.act.basket.extras:changed a basket’s extra lines`,
  'basket.settings': $localize`:@@audit.act.basket.settings:changed the basket settings`,
  'review.accept': $localize`:@@audit.act.comment.accept:accepted a comment`,
  'review.dismiss': $localize`:@@audit.act.comment.dismiss:dismissed a comment`,
  'review.count-word': $localize`:@@audit.act.review.count-word:counted a word as a claim`,
  'act.undo': $localize`:@@audit.act.act.undo:undid a change`,
  'connection.connect': $localize`:@@audit.act.connection.connect:connected an account`,
  'connection.subscribe': $localize`:@@audit.act.connection.subscribe:turned on instant updates for an account`,
  'connection.disconnect': $localize`:@@audit.act.connection.disconnect:disconnected an account`,
  'connection.revoke': $localize`:@@audit.act.connection.revoke:lost access to an account when the app was removed on the platform`,
  'connection.erase': $localize`:@@audit.act.connection.erase:lost access to an account when its data was deleted on the platform`,
  'viewer.erase': $localize`:@@audit.act.viewer.erase:erased a viewer`,
  'extension.switch': $localize`:@@audit.act.extension.switch:turned an extension on or off`,
  'extension.settings': $localize`:@@audit.act.extension.settings:changed an extension’s settings`,
  'extension.retry': $localize`:@@audit.act.extension.retry:retried an extension’s events`,
  'extension.skip': $localize`:@@audit.act.extension.skip:skipped an extension’s events`,
  'extension.action': $localize`:@@audit.act.extension.action:used an extension’s action`,
  'viewer-page.create': $localize`:@@audit.act.viewer-page.create:created a link for viewers`,
  'viewer-page.update': $localize`:@@audit.act.viewer-page.update:changed a page for viewers`,
  'viewer-page.end': $localize`:@@audit.act.viewer-page.end:ended a link for viewers`,
};

const isKnown = (action: string): action is AuditAction => action in ACT_TEXTS;

/** Acts on a whole show. The show's name follows their text directly, without “in”. */
const ACTS_ON_SHOWS: ReadonlySet<string> = new Set<AuditAction>([
  'show.create',
  'show.copy',
  'show.update',
  'show.sources',
  'show.delete',
  'show.activate',
  'show.pause',
  'show.resume',
  'show.stop',
  'show.export',
  'show.purge',
]);

/**
 * Text of an act with the name of its subject and of its show, if they are known. An act without a text, such
 * as one from an older version, is shown by its wire name.
 */
export function actSentence(action: string, subject: string | null, show: string | null): string {
  const act = isKnown(action) ? ACT_TEXTS[action] : action;
  const isOnShow = ACTS_ON_SHOWS.has(action);
  const name = isOnShow ? (subject ?? show) : subject;
  if (name === null) {
    return show === null ? act : $localize`:@@audit.act-in-show:${act}:act: in ${show}:show:`;
  }
  return isOnShow || show === null
    ? $localize`:@@audit.act-on:${act}:act:: ${name}:name:`
    : $localize`:@@audit.act-on-in-show:${act}:act:: ${name}:name:, in ${show}:show:`;
}

const SUBJECT_TEXTS: Record<AuditSubject, string> = {
  claim: $localize`:@@audit.subject.claim:Claims`,
  item: $localize`:@@audit.subject.item:Items`,
  show: $localize`:@@audit.subject.show:Shows`,
  template: $localize`:@@audit.subject.template:Templates`,
  comment: $localize`:@@audit.subject.comment:Comments`,
  buyer: $localize`:@@audit.subject.buyer:Buyers`,
  person: $localize`:@@audit.subject.person:Buyer profiles`,
  basket: $localize`:@@audit.subject.basket:Baskets`,
  connection: $localize`:@@audit.subject.connection:Connections`,
  member: $localize`:@@audit.subject.member:Members`,
  invite: $localize`:@@audit.subject.invite:Invitations`,
  workspace: $localize`:@@audit.subject.workspace:Settings`,
  user: $localize`:@@audit.subject.user:Accounts and sign-ins`,
  extension: $localize`:@@audit.subject.extension:Extensions`,
  viewer: $localize`:@@audit.subject.viewer:Erasures`,
  'viewer-page': $localize`:@@audit.subject.viewer-page:Pages for viewers`,
};

/** Subjects that the log can be filtered by. */
export const SUBJECTS = Object.entries(SUBJECT_TEXTS).map(([value, name]) => ({ value, name }));
