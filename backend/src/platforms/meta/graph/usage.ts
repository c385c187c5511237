import { NO_USAGE, type Usage } from '@sellary/extension-kit';
import { listOf, numberOf } from './graph-json';
import { fieldsOf } from '../../../kernel';

const MINUTE_MS = 60_000;

/**
 * Reads the highest usage and the longest wait that the headers report.
 * @param accountId the only account whose usage applies if the business header reports several
 */
export function readUsage(headers: Headers, accountId?: string): Usage {
  const parts = [
    ...parseHeader(headers, 'x-app-usage'),
    ...parseHeader(headers, 'x-page-usage'),
    ...businessParts(headers, accountId),
  ];
  return parts.reduce<Usage>(
    (highest, part) => ({
      percent: Math.max(
        highest.percent,
        ...['call_count', 'total_time', 'total_cputime'].map((name) => numberOf(part[name]) ?? 0),
      ),
      regainMs: Math.max(
        highest.regainMs,
        (numberOf(part['estimated_time_to_regain_access']) ?? 0) * MINUTE_MS,
      ),
    }),
    NO_USAGE,
  );
}

function businessParts(headers: Headers, accountId: string | undefined): Record<string, unknown>[] {
  const byAccount = parseHeader(headers, 'x-business-use-case-usage')[0] ?? {};
  const accountUsage = accountId === undefined ? undefined : byAccount[accountId];
  return accountUsage === undefined ? Object.values(byAccount).flatMap(listOf) : listOf(accountUsage);
}

function parseHeader(headers: Headers, name: string): Record<string, unknown>[] {
  try {
    return [fieldsOf(JSON.parse(headers.get(name) ?? '{}'))];
  } catch {
    return [];
  }
}
