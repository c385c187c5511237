import type { Buyer, PersonFigures } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { buyerName } from '../ui/buyer-name';
import { platformName } from '../ui/platform-names';

/**
 * Name given by an operator, or the first account's `buyerName` ("Hidden viewer" if the account is hidden).
 */
export const personName = (name: string | null, accounts: readonly Buyer[]): string => {
  const [first] = accounts;
  return name ?? (first === undefined ? '' : buyerName(first));
};

/** "@bella (Instagram), Bella Rosa (Facebook)" */
export const accountsText = (accounts: readonly Buyer[]): string =>
  accounts.map((buyer) => `${buyerName(buyer)} (${platformName(buyer.platform)})`).join(', ');

/** Claim counts in words. Counts of 0 are left out, except for won units. */
export function countsText({
  won,
  waiting,
  passed,
  released,
}: Omit<PersonFigures, 'shows' | 'lastClaimAt'>): string {
  const [wonText, waitingText, passedText, releasedText] = [won, waiting, passed, released].map(formatNumber);
  return [
    $localize`:@@buyers.counts.won:${wonText}:count: won`,
    ...(waiting > 0 ? [$localize`:@@buyers.counts.waiting:${waitingText}:count: waiting`] : []),
    ...(passed > 0 ? [$localize`:@@buyers.counts.passed:${passedText}:count: passed`] : []),
    ...(released > 0 ? [$localize`:@@buyers.counts.released:${releasedText}:count: released`] : []),
  ].join(' · ');
}

export function figuresText(figures: PersonFigures): string {
  const shows =
    figures.shows === 1
      ? $localize`:@@buyers.counts.show:1 show`
      : $localize`:@@buyers.counts.shows:${formatNumber(figures.shows)}:count: shows`;
  return `${shows} · ${countsText(figures)}`;
}
