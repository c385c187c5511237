import type { BasketBuyer, BasketLine, BasketState, BasketStep } from '@sellary/contracts';
import { buyerName } from '../ui/buyer-name';
import type { IconName } from '../ui/icons';
import type { Severity } from '../ui/severity';
import type { OperatorStep } from './step-rules';

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

/** Completed steps, as listed in the history. */
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

/** Completed steps, as a notice reports them. `baskets`: "Ann Lee’s basket" or "12 baskets". */
export const DONE_TEXTS = {
  request: (baskets) => $localize`:@@baskets.done.request:Requested payment for ${baskets}:baskets:`,
  pay: (baskets) => $localize`:@@baskets.done.pay:Marked ${baskets}:baskets: as paid`,
  pack: (baskets) => $localize`:@@baskets.done.pack:Marked ${baskets}:baskets: as packed`,
  ship: (baskets) => $localize`:@@baskets.done.ship:Marked ${baskets}:baskets: as shipped`,
  cancel: (baskets) => $localize`:@@baskets.done.cancel:Canceled ${baskets}:baskets:`,
  undo: (baskets) => $localize`:@@baskets.done.undo:Undid the last step for ${baskets}:baskets:`,
} satisfies Record<OperatorStep, (baskets: string) => string>;

/** Shown instead of the show's name if a basket spans several shows. */
export const OPEN_BOX = $localize`:A basket across several shows|@@baskets.open-box:Open box`;

/** A unit's title and variant. If the item has no variants, the size or color that the buyer wrote. */
export const titleText = (line: Pick<BasketLine, 'title' | 'variant' | 'variantAsked'>): string =>
  [line.title, line.variant ?? line.variantAsked].filter((part) => part != null).join(' · ');

/** A buyer's name. A hidden viewer's name is shown only if an operator entered it. */
export function basketBuyerName({ name, accounts }: BasketBuyer): string {
  const [first] = accounts;
  const isPlatformName = first?.hidden === true && [first['handle'], first.displayName].includes(name);
  return isPlatformName ? buyerName(first) : name;
}
