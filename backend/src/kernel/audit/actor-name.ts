import type { Actor } from '@sellary/contracts';

/** The actor as a message names it. */
export const actorName = (actor: Actor): string => (actor.kind === 'engine' ? actor.reason : actor.name);
