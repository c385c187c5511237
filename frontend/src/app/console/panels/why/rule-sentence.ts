import type { ClaimRule } from '@sellary/contracts';

const RULES: Readonly<Partial<Record<string, string>>> = {
  unit_left: $localize`:@@console.rule.unit-left:A unit was left and the line was empty: first come, first served.`,
  no_unit_left: $localize`:@@console.rule.no-unit-left:No unit was left, so the buyer got a place in line.`,
  someone_waiting: $localize`:@@console.rule.someone-waiting:Other buyers were already in line, so the buyer waits behind them.`,
  queue_only: $localize`:@@console.rule.queue-only:The buyer asked only for a place in line.`,
  no_such_item: $localize`:@@console.rule.no-such-item:No item has this number. The claim keeps its place until the item is added.`,
  unit_freed: $localize`:@@console.rule.unit-freed:A unit became free, and the buyer was first in line.`,
  quantity_raised: $localize`:@@console.rule.quantity-raised:Units were added, and the buyer was first in line.`,
  awarded: $localize`:@@console.rule.awarded:An operator awarded the unit.`,
  item_withdrawn: $localize`:@@console.rule.item-withdrawn:The item was withdrawn while the buyer was in line. The place in line is kept.`,
  item_restored: $localize`:@@console.rule.item-restored:The withdrawn item was restored, and the buyer had kept the place in line.`,
  undone: $localize`:@@console.rule.undone:An operator undid a change, so the earlier state was restored.`,
  pending: $localize`:@@console.rule.pending:The claim waits for the fairness window, so that slower platforms have the same chance.`,
  duplicate_user: $localize`:@@console.rule.duplicate:The buyer already had a claim on the item, and the rules of this show do not count repeated ones.`,
  over_limit: $localize`:@@console.rule.over-limit:The buyer had reached a limit of this show.`,
} satisfies Record<ClaimRule, string>;
const ITEM_ADDED = $localize`:@@console.rule.item-added:The item was added later. Earlier claims were decided in the order in which they were written.`;

/** Explains a rule by its name on the wire. An unknown rule of a newer server stays as it is. */
export function ruleSentence(rule: string): string {
  if (!rule.startsWith('item_added_')) return RULES[rule] ?? rule;
  const decided = RULES[rule.slice('item_added_'.length)];
  return decided === undefined ? ITEM_ADDED : `${ITEM_ADDED} ${decided}`;
}
