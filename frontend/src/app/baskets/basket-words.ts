import type { BasketBuyer, BasketLine, BasketRow, BasketState, BasketStep } from '@sellary/contracts';
import { buyerName } from '../ui/buyer-name';
import type { IconName } from '../ui/icons';
import type { Severity } from '../ui/severity';
import { longDuration } from '../ui/times';

interface StateWord {
  word: string;
  icon: IconName;
  tone: Severity;
}

export const STATE_WORDS = {
  open: { word: $localize`:State of a basket|@@baskets.state.open:Open`, icon: 'shopping_bag', tone: 'mute' },
  requested: {
    word: $localize`:State of a basket|@@baskets.state.requested:Requested`,
    icon: 'send',
    tone: 'wait',
  },
  paid: { word: $localize`:State of a basket|@@baskets.state.paid:Paid`, icon: 'check_circle', tone: 'good' },
  packed: {
    word: $localize`:State of a basket|@@baskets.state.packed:Packed`,
    icon: 'inventory_2',
    tone: 'good',
  },
  shipped: {
    word: $localize`:State of a basket|@@baskets.state.shipped:Shipped`,
    icon: 'local_shipping',
    tone: 'mute',
  },
  expired: {
    word: $localize`:State of a basket|@@baskets.state.expired:Expired`,
    icon: 'timer',
    tone: 'mute',
  },
  cancelled: {
    word: $localize`:State of a basket|@@baskets.state.cancelled:Canceled`,
    icon: 'block',
    tone: 'mute',
  },
} satisfies Record<BasketState, StateWord>;

/** Completed steps, as the history lists them. */
export const STEP_WORDS = {
  request: $localize`:@@baskets.step.request:Asked for payment`,
  pay: $localize`:@@baskets.step.pay:Marked paid`,
  pack: $localize`:@@baskets.step.pack:Marked packed`,
  ship: $localize`:@@baskets.step.ship:Marked shipped`,
  cancel: $localize`:@@baskets.step.cancel:Canceled`,
  expire: $localize`:@@baskets.step.expire:Hold ended, units released`,
  undo: $localize`:@@baskets.step.undo:Undone`,
  extras: $localize`:@@baskets.step.extras:Extra lines changed`,
} satisfies Record<BasketStep | 'extras', string>;

/** Shown in place of the name of the show, if a basket is over several shows. */
export const OPEN_BOX = $localize`:A basket over several shows|@@baskets.open-box:Open box`;

/** Title and variant of a unit. If the item has no variants, the size or color as the buyer wrote it. */
export const titleText = (line: Pick<BasketLine, 'title' | 'variant' | 'variantAsked'>): string =>
  [line.title, line.variant ?? line.variantAsked].filter((part) => part != null).join(' · ');

/** Name of a buyer. The name of a hidden viewer is shown only if operators gave it. */
export function basketBuyerName({ name, accounts }: BasketBuyer): string {
  const [first] = accounts;
  const isPlatformName = first?.hidden === true && [first['handle'], first.displayName].includes(name);
  return isPlatformName ? buyerName(first) : name;
}

const DAY_MS = 24 * 3_600_000;

export interface Unpaid {
  age: string;
  tone: Severity;
}

/**
 * Time for which a basket has been unpaid; null if it is paid or closed. The tone is stronger after a day,
 * and again after three days or if the basket is overdue.
 */
export function unpaidFor({ state, openedAt, hold }: BasketRow, now: number): Unpaid | null {
  if (state !== 'open' && state !== 'requested') return null;
  const ms = now - Date.parse(openedAt);
  const tone = hold?.overdue === true || ms >= 3 * DAY_MS ? 'warn' : ms >= DAY_MS ? 'wait' : 'mute';
  return { age: longDuration(ms), tone };
}
