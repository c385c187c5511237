import {
  type AllocationPolicy,
  type FollowedEvent,
  type FollowerTransaction,
  OnShowEvent,
} from '@sellary/extension-kit';
import { checkFollower, checkGrammar, checkPolicy } from '@sellary/extension-kit/testing';
import { BUILT_IN_RULES } from '../claim-engine';
import { vipFirst } from '../../../extensions/vip-first/src/vip-first.policy';
import { builtinGrammar, firstCome } from '../../test/built-in-rules';

/** Adds each delivered row to a list. With `skipsRepeats`, adds only the first delivery of each row. */
class Notes {
  readonly list: string[] = [];

  constructor(private readonly skipsRepeats: boolean) {}

  @OnShowEvent('claim.created')
  async note({ deliveryId }: FollowedEvent<'claim.created'>, tx: FollowerTransaction): Promise<void> {
    await tx.query('SELECT 1');
    if (!this.skipsRepeats || !this.list.includes(deliveryId)) this.list.push(deliveryId);
  }
}

const notes = (skipsRepeats: boolean) => () => {
  const follower = new Notes(skipsRepeats);
  return { follower, effects: () => follower.list };
};

describe('The conformance checks', () => {
  it.each((BUILT_IN_RULES.policies ?? []).map((policy) => [policy.name, policy.version, policy] as const))(
    "The product's policy %s@%d passes.",
    (_name, _version, policy) => checkPolicy(policy, { sales: 300 }),
  );

  it('A policy passes if it lists the tags it asks about, and otherwise fails with a message that gives the fix.', () => {
    checkPolicy(vipFirst, { sales: 1_000 });
    for (const tags of [[], [' '], ['vip', 'VIP'], ['x'.repeat(41)]]) {
      expect(() => checkPolicy({ ...vipFirst, tags })).toThrow(
        "It needs the fact `tags` but has no valid `tags` list. List the tags that it asks about, such as ['vip']",
      );
    }
  });

  it("The product's grammar passes.", () => checkGrammar(builtinGrammar, { texts: 300 }));

  it('A rare fault in a policy is found, and the message names the sale that reproduces it.', () => {
    const rare: AllocationPolicy = {
      ...firstCome,
      name: 'rare',
      decide: (request, item, buyer, rules) =>
        request.queueOnly && item.waiting > 1
          ? { verdict: 'win', rule: 'rare' }
          : firstCome.decide(request, item, buyer, rules),
    };
    const message = messageOf(() => checkPolicy(rare));
    const sale = Number(/\(sale (\d+)\)/.exec(message)?.[1]);
    expect(messageOf(() => checkPolicy(rare, { seed: sale, sales: 1 }))).toBe(message);
  });

  it('A grammar that misreads a required comment fails, and the message quotes the comment.', () => {
    const ignoreAll = {
      ...builtinGrammar,
      read: () => ({ route: 'ignore' as const, intents: [], reason: 'ignored' }),
    };
    expect(() => checkGrammar(ignoreAll, { texts: 10 })).toThrow('It reads "sold 12" as ignore');
  });

  it('A follower that lists a repeated row twice fails, and a follower that skips repeated rows passes.', async () => {
    await expect(checkFollower(notes(false))).rejects.toThrow(
      'A row delivered twice had different effects from a row delivered once',
    );
    await checkFollower(notes(true));
  });

  it('A class without a handler is not a follower.', async () => {
    await expect(
      checkFollower(() => ({ follower: new (class WithoutHandler {})(), effects: () => [] })),
    ).rejects.toThrow('It has no method with @OnShowEvent(…).');
  });
});

function messageOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was thrown');
}
