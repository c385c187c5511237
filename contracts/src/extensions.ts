import type { JobCounts } from './outgoing-jobs';
import type { Role } from './roles';

/** Objects that may have actions of extensions. */
export type ExtensionActionTarget = 'claim' | 'buyer' | 'show';

/** A button that an extension adds to a claim, a buyer, or a show. */
export interface ExtensionActionInfo {
  id: string;
  on: ExtensionActionTarget;
  label: string;
  /** Question that the user answers first; null if there is none. */
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

/** Settings of an extension in a workspace. */
export interface ExtensionSettingsInfo {
  schema: SettingsSchema;
  /** Values without secrets; the default of the extension for each value that was not saved. */
  values: Record<string, unknown>;
  /** Names of the secrets that are set. */
  secretsSet: string[];
}

/** State of one follower in the shows of the workspace. */
export interface FollowerHealth {
  name: string;
  /** Rows of the ledger that it has not handled. */
  rowsBehind: number;
  /** Time of the oldest of them; null if there is none. */
  oldestAt: string | null;
  /** Shows whose next row has failed and is tried again. */
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
  /** Null if it has none, or if the caller is not an admin. */
  settings: ExtensionSettingsInfo | null;
  actions: ExtensionActionInfo[];
  followers: FollowerHealth[];
  /** Null if it has no jobs outside of the product. */
  jobs: JobCounts | null;
}

/** `GET /api/extensions`: all loaded extensions, by name. */
export interface ExtensionList {
  extensions: ExtensionInfo[];
}

/**
 * `PUT /api/extensions/:name`. Settings that are left out stay as they are. `null` removes a value, or clears
 * a secret.
 */
export interface UpdateExtensionRequest {
  enabled?: boolean;
  settings?: Record<string, unknown>;
}

/** A row of the ledger that a follower could not handle. */
export interface ParkedRow {
  id: string;
  follower: string;
  show: { id: string; name: string };
  seq: number;
  /** Type of the ledger row. */
  type: string;
  error: string;
  parkedAt: string;
  /** True if it waits to be delivered again. */
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
  /** Rows that were found. */
  rows: number;
}

/** `POST /api/extensions/:name/actions/:id`: the id of the claim, buyer, or show. */
export interface RunActionRequest {
  targetId: string;
}

export interface RunActionResult {
  /** Text of the extension for the user; null if it has none. */
  message: string | null;
}
