import type { Actor } from '@sellary/contracts';

/** An actor as stored. In old rows without `kind`, the actor is a person. */
export type StoredActor = Actor | { id: string; name: string };

export const readActor = (stored: StoredActor): Actor =>
  'kind' in stored ? stored : { kind: 'person', ...stored };
