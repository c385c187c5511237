import { CLAIM_RULES, REFUSAL_RULES, REVIEW_RULES } from '@sellary/contracts';
import { aBuyer, aClaim, aComment, anItem, at } from '../../../../../testing/wire';
import { clock } from '../../../ui/times';
import { explain, explainComment, comparisonSentence } from './explain';
import { ruleSentence } from './rule-sentence';

const decision = (ms: number, rule: string) => ({
  rule,
  unitsLeft: 0,
  ahead: 0,
  claimTime: at(ms),
  arrival: at(ms + 200),
});
const rita = aClaim('rita', { buyer: aBuyer('rita'), why: decision(3_000, 'unit_left') });
const ivy = aClaim('ivy', { buyer: aBuyer('ivy'), status: 'waitlist', why: decision(4_400, 'no_unit_left') });
const item = anItem('104', { totalQuantity: 5, claimedCount: 5 });
const soldOut = anItem('104', { claimedCount: 1 });
const fiveWinners = [...['a', 'b', 'c', 'd'].map((id) => aClaim(id)), rita];

describe('explanation of a comment without a claim', () => {
  const why = (rule: string) => ({ rule, unitsLeft: null, ahead: 0 });

  it('Each rule that reviews or refuses comments has its own sentence, without the rule name.', () => {
    const sentences = [
      ...REVIEW_RULES.map((rule) => explainComment(aComment('c', 'review', { why: why(rule) }))),
      ...REFUSAL_RULES.map((rule) => explainComment(aComment('c', 'refused', { why: why(rule) }))),
    ];
    expect(new Set(sentences).size).toBe(REVIEW_RULES.length + REFUSAL_RULES.length);
    expect(sentences.filter((sentence) => /A rule of this show|_/.test(sentence))).toEqual([]);
  });

  it('A rule unknown to the console is shown by name.', () => {
    expect(explainComment(aComment('c', 'refused', { why: why('vip_only') }))).toContain('vip_only');
  });
});

