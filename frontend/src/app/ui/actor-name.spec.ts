import type { Actor } from '@sellary/contracts';
import { actorName, isActedBy } from './actor-name';

describe('The name of an actor', () => {
  it.each<[Actor, string]>([
    [{ kind: 'person', id: 'a', name: 'Ana' }, 'Ana'],
    [{ kind: 'engine', reason: 'Retention' }, 'Automatic (Retention)'],
    [{ kind: 'extension', name: 'vip-first' }, 'Extension vip-first'],
  ])('The actor %j has the name “%s”.', (actor, name) => {
    expect(actorName(actor)).toBe(name);
  });

  it('An actor of an older ledger row is a person.', () => {
    const older = JSON.parse('{"id":"a","name":"Ana"}') as Actor;
    expect(actorName(older)).toBe('Ana');
    expect(isActedBy(older, 'a')).toBe(true);
  });

  it('An extension with the id of a user as its name is not that user, and neither is a missing actor.', () => {
    expect(isActedBy({ kind: 'extension', name: 'a' }, 'a')).toBe(false);
    expect(isActedBy(null, undefined)).toBe(false);
  });
});
