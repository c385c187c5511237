import type { Actor } from '@sellary/contracts';
import { actorName, isSameUser } from './actor-name';

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
    expect(isSameUser(older, 'a')).toBe(true);
  });

  it('An extension with the id of a user as its name is not that user, and a missing actor is no user.', () => {
    expect(isSameUser({ kind: 'extension', name: 'a' }, 'a')).toBe(false);
    expect(isSameUser(null, undefined)).toBe(false);
  });
});
