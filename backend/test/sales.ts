import type {
  AwardResult,
  Claim,
  ErrorBody,
  Item,
  ReleaseResult,
  Show,
  UndoResult,
} from '@sellary/contracts';
import type { Caller } from './caller';

/** `M 1 winner` …: each claim's variant, unit, and status. */
export const unitTexts = (claims: Claim[]): string[] =>
  claims.map(({ variant, unit, status }) => `${variant} ${unit} ${status}`);

/** Steps of a sale, through the API. */
export function sales(operator: Caller) {
  /**
   * Starts a show with one item, which the viewers claim in the given order. `id` returns a viewer's claim
   * ID.
   */
  const sale = async (quantity: number, ...viewers: string[]) => {
    const show = await operator.activeShow([{ itemNumber: '1', title: 'Scarf', totalQuantity: quantity }]);
    const claims = new Map<string, string>();
    for (const viewer of viewers) {
      claims.set(viewer, (await operator.say(show.id, viewer, 'sold 1')).claim?.id ?? '');
    }
    return { show, itemId: show.items[0]?.id ?? '', id: (viewer: string) => claims.get(viewer) ?? '' };
  };
  /** `winner ann`, `waitlist bob 1` …, in the order in which the API lists the claims. */
  const claimTexts = async (show: Show, itemId: string): Promise<string[]> =>
    (
      await operator.call<{ claims: Claim[] }>('GET', `/api/shows/${show.id}/items/${itemId}/claims`)
    ).body.claims.map((claim) =>
      [
        claim.status,
        claim.buyer.handle,
        ...(claim.waitlistPosition === null ? [] : [claim.waitlistPosition]),
      ].join(' '),
    );
  /** `S 1/2+3` for each variant: units won, all units, and buyers in line. */
  const variantTexts = async (show: Show): Promise<string> =>
    ((await operator.readShow(show.id)).items[0]?.variants ?? [])
      .map((line) => `${line.name} ${line.claimedCount}/${line.totalQuantity}+${line.waitlistCount}`)
      .join(', ');
  const release = (claimId: string, body: unknown = {}) =>
    operator.call<ReleaseResult>('POST', `/api/claims/${claimId}/release`, body);
  const award = (show: Show, itemId: string, body: unknown) =>
    operator.call<AwardResult & ErrorBody>('POST', `/api/shows/${show.id}/items/${itemId}/award`, body);
  const undo = (show: Show, seq: number | null) =>
    operator.call<UndoResult & ErrorBody>('POST', `/api/shows/${show.id}/acts/${String(seq)}/undo`, {});
  const setQuantity = (show: Show, itemId: string, totalQuantity: number) =>
    operator.call<Item & ErrorBody>('PATCH', `/api/shows/${show.id}/items/${itemId}`, { totalQuantity });
  return { sale, claimTexts, variantTexts, release, award, undo, setQuantity };
}
