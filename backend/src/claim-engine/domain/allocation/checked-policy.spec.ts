import { type AllocationPolicy, PolicyViolation } from '@sellary/extension-kit/domain';
import { board, policyWith, comment, decide, release, soldOut } from '../../../../test/policy-board';

describe('A faulty policy', () => {
  const faults: [string, Partial<AllocationPolicy>, string][] = [
    [
      'returns a promise',
      { decide: (() => Promise.resolve({ verdict: 'win', rule: 'x' })) as never },
      'did not return a verdict on a request for item 12',
    ],
    [
      'returns nothing',
      { decide: (() => undefined) as never },
      'did not return a verdict on a request for item 12',
    ],
    [
      'names no rule',
      { decide: () => ({ verdict: 'wait', rule: '' }) },
      'did not return a verdict on a request for item 12',
    ],
    [
      'throws',
      {
        decide: () => {
          throw new Error('no tags');
        },
      },
      'failed: no tags',
    ],
    [
      'returns NaN from a comparison',
      { order: () => NaN },
      'did not return a number when it compared two requests',
    ],
    ['orders the same requests both ways', { order: () => -1 }, 'ordered the same two requests both ways'],
  ];
  it.each(faults)('A policy that %s is reported by name.', (_, fault, message) => {
    const run = (): unknown => decide(board(policyWith(fault)), [comment(1, 'ann'), comment(2, 'bob')]);
    expect(run).toThrow(PolicyViolation);
    expect(run).toThrow(`The allocation policy test@1 ${message}`);
  });

  it('A policy that decides the same request or freed unit in two ways is reported by name.', () => {
    let calls = 0;
    const fickle = policyWith({
      decide: () => ({ verdict: (calls += 1) % 2 === 0 ? 'win' : 'wait', rule: 'test' }),
    });
    expect(() => decide(board(fickle), [comment(1, 'ann')])).toThrow(
      'test@1 decided the same request for item 12 in two different ways',
    );
    const alternating = policyWith({ needs: ['wholeLine'], next: (line) => line[(calls += 1) % 2] ?? null });
    expect(() => decide(board(alternating, soldOut), [release])).toThrow(
      'test@1 gave a unit of item 12 to two waiting claims',
    );
  });
});
