import type { ShowRules, WorkspaceSettings } from '@sellary/contracts';

/** Settings of a workspace apart from its rules, whose defaults are `DEFAULT_RULES`. */
export type SettingsWithoutRules = Omit<WorkspaceSettings, keyof ShowRules>;

export const DEFAULT_SETTINGS: SettingsWithoutRules = {
  pollIntervalSeconds: 4,
  retentionDays: null,
  currency: null,
};
