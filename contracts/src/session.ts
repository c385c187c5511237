import type { Language } from './languages';
import type { Role } from './roles';

export interface UserSummary {
  id: string;
  email: string;
  name: string;
}

/**
 * The caller's own account. `language` is null until the user chooses one; until then, the browser's language
 * is used.
 */
export interface AccountSummary extends UserSummary {
  language: Language | null;
}

/** A workspace as its member sees it: `role` is the caller's own. */
export interface WorkspaceSummary {
  id: string;
  name: string;
  role: Role;
}

export interface RegisterRequest {
  email: string;
  /** At least MIN_PASSWORD_LENGTH characters. */
  password: string;
  name: string;
  workspaceName?: string;
  /** Language of the page. It determines the workspace's initial claim and pass words. */
  language?: Language;
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

/** Response to register, login, refresh, and switch. */
export interface Session {
  accessToken: string;
  refreshToken: string;
  /** Lifetime of the access token in seconds. */
  expiresIn: number;
  user: AccountSummary;
  workspace: WorkspaceSummary;
}

/** `PATCH /api/auth/me`, which returns Me. */
export interface UpdateAccountRequest {
  language: Language;
}

/** `POST /api/auth/password`. Ends the user's other sessions. */
export interface ChangePasswordRequest {
  current: string;
  /** At least MIN_PASSWORD_LENGTH characters, and not one of the passwords that attackers try first. */
  next: string;
}

/** `POST /api/auth/password-reset`, which returns 202 for every email. */
export interface PasswordResetRequest {
  email: string;
}

/** `POST /api/auth/password-reset/:token`, which returns a Session. Ends the user's other sessions. */
export interface ResetPasswordRequest {
  password: string;
}

/** One of the caller's sign-ins, on one device. */
export interface SignedInDevice {
  id: string;
  /** Such as "Firefox on Windows". */
  device: string;
  /** IP address of the last use. */
  address: string;
  createdAt: string;
  lastUsedAt: string;
  /** True for the caller's own session. */
  current: boolean;
}

/** `GET /api/auth/sessions`, most recently used first, at most 200. */
export interface SessionList {
  sessions: SignedInDevice[];
}

/** `GET /api/auth/options`: settings for the pages before sign-in. */
export interface SignInOptions {
  /** Way to get a new password: by mail, or from the server administrator. */
  passwordReset: 'mail' | 'command';
  /**
   * Present if the visitor may create the first account: no account exists yet, and registration does not
   * require an invitation.
   */
  firstAccount?: true;
}

/** Response to `GET` and `PATCH /api/auth/me`. */
export interface Me {
  user: AccountSummary;
  workspace: WorkspaceSummary;
  workspaces: WorkspaceSummary[];
}
