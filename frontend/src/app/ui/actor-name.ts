import type { Actor } from '@sellary/contracts';

/** Name of an actor, for people. In old ledger rows, a person has no `kind`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'engine':
      return $localize`:The product did it without a person@@ui.actor.engine:Automatic (${actor.reason}:reason:)`;
    case 'extension':
      return $localize`:@@ui.actor.extension:Extension ${actor.name}:extension:`;
    default:
      return actor.name;
  }
}

export const isActedBy = (actor: Actor | null, userId: string | undefined): boolean =>
  actor !== null && 'id' in actor && actor.id === userId;
