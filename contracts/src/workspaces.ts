import type { Role, UserSummary } from './session';

/** Defaults of a workspace; a show may override words, window and claims per comment. */
export interface WorkspaceSettings {
  claimWords: string[];
  passWords: string[];
  /** 2–10 */
  pollIntervalSeconds: number;
  /** 0–10; 0 = off */
  fairnessWindowSeconds: number;
  /** 1–10 */
  maxClaimsPerComment: number;
  /** ≥ 90; null = the process-wide RETENTION_DAYS */
  retentionDays: number | null;
}

export interface Workspace {
  id: string;
  name: string;
  role: Role;
  settings: WorkspaceSettings;
  createdAt: string;
  updatedAt: string;
}

export interface UpdateWorkspaceRequest {
  name?: string;
  settings?: Partial<WorkspaceSettings>;
}

/** One operator act as it was recorded with the act itself; never changed afterwards. */
export interface AuditRecord {
  id: string;
  at: string;
  /** The name as it was then; `id` is null for what the product did by itself. */
  user: { id: string | null; name: string };
  /** `thing.verb`, such as `claim.release`. */
  action: string;
  entityType: string;
  entityId: string | null;
  showId: string | null;
  /** As far as the act had one; its shape is the action's own. */
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

/** `GET /api/workspaces/:id/members`, in the order in which they came. */
export interface MemberList {
  members: Member[];
}

export interface UpdateMemberRequest {
  role: Role;
}
