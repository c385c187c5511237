import type { JobCounts } from './outgoing-jobs';
import type { Role } from './roles';

/** Objects that may have extension actions. */
export type ExtensionActionTarget = 'claim' | 'buyer' | 'show';

/** A button that an extension adds to a claim, a buyer, or a show. */
export interface ExtensionActionInfo {
  id: string;
  on: ExtensionActionTarget;
  label: string;
  /** Question that the user must answer first, or null if there is none. */
  confirm: string | null;
  /** Lowest role that may use it. */
  role: Role;
}

/** One field of the settings form, in JSON Schema. */
export interface SettingSchema {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  title?: string;
  description?: string;
  enum?: (string | number)[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: SettingSchema;
  /** True for a secret: its value is never returned. */
  writeOnly?: boolean;
}

export interface SettingsSchema {
  type: 'object';
  properties: Record<string, SettingSchema>;
  required?: string[];
}

/** An extension's settings in a workspace. */
export interface ExtensionSettingsInfo {
  schema: SettingsSchema;
  /** Values without secrets. A value that was never saved is the extension's default. */
  values: Record<string, unknown>;
  /** Names of the secrets that are set. */
  secretsSet: string[];
}

/** State of one follower across the workspace's shows. */
export interface FollowerHealth {
  name: string;
  /** Ledger rows that it has not handled yet. */
  rowsBehind: number;
  /** Timestamp of the oldest unhandled row, or null if there is none. */
  oldestAt: string | null;
  /** Shows whose next row failed and is being retried. */
  showsRetrying: number;
  /** Rows that were set aside after too many failures. */
  parked: number;
  lastError: { message: string; at: string } | null;
}

export interface ExtensionInfo {
  name: string;
  version: string;
  /** True if it is on in this workspace. */
  enabled: boolean;
  /** Null if it has no settings or the caller is not an admin. */
  settings: ExtensionSettingsInfo | null;
  actions: ExtensionActionInfo[];
  followers: FollowerHealth[];
  /** Null if it has no outgoing jobs. */
  jobs: JobCounts | null;
}

/** `GET /api/extensions`: all loaded extensions, by name. */
export interface ExtensionList {
  extensions: ExtensionInfo[];
}

/**
 * `PUT /api/extensions/:name`. Settings that are left out do not change. `null` removes a value, or clears a
 * secret.
 */
export interface UpdateExtensionRequest {
  enabled?: boolean;
  settings?: Record<string, unknown>;
}

/** A ledger row that a follower could not handle. */
export interface ParkedRow {
  id: string;
  follower: string;
  show: { id: string; name: string };
  seq: number;
  /** Type of the ledger row. */
  type: string;
  error: string;
  parkedAt: string;
  /** True if it is waiting to be delivered again. */
  retrying: boolean;
}

/** `GET /api/extensions/:name/parked`, newest first. */
export interface ParkedRowList {
  parked: ParkedRow[];
  nextCursor: string | null;
}

/** `POST /api/extensions/:name/parked/retry` and `/skip`. */
export interface ParkedRowsRequest {
  /** 1–200 */
  ids: string[];
}

export interface ParkedRowsResult {
  /** Number of rows found. */
  rows: number;
}

/** `POST /api/extensions/:name/actions/:id`: the id of the claim, buyer, or show. */
export interface RunActionRequest {
  targetId: string;
}

export interface RunActionResult {
  /** The extension's message to the user, or null if there is none. */
  message: string | null;
}
