import type { ShowRules, WorkspaceSettings } from '@sellary/contracts';

/** Workspace settings without the rules, whose defaults are in `DEFAULT_RULES`. */
export type SettingsWithoutRules = Omit<WorkspaceSettings, keyof ShowRules>;

export const DEFAULT_SETTINGS: SettingsWithoutRules = {
  pollIntervalSeconds: 4,
  retentionDays: null,
  currency: null,
};
