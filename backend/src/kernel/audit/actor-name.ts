import type { Actor } from '@sellary/contracts';

/** Name of an actor for messages and the audit log; for the engine, the reason for its act. */
export const actorName = (actor: Actor): string => (actor.kind === 'engine' ? actor.reason : actor.name);
