import type { AuditAction } from '@sellary/contracts';

/** Text of each action, which follows the name of a person. */
const ACT_TEXTS: Record<AuditAction, string> = {
  'account.register': $localize`:@@audit.act.account.register:created this account`,
  'session.login': $localize`:@@audit.act.session.login:signed in`,
  'session.logout': $localize`:@@audit.act.session.logout:signed out`,
  'session.refuse': $localize`:@@audit.act.session.refuse:failed to sign in`,
  'session.limit': $localize`:@@audit.act.session.limit:was blocked after too many failed sign-ins`,
  'session.reuse': $localize`:@@audit.act.session.reuse:was signed out because an old session was used again`,
  'session.end': $localize`:@@audit.act.session.end:signed out other devices`,
  'account.password': $localize`:@@audit.act.account.password:changed the password`,
  'account.reset': $localize`:@@audit.act.account.reset:set a new password with a reset link`,
  'session.switch': $localize`:@@audit.act.session.switch:switched to this workspace`,
  'workspace.update': $localize`:@@audit.act.workspace.update:changed the settings`,
  'invite.create': $localize`:@@audit.act.invite.create:invited a person`,
  'invite.revoke': $localize`:@@audit.act.invite.revoke:revoked an invitation`,
  'member.join': $localize`:@@audit.act.member.join:joined with an invitation`,
  'member.role': $localize`:@@audit.act.member.role:changed a role`,
  'member.remove': $localize`:@@audit.act.member.remove:removed a member`,
  'member.leave': $localize`:@@audit.act.member.leave:left the workspace`,
  'show.create': $localize`:@@audit.act.show.create:created a show`,
  'show.update': $localize`:@@audit.act.show.update:changed a show`,
  'show.sources': $localize`:@@audit.act.show.sources:changed where a show's comments come from`,
  'show.delete': $localize`:@@audit.act.show.delete:deleted a draft`,
  'show.activate': $localize`:@@audit.act.show.activate:activated a show`,
  'show.pause': $localize`:@@audit.act.show.pause:paused a show`,
  'show.resume': $localize`:@@audit.act.show.resume:resumed a show`,
  'show.stop': $localize`:@@audit.act.show.stop:ended a show`,
  'show.now_showing': $localize`:@@audit.act.show.now-showing:changed the item on show`,
  'show.export': $localize`:@@audit.act.show.export:exported a show`,
  'show.evidence': $localize`:@@audit.act.show.evidence:saved the evidence for a claim`,
  'show.purge': $localize`:@@audit.act.show.purge:deleted an old show`,
  'item.add': $localize`:@@audit.act.item.add:added items`,
  'item.update': $localize`:@@audit.act.item.update:changed an item`,
  'item.delete': $localize`:@@audit.act.item.delete:removed an item`,
  'item.withdraw': $localize`:@@audit.act.item.withdraw:withdrew an item`,
  'item.restore': $localize`:@@audit.act.item.restore:restored an item`,
  'item.award': $localize`:@@audit.act.item.award:awarded a unit`,
  'claim.release': $localize`:@@audit.act.claim.release:released a claim`,
  'claim.annotate': $localize`:@@audit.act.claim.annotate:changed a flag or note of a claim`,
  'buyer.block': $localize`:@@audit.act.buyer.block:blocked a buyer`,
  'buyer.unblock': $localize`:@@audit.act.buyer.unblock:ended the block of a buyer`,
  'review.accept': $localize`:@@audit.act.comment.accept:accepted a comment`,
  'review.dismiss': $localize`:@@audit.act.comment.dismiss:dismissed a comment`,
  'review.count-word': $localize`:@@audit.act.review.count-word:counted a word as a claim`,
  'act.undo': $localize`:@@audit.act.act.undo:undid an action`,
  'connection.connect': $localize`:@@audit.act.connection.connect:connected an account`,
  'connection.subscribe': $localize`:@@audit.act.connection.subscribe:renewed the notifications of an account`,
  'connection.disconnect': $localize`:@@audit.act.connection.disconnect:disconnected an account`,
  'connection.revoke': $localize`:@@audit.act.connection.revoke:lost an account: the app was removed on the platform`,
  'connection.erase': $localize`:@@audit.act.connection.erase:lost an account: its data was deleted on the platform`,
  'viewer.erase': $localize`:@@audit.act.viewer.erase:erased a viewer`,
};

const isKnown = (action: string): action is AuditAction => action in ACT_TEXTS;

/** An action of an older version is shown by its own name. */
export const actText = (action: string): string => (isKnown(action) ? ACT_TEXTS[action] : action);

/** Subjects that the log can be filtered by. */
export const SUBJECTS: readonly { value: string; name: string }[] = [
  { value: 'claim', name: $localize`:@@audit.subject.claim:Claims` },
  { value: 'item', name: $localize`:@@audit.subject.item:Items` },
  { value: 'show', name: $localize`:@@audit.subject.show:Shows` },
  { value: 'comment', name: $localize`:@@audit.subject.comment:Comments` },
  { value: 'connection', name: $localize`:@@audit.subject.connection:Connections` },
  { value: 'member', name: $localize`:@@audit.subject.member:Members` },
  { value: 'invite', name: $localize`:@@audit.subject.invite:Invitations` },
  { value: 'workspace', name: $localize`:@@audit.subject.workspace:Settings` },
  { value: 'user', name: $localize`:@@audit.subject.user:Accounts and sign-ins` },
  { value: 'viewer', name: $localize`:@@audit.subject.viewer:Erasures` },
];
