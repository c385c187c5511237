import type { Actor } from '@sellary/contracts';

/** An actor's name on screen. In old ledger rows, a user has no `kind`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'engine':
      return $localize`:Done by the product, without a person@@ui.actor.engine:Automatic (${actor.reason}:reason:)`;
    case 'extension':
      return $localize`:@@ui.actor.extension:Extension ${actor.name}:extension:`;
    default:
      return actor.name;
  }
}

export const isSameUser = (actor: Actor | null, userId: string | undefined): boolean =>
  actor !== null && 'id' in actor && actor.id === userId;
