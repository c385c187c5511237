import type { Role } from './session';

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
