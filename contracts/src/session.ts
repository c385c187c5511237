/** What a member may do: `viewer` reads, `operator` runs shows, `admin` also connections, settings, members and audit, `owner` all. Ordered from least to most. */
export const ROLES = ['viewer', 'operator', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export interface UserSummary {
  id: string;
  email: string;
  name: string;
}

/** A workspace as its member sees it: `role` is the caller's own. */
export interface WorkspaceSummary {
  id: string;
  name: string;
  role: Role;
}

export interface RegisterRequest {
  email: string;
  /** At least 10 characters. */
  password: string;
  name: string;
  workspaceName?: string;
}

export interface LoginRequest {
  email: string;
  password: string;
}

export interface RefreshRequest {
  /** Left out by browsers, which send it as a cookie. */
  refreshToken?: string;
}

export interface SwitchWorkspaceRequest {
  workspaceId: string;
}

/** Answer of register, login, refresh and switch. */
export interface Session {
  accessToken: string;
  refreshToken: string;
  /** Life of the access token in seconds. */
  expiresIn: number;
  user: UserSummary;
  workspace: WorkspaceSummary;
}

/** Answer of `GET /api/auth/me`. */
export interface Me {
  user: UserSummary;
  workspace: WorkspaceSummary;
  workspaces: WorkspaceSummary[];
}
