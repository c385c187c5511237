import { fieldsOf, listOf, numberOf } from './graph-json';

/** Used part of an allowance, as Meta reports it in its headers. */
export interface Usage {
  /**
   * Usage of the fullest allowance, percent; may exceed 100. 0 without a report, which Meta omits while usage
   * is negligible.
   */
  percent: number;
  /** Time until access returns, ms; 0 if it was not lost. */
  regainMs: number;
}

export const NO_USAGE: Usage = { percent: 0, regainMs: 0 };

const MINUTE_MS = 60_000;
const MIN_BLOCK_MS = 5 * MINUTE_MS;

/**
 * Usage of the fullest allowance in the headers. `accountId`: if the business header reports several, only
 * this one counts.
 */
export function readUsage(headers: Headers, accountId?: string): Usage {
  const parts = [...parseHeader(headers, 'x-app-usage'), ...parseHeader(headers, 'x-page-usage'), ...businessParts(headers, accountId)];
  return parts.reduce<Usage>(
    (fullest, part) => ({
      percent: Math.max(fullest.percent, ...['call_count', 'total_time', 'total_cputime'].map((name) => numberOf(part[name]) ?? 0)),
      regainMs: Math.max(fullest.regainMs, (numberOf(part['estimated_time_to_regain_access']) ?? 0) * MINUTE_MS),
    }),
    NO_USAGE,
  );
}

function businessParts(headers: Headers, accountId: string | undefined): Record<string, unknown>[] {
  const byAccount = parseHeader(headers, 'x-business-use-case-usage')[0] ?? {};
  const own = accountId === undefined ? undefined : byAccount[accountId];
  return own === undefined ? Object.values(byAccount).flatMap(listOf) : listOf(own);
}

function parseHeader(headers: Headers, name: string): Record<string, unknown>[] {
  try {
    return [fieldsOf(JSON.parse(headers.get(name) ?? '{}'))];
  } catch {
    return [];
  }
}

/**
 * Time to wait before the next call, ms: twice the interval from 75 %, four times from 90 %, and from 100 %
 * for as long as Meta estimates, at least five minutes, because calls while throttled extend the block.
 */
export function paceFor(usage: Usage, intervalMs: number): number {
  if (usage.percent >= 100) return stopFor(usage.regainMs);
  if (usage.percent >= 90) return intervalMs * 4;
  return usage.percent >= 75 ? intervalMs * 2 : intervalMs;
}

/** Time to pause after a throttle, ms. */
export const stopFor = (regainMs: number): number => Math.max(regainMs, MIN_BLOCK_MS);
