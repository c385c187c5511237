import type { Claim, ClaimList, ShowEvent, ShowEventList, ShowSnapshot } from '@sellary/contracts';
import { isActiveClaim } from './active-claim';
import { allPages, type PageParams } from './all-pages';

/** The API calls that a whole snapshot needs. */
export interface SnapshotCalls {
  snapshot(): Promise<ShowSnapshot>;
  /** Active claims, newest first. */
  activeClaims(params: PageParams): Promise<ClaimList>;
  events(afterSeq: number): Promise<ShowEventList>;
}

/**
 * A snapshot with every active claim. If a show has very many, the server leaves out the older ones. These
 * are read page by page while the show continues, so a second snapshot follows. The ledger rows between the
 * two snapshots contain the changes made to these claims in the meantime.
 */
export async function wholeSnapshot(calls: SnapshotCalls): Promise<ShowSnapshot> {
  const first = await calls.snapshot();
  if (first.claimsCursor === undefined) return first;
  const olderPages = await allPages((params) => calls.activeClaims(params), first.claimsCursor);
  const last = await calls.snapshot();
  const events = await eventsBetween(calls, first.lastSeq, last.lastSeq);
  const claims = new Map<string, Claim>();
  const put = (claim: Claim): void => void claims.set(claim.id, claim);
  for (const page of olderPages) page.claims.forEach(put);
  first.claims.forEach(put);
  events.flatMap(claimsIn).forEach(put);
  last.claims.forEach(put);
  const active = [...claims.values()].filter(isActiveClaim);
  return { ...last, claims: active.sort(byCreation) };
}

async function eventsBetween(calls: SnapshotCalls, from: number, to: number): Promise<ShowEvent[]> {
  const events: ShowEvent[] = [];
  for (let seq = from; seq < to;) {
    const page = (await calls.events(seq)).events.filter((event) => event.seq <= to);
    events.push(...page);
    seq = page.at(-1)?.seq ?? to;
  }
  return events;
}

function claimsIn(event: ShowEvent): Claim[] {
  switch (event.type) {
    case 'claim.created':
    case 'claim.updated':
      return [event.data.claim];
    case 'claim.released':
      return event.data.promotedClaim ? [event.data.claim, event.data.promotedClaim] : [event.data.claim];
    default:
      return [];
  }
}

const byCreation = (a: Claim, b: Claim): number =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;
