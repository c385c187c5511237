import type { ActInputs, Claim, IntentOutcome, ShowRules } from '@sellary/contracts';
import { lineId } from './item-differences';
import type { Oracle } from './oracle';
import type { OracleClaim, OraclePending, Result } from './oracle-types';
import { LATE_SOURCE } from './plan';

/** Viewer delays by source, in ms. */
export function delaysOf({ viewerDelaySeconds }: ShowRules, mainSource: string): Map<string, number> {
  const all = viewerDelaySeconds['rehearsal'] ?? 0;
  const late = viewerDelaySeconds[`rehearsal/${LATE_SOURCE}`] ?? all;
  return new Map([
    [mainSource, all * 1_000],
    [LATE_SOURCE, late * 1_000],
  ]);
}

/** Returns the comments that are due and how the act's comments differ from them. */
export function oracleDueComments(
  oracle: Oracle,
  mainSource: string,
  { upTo, comments }: ActInputs['decide_due'],
): { due: OraclePending[]; difference: string | null } {
  const mainDelay = oracle.delays.get(mainSource) ?? 0;
  const due = oracle.allPending().filter((comment) => oracle.dueAt(comment, mainDelay) <= Date.parse(upTo));
  const ids = (list: string[]): string => [...list].sort().join();
  const decided = ids(comments.map(({ commentId }) => commentId));
  const expected = ids(due.map(({ id }) => id));
  const difference =
    decided === expected ? null : `comments due by ${upTo}: ${expected}; comments decided: ${decided}`;
  return { due, difference };
}

export function resultsDifference(outcomes: IntentOutcome[] = [], results: Result[]): string | null {
  const reported = outcomes.map(({ item, variant, quantity, won, waiting, outcome }) => ({
    item: lineId(item, variant),
    quantity,
    won,
    waiting,
    outcome,
  }));
  const [actual, expected] = [JSON.stringify(reported), JSON.stringify(results)];
  return actual === expected ? null : `the outcomes are ${actual}, should be ${expected}`;
}

export function claimDifferences(oracle: Oracle, row: Claim): string[] {
  const claim = oracle.claim(row.id);
  if (claim === undefined) return [`the oracle has no claim ${row.id}`];
  if (claim.status === row.status) return [];
  return [
    `the claim of ${row.buyer.handle} on ${row.itemNumber} is ${row.status}, should be ${claim.status}`,
  ];
}

/** Differences in a new claim's unit, reason, and position. */
export function newClaimDifferences(oracle: Oracle, claim: OracleClaim, row: Claim): string[] {
  const differences = row.unit === claim.unit ? [] : [`the unit is ${row.unit}, should be ${claim.unit}`];
  if (row.operatorAction) return differences;
  if (row.why.unitsLeft !== claim.unitsLeft || row.why.ahead !== claim.ahead) {
    differences.push(
      `the reason reports ${row.why.unitsLeft} units left and ${row.why.ahead} claims ahead, should be ${claim.unitsLeft} and ${claim.ahead}`,
    );
  }
  const position = oracle.line(claim.key).indexOf(claim) + 1 || null;
  if (row.waitlistPosition !== position) {
    differences.push(`the position is ${row.waitlistPosition}, should be ${position}`);
  }
  return differences;
}