describe('explanation of a claim', () => {
  it('The reply to a buyer is polite and gives times that the buyer can check.', () => {
    const { answer, comparison, rival } = explain({ claim: ivy, item, winners: fiveWinners, position: 1 });
    expect(comparison).toBe('Written 1.4 s after the winning comment');
    expect(rival).toBe(rita);
    expect(answer).toBe(
      `Hi @ivy, #104 had 5 units. The 5th went to @rita at ${clock(at(3_000))}; your comment came 1.4 s later, so you are first in line.`,
    );
  });

  it('If viewer delays change the time between two comments, the comparison and the reply say so.', () => {
    const delayed = (claim: typeof ivy, ms: number) => ({
      ...claim,
      why: { ...claim.why, fairTime: at(ms) },
    });
    const { answer, comparison } = explain({
      claim: ivy,
      item: soldOut,
      winners: [delayed(rita, 1_000)],
      position: 1,
    });
    expect(comparison).toBe('Counts as written 3.4 s after the winning comment');
    expect(answer).toBe(
      'Hi @ivy, there was 1 unit of #104. It went to @rita. Viewers see the show with different delays. Taking this into account, your comment came 3.4 s later. You are first in line.',
    );
    expect(comparisonSentence(delayed(ivy, 3_000), rita)).toContain('Counts as written at the same time');
    expect(comparisonSentence(delayed(ivy, 2_000), rita)).toMatch(/^Counts as written 1.0 s before @rita/);
    expect(comparisonSentence(delayed(ivy, 2_400), delayed(rita, 1_000))).toBe(
      'Written 1.4 s after the winning comment',
    );
  });

  it('The reply is correct for a single unit and for a later place in line.', () => {
    const { answer } = explain({ claim: ivy, item: soldOut, winners: [rita], position: 3 });
    expect(answer).toContain('there was 1 unit of #104. It went to @rita');
    expect(answer).toContain('so you are number 3 in line');
  });

  it('A claim has no rival if its own buyer won the last unit.', () => {
    const winners = [rita, { ...rita, id: 'last', buyer: ivy.buyer }];
    expect(explain({ claim: ivy, item, winners, position: 1 }).rival).toBeNull();
  });

  it('A claim that waits while units are left has no rival, and the reply does not say that they are gone.', () => {
    const inStock = { item: anItem('104', { totalQuantity: 5, claimedCount: 1 }), winners: [rita] };
    expect(explain({ ...inStock, claim: ivy, position: 1 })).toEqual({
      comparison: null,
      rival: null,
      answer: 'Hi @ivy, #104 is not sold out yet. You are first in line.',
    });
  });

  it('A pending claim has no rival, and the reply says that it will be decided.', () => {
    const pending = aClaim('ivy', { buyer: aBuyer('ivy'), status: 'pending' });
    expect(explain({ claim: pending, item: soldOut, winners: [rita], position: null })).toEqual({
      comparison: null,
      rival: null,
      answer: 'Hi @ivy, we have your comment for #104. It will be decided within seconds.',
    });
  });

  it('A winner has no rival.', () => {
    expect(explain({ claim: rita, item, winners: fiveWinners, position: null })).toMatchObject({
      comparison: null,
      rival: null,
      answer: `Hi @rita, #104 is yours: your comment came in at ${clock(at(3_000))}.`,
    });
  });

  it('If a claim ended because its item has variants, no operator is named, and the reply asks for the variant.', () => {
    const ben = { kind: 'person', id: 'b', name: 'Ben' } as const;
    const ended = { updatedAt: at(60_000), why: decision(3_000, 'needs_variant') };
    const claim = aClaim('ivy', { buyer: aBuyer('ivy'), status: 'released', actor: ben, ...ended });
    expect(explain({ claim, item, winners: [], position: null })).toMatchObject({
      comparison: `This claim was released at ${clock(at(60_000))}.`,
      answer: 'Hi @ivy, #104 comes in several variants. Which one do you want?',
    });
  });

  it('A released or passed claim has no rival. The sentence names who ended it and, if known, who has the unit now.', () => {
    const ben = { kind: 'person', id: 'b', name: 'Ben' } as const;
    const ended = { updatedAt: at(60_000), why: decision(3_000, 'unit_left') };
    const released = aClaim('rita', { buyer: aBuyer('rita'), status: 'released', actor: ben, ...ended });
    const next = aClaim('emma', {
      buyer: aBuyer('emma'),
      why: decision(9_000, 'unit_freed'),
      updatedAt: at(60_000),
    });
    const winners = [...fiveWinners.slice(0, 4), next];
    expect(explain({ claim: released, item, winners, position: null })).toMatchObject({
      rival: null,
      comparison: `Ben released this claim at ${clock(at(60_000))}. @emma has the unit now.`,
    });
    const passed = { ...released, status: 'passed' as const, actor: null };
    expect(explain({ claim: passed, item, winners: fiveWinners, position: null }).comparison).toBe(
      `The buyer passed at ${clock(at(60_000))}.`,
    );
  });

  it('If the last unit was awarded or freed, the comparison gives that as the reason.', () => {
    expect(
      comparisonSentence(ivy, {
        ...rita,
        why: decision(9_000, 'awarded'),
        actor: { kind: 'person', id: 'b', name: 'Ben' },
      }),
    ).toBe('Ben awarded the last unit');
    expect(comparisonSentence(ivy, { ...rita, why: decision(9_000, 'unit_freed') })).toMatch(
      /4\.6 s before @rita.*A unit became available/,
    );
  });

  it('Every rule has a sentence, and another sentence precedes it if the item was added later.', () => {
    for (const rule of CLAIM_RULES) expect(ruleSentence(rule)).not.toBe(rule);
    expect(ruleSentence('item_added_no_unit_left')).toMatch(/added later.*place in line/);
  });
});
