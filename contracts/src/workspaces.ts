import type { PlatformId } from './platforms';
import type { ShowRules } from './show-rules';
import type { Role } from './roles';
import type { UserSummary } from './session';

/** A workspace's settings. The rules among them repeat the values in `Workspace.rules`. */
export interface WorkspaceSettings extends ShowRules {
  /** MIN_POLL_INTERVAL_SECONDS to MAX_POLL_INTERVAL_SECONDS */
  pollIntervalSeconds: number;
  /** ≥ MIN_RETENTION_DAYS; null = the process-wide RETENTION_DAYS */
  retentionDays: number | null;
  /** ISO 4217 code of the currency for new shows, or null if they sell without prices. */
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

export interface Member {
  user: UserSummary;
  role: Role;
  since: string;
}

/** `GET /api/workspaces/:id/members`, in the order in which members joined. */
export interface MemberList {
  members: Member[];
  nextCursor: string | null;
}

export interface UpdateMemberRequest {
  role: Role;
}

/** `POST /api/workspaces/:id/members`. Inviting the same email again replaces the previous invitation. */
export interface InviteMemberRequest {
  email: string;
  role: Role;
}

/** An unused invitation, as admins see it; it may have expired. */
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

/** `GET /api/invites/:token`: what a visitor with the link sees before signing in. */
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
 * `POST /api/invites/:token/accept`, which returns a Session in the workspace. The request is empty if the
 * caller is signed in with the invited email. A name and a new password create an account; a password alone
 * signs in to the existing account.
 */
export interface AcceptInviteRequest {
  name?: string;
  password?: string;
}

/** `POST /api/workspaces/:id/erasures`: erases the viewer with this id. Exports contain the id. */
export interface EraseViewerRequest {
  platform: PlatformId;
  platformUserId: string;
}

/** Number of affected shows and of erased rows; all zero if none of the viewer's data was stored. */
export interface ErasureResult {
  shows: number;
  comments: number;
  claims: number;
  /** Ledger rows that mentioned the viewer. */
  events: number;
}
