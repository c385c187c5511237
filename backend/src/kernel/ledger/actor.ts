import type { Actor } from '@sellary/contracts';

/** An actor as stored. Rows from before actors had kinds name a person. */
export type StoredActor = Actor | { id: string; name: string };

export const readActor = (stored: StoredActor): Actor =>
  'kind' in stored ? stored : { kind: 'person', ...stored };
