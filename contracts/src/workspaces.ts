import type { Actor } from './actors';
import type { PlatformId } from './platforms';
import type { ShowRules } from './show-rules';
import type { Role, UserSummary } from './session';

/** Settings of a workspace. The rules among them are the same as its `rules`. */
export interface WorkspaceSettings extends ShowRules {
  /** 2–10 */
  pollIntervalSeconds: number;
  /** ≥ 90; null = the process-wide RETENTION_DAYS */
  retentionDays: number | null;
  /** ISO 4217 code of the currency that new shows sell in; null: they sell without prices. */
  currency: string | null;
}

export interface Workspace {
  id: string;
  name: string;
  role: Role;
  settings: WorkspaceSettings;
  /** Rules that new shows begin with. */
  rules: ShowRules;
  createdAt: string;
  updatedAt: string;
}

export interface UpdateWorkspaceRequest {
  name?: string;
  settings?: Partial<WorkspaceSettings>;
}

/** Acts that the audit log records: subject and verb. */
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

/** One operator act, recorded together with the act and never changed afterward. */
export interface AuditRecord {
  id: string;
  at: string;
  /** The actor, with the name at that time. */
  user: Actor;
  /** `thing.verb`, such as `claim.release`. */
  action: string;
  entityType: string;
  entityId: string | null;
  showId: string | null;
  /** State before the act, if it has one; its shape depends on the action. */
  before: unknown;
  after: unknown;
}

/** `GET /api/workspaces/:id/audit?userId=&action=&entityType=&showId=&from=&to=`, newest first. */
export interface AuditList {
  entries: AuditRecord[];
  nextCursor: string | null;
}

export interface Member {
  user: UserSummary;
  role: Role;
  since: string;
}

/** `GET /api/workspaces/:id/members`, in the order in which they joined. */
export interface MemberList {
  members: Member[];
  nextCursor: string | null;
}

export interface UpdateMemberRequest {
  role: Role;
}

/** `POST /api/workspaces/:id/members`. Inviting the same email again replaces the earlier invitation. */
export interface InviteMemberRequest {
  email: string;
  role: Role;
}

/** An unused invitation, for admins; it may have expired. */
export interface PendingInvite {
  id: string;
  email: string;
  role: Role;
  invitedBy: { id: string; name: string };
  createdAt: string;
  expiresAt: string;
}

/** The only response that contains `token` and `link`. Neither can be read again. */
export interface CreatedInvite extends PendingInvite {
  token: string;
  link: string;
}

/** `GET /api/workspaces/:id/invites`, newest first. */
export interface InviteList {
  invites: PendingInvite[];
  nextCursor: string | null;
}

export type InviteStatus = 'pending' | 'expired' | 'used' | 'revoked';

/** `GET /api/invites/:token`: data for the holder of the link before signing in. */
export interface InviteView {
  workspace: { name: string };
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: string;
  status: InviteStatus;
  /** True if this email already has an account. Its password is then required instead of a new one. */
  hasAccount: boolean;
}

/**
 * `POST /api/invites/:token/accept`, which returns a Session in the workspace. Empty for a caller signed in
 * with the invited email; name and a new password (≥ 10) create an account; a password alone signs in to the
 * existing one.
 */
export interface AcceptInviteRequest {
  name?: string;
  password?: string;
}

/** `POST /api/workspaces/:id/erasures`: the viewer by the id on the platform, as in exports. */
export interface EraseViewerRequest {
  platform: PlatformId;
  platformUserId: string;
}

/** Numbers of erased rows; all zero if no data of the viewer was stored. */
export interface ErasureResult {
  shows: number;
  comments: number;
  claims: number;
  /** Ledger rows that named the viewer. */
  events: number;
}
