import { checkPolicy, startTestApp } from '@sellary/extension-kit/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import extension from './index';
import { vipFirst, vipFirstVersion1 } from './vip-first.policy';

const request = { buyerId: 'ann', itemKey: '12', claimTime: 0, arrival: 0, queueOnly: false };
const item = { key: '12', total: 2, claimed: 1, waiting: 1 };
const decide = (policy: typeof vipFirst, ...tags: string[]) =>
  policy.decide(request, item, { id: 'ann', tags }, {} as never);
const waitingClaim = (id: string, ...tags: string[]) => ({ ...request, id, buyerId: id, tags });

describe('VIPs first', () => {
  it('Both policy versions pass the checks with random sales.', () => {
    for (const policy of [vipFirst, vipFirstVersion1]) checkPolicy(policy);
  });

  it('Buyers who asked only to wait do not block a free unit. In version 1, they block it for all but VIPs.', () => {
    assert.deepEqual(decide(vipFirst, 'friend'), { verdict: 'win', rule: 'unit_left' });
    assert.deepEqual(decide(vipFirstVersion1, 'vip'), { verdict: 'win', rule: 'vip_first' });
    assert.deepEqual(decide(vipFirstVersion1, 'friend'), { verdict: 'wait', rule: 'someone_waiting' });
  });

  it('A freed unit goes to the first VIP in line, or to the first buyer if there is no VIP.', () => {
    assert.equal(
      vipFirst.next([waitingClaim('bob'), waitingClaim('cat', 'vip'), waitingClaim('dan', 'vip')], item)?.id,
      'cat',
    );
    assert.equal(vipFirst.next([waitingClaim('bob'), waitingClaim('dan')], item)?.id, 'bob');
    assert.equal(vipFirst.next([], item), null);
  });

  it('A show that chooses this policy uses it.', async () => {
    const app = await startTestApp({ extensions: [extension] });
    try {
      const show = await app.show([{ number: '12' }], { policy: 'vip-first@2' });
      assert.equal(await show.comment('ann', 'sold 12'), 'winner');
      assert.equal(await show.comment('bob', 'sold 12'), 'waitlist');
      await show.release('ann', '12');
      assert.deepEqual(await show.claims('12'), ['bob winner', 'ann released']);
    } finally {
      await app.close();
    }
  });
});
