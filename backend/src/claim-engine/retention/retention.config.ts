import { MAX_RETENTION_DAYS, MIN_RETENTION_DAYS } from '@sellary/contracts';
import type { ConfigSection } from '../../kernel';

/** Reads the default number of days for which ended shows are stored. A workspace can set its own number. */
export const RETENTION_SECTION: ConfigSection<{ retentionDays: number }> = {
  read: (env) => ({
    retentionDays: env.integer('RETENTION_DAYS', MIN_RETENTION_DAYS, MIN_RETENTION_DAYS, MAX_RETENTION_DAYS),
  }),
};
