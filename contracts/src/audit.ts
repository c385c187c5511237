import type { Actor } from './actors';

/** Actions of audit entries: a subject, and what happened to it. */
export const AUDIT_ACTIONS = [
  'account.register',
  'session.login',
  'session.logout',
  'session.refuse',
  'session.limit',
  'session.reuse',
  'session.end',
  'account.password',
  'account.reset',
  'session.switch',
  'workspace.update',
  'invite.create',
  'invite.revoke',
  'member.join',
  'member.role',
  'member.remove',
  'member.leave',
  'show.create',
  'show.copy',
  'show.update',
  'show.sources',
  'show.delete',
  'show.activate',
  'show.pause',
  'show.resume',
  'show.stop',
  'show.now_showing',
  'show.dismiss_numbers',
  'show.export',
  'show.evidence',
  'show.purge',
  'report.export',
  'template.create',
  'template.update',
  'template.delete',
  'item.add',
  'item.update',
  'item.delete',
  'item.withdraw',
  'item.restore',
  'item.award',
  'claim.release',
  'claim.annotate',
  'buyer.block',
  'buyer.unblock',
  'person.update',
  'person.merge',
  'person.unmerge',
  'basket.request',
  'basket.pay',
  'basket.pack',
  'basket.ship',
  'basket.cancel',
  'basket.expire',
  'basket.undo',
  'basket.extras',
  'basket.settings',
  'review.accept',
  'review.dismiss',
  'review.count-word',
  'act.undo',
  'connection.connect',
  'connection.subscribe',
  'connection.disconnect',
  'connection.revoke',
  'connection.erase',
  'viewer.erase',
  'extension.switch',
  'extension.settings',
  'extension.retry',
  'extension.skip',
  'extension.action',
  'viewer-page.create',
  'viewer-page.update',
  'viewer-page.end',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Kinds of objects that audited actions change. */
export type AuditSubject =
  | 'basket'
  | 'buyer'
  | 'claim'
  | 'comment'
  | 'connection'
  | 'extension'
  | 'invite'
  | 'item'
  | 'member'
  | 'person'
  | 'show'
  | 'template'
  | 'user'
  | 'viewer'
  | 'viewer-page'
  | 'workspace';

/** One entry of the audit log, recorded together with its act. Only `before` and `after` can be redacted later. */
export interface AuditRecord {
  id: string;
  at: string;
  /** The actor, with the name at that time. */
  user: Actor;
  /** An `AuditAction`, or an action that only an older version had. */
  action: string;
  /** An `AuditSubject`, or a kind that only an older version had. */
  entityType: string;
  entityId: string | null;
  showId: string | null;
  /** State before the act, if any. The shape depends on the action. */
  before: unknown;
  after: unknown;
}

/** `GET /api/workspaces/:id/audit?userId=&action=&entityType=&showId=&from=&to=`, newest first. */
export interface AuditList {
  entries: AuditRecord[];
  nextCursor: string | null;
}
