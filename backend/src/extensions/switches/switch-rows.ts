import type { Reader, Tx } from '../../kernel';

/** An extension's stored switch and settings in a workspace. */
export interface SwitchRow {
  /** Null if the extension was never turned on or off. */
  enabled: boolean | null;
  settings: Record<string, unknown>;
  /** Encrypted. */
  secrets: Record<string, string>;
}

export const INITIAL_ROW: SwitchRow = { enabled: null, settings: {}, secrets: {} };

export async function readSwitches(reader: Reader, workspaceId: string): Promise<Map<string, SwitchRow>> {
  const rows = await reader.query<SwitchRow & { extension: string }>(
    'SELECT extension, enabled, settings, secrets FROM extension_switches WHERE workspace_id = $1',
    [workspaceId],
  );
  return new Map(rows.map(({ extension, ...row }) => [extension, row]));
}

export async function readSwitch(reader: Reader, workspaceId: string, extension: string): Promise<SwitchRow> {
  const [row] = await reader.query<SwitchRow>(
    'SELECT enabled, settings, secrets FROM extension_switches WHERE workspace_id = $1 AND extension = $2',
    [workspaceId, extension],
  );
  return row ?? INITIAL_ROW;
}

/** Locks the row until the transaction ends, and creates it if it is missing. */
export async function lockSwitch(
  tx: Tx,
  workspaceId: string,
  extension: string,
  at: string,
): Promise<SwitchRow> {
  const [row] = await tx.query<SwitchRow>(
    `INSERT INTO extension_switches (workspace_id, extension, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (workspace_id, extension) DO UPDATE SET updated_at = excluded.updated_at RETURNING enabled, settings, secrets`,
    [workspaceId, extension, at],
  );
  return row ?? INITIAL_ROW;
}

export async function writeSwitch(
  tx: Tx,
  workspaceId: string,
  extension: string,
  row: SwitchRow,
): Promise<void> {
  await tx.query(
    'UPDATE extension_switches SET enabled = $3, settings = $4, secrets = $5 WHERE workspace_id = $1 AND extension = $2',
    [workspaceId, extension, row.enabled, JSON.stringify(row.settings), JSON.stringify(row.secrets)],
  );
}
