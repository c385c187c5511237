/** Units that a buyer won, and units that the comment asked for. */
interface UnitsWon {
  won: number;
  asked: number;
}

/**
 * Sentences for a reply to a buyer, in the operator's language. `number` is an item number such as "#104".
 */
export const replies = {
  won: (buyer: string, number: string, time: string): string =>
    $localize`:@@console.reply.won:Hi ${buyer}:buyer:, ${number}:number: is yours: your comment came in at ${time}:time:.`,
  wonUnits: (buyer: string, number: string, { won, asked }: UnitsWon, time: string): string =>
    $localize`:@@console.reply.won-units:Hi ${buyer}:buyer:, ${won}:won: of the ${asked}:asked: units of ${number}:number: you asked for are yours: your comment came in at ${time}:time:.`,
  unitsSoFar: ({ won, asked }: UnitsWon): string =>
    $localize`:@@console.reply.own-units:You have ${won}:won: of the ${asked}:asked: units you asked for.`,
  unmatched: (buyer: string, number: string, time: string): string =>
    $localize`:@@console.reply.unmatched:Hi ${buyer}:buyer:, ${number}:number: is not on our list yet. We are holding your place as of ${time}:time:.`,
  passed: (buyer: string, number: string, time: string): string =>
    $localize`:@@console.reply.passed:Hi ${buyer}:buyer:, you passed on ${number}:number: at ${time}:time:.`,
  released: (buyer: string, number: string, time: string): string =>
    $localize`:@@console.reply.released:Hi ${buyer}:buyer:, your claim on ${number}:number: was released at ${time}:time:.`,
  needsVariant: (buyer: string, number: string): string =>
    $localize`:@@console.reply.needs-variant:Hi ${buyer}:buyer:, ${number}:number: comes in several variants. Which one do you want?`,
  closed: (buyer: string, number: string, time: string): string =>
    $localize`:@@console.reply.closed:Hi ${buyer}:buyer:, ${number}:number: was withdrawn at ${time}:time:, so the buyers in line cannot get it. If it comes back, you will keep your place.`,
  pending: (buyer: string, number: string): string =>
    $localize`:The fairness window is still open@@console.reply.pending:Hi ${buyer}:buyer:, we have your comment for ${number}:number:. It will be decided within seconds.`,
  /** For a buyer who waits although units are left, for example by choice. */
  notSoldOut: (buyer: string, number: string): string =>
    $localize`:@@console.reply.not-sold-out:Hi ${buyer}:buyer:, ${number}:number: is not sold out yet.`,
  units: (buyer: string, number: string, units: number): string =>
    units === 1
      ? $localize`:@@console.reply.unit:Hi ${buyer}:buyer:, there was 1 unit of ${number}:number:.`
      : $localize`:@@console.reply.units:Hi ${buyer}:buyer:, ${number}:number: had ${units}:count: units.`,
  place: (position: number | null): string => {
    if (position === null) return $localize`:@@console.reply.in-line:You are in line.`;
    return position === 1
      ? $localize`:@@console.reply.first-in-line:You are first in line.`
      : $localize`:@@console.reply.place:You are number ${position}:rank: in line.`;
  },
};

interface LastUnit {
  totalUnits: number;
  rival: string;
  /** Time of the rival's comment. */
  time: string;
  /**
   * Time from the rival's comment to the buyer's comment, such as "2 s", or null if the buyer's was not
   * later.
   */
  later: string | null;
  /** True if `later` takes viewer delays into account. */
  isCounted: boolean;
  /** Place in line, or null if unknown. */
  position: number | null;
}

/** The reply sentence about the buyer who got the last unit. */
export function lastUnitReply({ totalUnits, rival, time, later, isCounted, position }: LastUnit): string {
  const unit = totalUnits === 1 ? ONLY_UNIT : ORDINAL_UNITS[ORDINALS.select(totalUnits)](totalUnits);
  if (later === null) {
    if (position === null) {
      return $localize`:@@console.reply.unit-in-line:${unit}:unit: went to ${rival}:rival: at ${time}:time:; you are in line.`;
    }
    return position === 1
      ? $localize`:@@console.reply.unit-first:${unit}:unit: went to ${rival}:rival: at ${time}:time:; you are first in line.`
      : $localize`:@@console.reply.unit-place:${unit}:unit: went to ${rival}:rival: at ${time}:time:; you are number ${position}:rank: in line.`;
  }
  if (isCounted) {
    return `${$localize`:@@console.reply.counted:${unit}:unit: went to ${rival}:rival:. Viewers see the show with different delays. Taking this into account, your comment came ${later}:duration: later.`} ${replies.place(position)}`;
  }
  if (position === null) {
    return $localize`:@@console.reply.later-in-line:${unit}:unit: went to ${rival}:rival: at ${time}:time:; your comment came ${later}:duration: later, so you are in line.`;
  }
  return position === 1
    ? $localize`:@@console.reply.later-first:${unit}:unit: went to ${rival}:rival: at ${time}:time:; your comment came ${later}:duration: later, so you are first in line.`
    : $localize`:@@console.reply.later-place:${unit}:unit: went to ${rival}:rival: at ${time}:time:; your comment came ${later}:duration: later, so you are number ${position}:rank: in line.`;
}

/** Selects the ending of an English ordinal. A translation may use one text for all endings. */
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const nth = (n: number): string =>
  $localize`:The last unit, such as "The 5th", at the start of a sentence@@console.reply.nth:The ${n}:number:th`;
const ORDINAL_UNITS = {
  zero: nth,
  one: (n) =>
    $localize`:The last unit, such as "The 21st", at the start of a sentence@@console.reply.nth-one:The ${n}:number:st`,
  two: (n) =>
    $localize`:The last unit, such as "The 2nd", at the start of a sentence@@console.reply.nth-two:The ${n}:number:nd`,
  few: (n) =>
    $localize`:The last unit, such as "The 3rd", at the start of a sentence@@console.reply.nth-few:The ${n}:number:rd`,
  many: nth,
  other: nth,
} satisfies Record<Intl.LDMLPluralRule, (n: number) => string>;
const ONLY_UNIT = $localize`:The only unit, at the start of a sentence@@console.reply.only-unit:It`;
