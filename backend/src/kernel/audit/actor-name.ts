import type { Actor } from '@sellary/contracts';

/** Returns the actor's name for messages and the audit log or, for the engine, the reason for its act. */
export const actorName = (actor: Actor): string => (actor.kind === 'engine' ? actor.reason : actor.name);
