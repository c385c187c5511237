import type { Actor } from '@sellary/contracts';
import { actorName, isSameUser } from './actor-name';

describe('actor name', () => {
  it.each<[Actor, string]>([
    [{ kind: 'person', id: 'a', name: 'Ana' }, 'Ana'],
    [{ kind: 'engine', reason: 'Retention' }, 'Automatic (Retention)'],
    [{ kind: 'extension', name: 'vip-first' }, 'Extension vip-first'],
  ])('The actor %j is shown as “%s”.', (actor, name) => {
    expect(actorName(actor)).toBe(name);
  });

  it('An actor without a kind, as in an older ledger row, is a person.', () => {
    const older = JSON.parse('{"id":"a","name":"Ana"}') as Actor;
    expect(actorName(older)).toBe('Ana');
    expect(isSameUser(older, 'a')).toBe(true);
  });

  it('An extension named after a user id is not that user, and a missing actor is not a user.', () => {
    expect(isSameUser({ kind: 'extension', name: 'a' }, 'a')).toBe(false);
    expect(isSameUser(null, undefined)).toBe(false);
  });
});
