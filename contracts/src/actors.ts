/**
 * Cause of a ledger row, of a claim's latest change, or of an audit entry. `person`: a signed-in user.
 * `engine`: the product itself, with the reason in `reason`. `extension`: an installed extension.
 */
export type Actor =
  | { kind: 'person'; id: string; name: string }
  | { kind: 'engine'; reason: string }
  | { kind: 'extension'; name: string };
export type ActorKind = Actor['kind'];
