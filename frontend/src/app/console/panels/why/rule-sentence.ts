import type { ClaimRule, RefusalRule, ReviewRule } from '@sellary/contracts';

const SENTENCES: Readonly<Partial<Record<string, string>>> = {
  unit_left: $localize`:@@console.rule.unit-left:A unit was left: first come, first served.`,
  no_unit_left: $localize`:@@console.rule.no-unit-left:No unit was left, so the buyer got a place in line.`,
  someone_waiting: $localize`:@@console.rule.someone-waiting:Other buyers were already in line, so the buyer waits behind them.`,
  queue_only: $localize`:@@console.rule.queue-only:The buyer asked only for a place in line.`,
  asked_outright: $localize`:@@console.rule.asked-outright:The buyer first asked only for a place in line, then claimed the item while a unit was left.`,
  no_such_item: $localize`:@@console.rule.no-such-item:No item has this number. The claim keeps its place until the item is added.`,
  unit_freed: $localize`:@@console.rule.unit-freed:A unit became available, and the buyer was first in line.`,
  quantity_raised: $localize`:@@console.rule.quantity-raised:Units were added, and the buyer was first in line.`,
  awarded: $localize`:@@console.rule.awarded:An operator awarded the unit.`,
  item_withdrawn: $localize`:@@console.rule.item-withdrawn:The item was withdrawn before the buyer got a unit. If the item is restored, the claim counts again.`,
  item_restored: $localize`:@@console.rule.item-restored:The withdrawn item was restored, and the buyer had kept the place in line.`,
  policy_changed: $localize`:@@console.rule.policy-changed:An operator changed who gets a unit while one was free. Under the new rule, it went to this buyer, who was already in line.`,
  undone: $localize`:@@console.rule.undone:An operator undid a change, so the earlier state was restored.`,
  pending: $localize`:@@console.rule.pending:The claim is waiting for the fairness window to end, so that slower platforms have the same chance.`,
  duplicate_user: $localize`:@@console.rule.duplicate:The buyer already had a claim on the item, and the rules of this show do not count repeated ones.`,
  over_limit: $localize`:@@console.rule.over-limit:The buyer had reached a limit of this show.`,
  needs_variant: $localize`:@@console.rule.needs-variant:The item was added with variants, and the comment doesn’t name one of them. The comment went to review.`,
} satisfies Record<ClaimRule, string>;
const ITEM_ADDED = $localize`:@@console.rule.item-added:The item was added later. Earlier claims were decided in the order in which they were written.`;

/** Rules that end a claim without an operator's decision. */
const ENDING_RULES: ReadonlySet<string> = new Set<ClaimRule>([
  'duplicate_user',
  'over_limit',
  'needs_variant',
]);
export const isEndingRule = (rule: string): boolean => ENDING_RULES.has(rule);

/** Explains a rule, given its name on the wire. Returns the name if the rule comes from a newer server. */
export function ruleSentence(rule: string): string {
  if (!rule.startsWith('item_added_')) return SENTENCES[rule] ?? rule;
  const decided = SENTENCES[rule.slice('item_added_'.length)];
  return decided === undefined ? ITEM_ADDED : `${ITEM_ADDED} ${decided}`;
}

const REVIEW_SENTENCES: Readonly<Partial<Record<string, string>>> = {
  blocked_review: $localize`:@@console.comment.blocked-review:The buyer is blocked in this workspace, so an operator decides the claim.`,
  paid_unit: $localize`:@@console.comment.paid-unit:The buyer wants to pass on a paid unit. It can only be refunded, so an operator decides.`,
  needs_variant: $localize`:@@console.comment.needs-variant:The item has variants, and the comment doesn’t name one of them, so an operator decides.`,
} satisfies Record<ReviewRule, string>;

const REFUSAL_SENTENCES: Readonly<Partial<Record<string, string>>> = {
  blocked_refuse: $localize`:@@console.comment.blocked:The buyer is blocked in this workspace, so the claim was refused.`,
  paid_unit: $localize`:@@console.comment.paid-unit-refused:The buyer wanted to pass on a paid unit. It can only be refunded, so the pass was refused.`,
  comment_deleted: $localize`:@@console.comment.deleted-refused:The comment was deleted before an operator accepted it together with similar comments, so it got no claim.`,
} satisfies Record<RefusalRule, string>;

/** Explains the rule that sent a comment to review. */
export const reviewRuleSentence = (rule: string): string =>
  REVIEW_SENTENCES[rule] ??
  $localize`:@@console.comment.policy-review:A rule of this show leaves the claim to an operator: ${rule}:rule:.`;

/** Explains the rule that refused a comment. */
export const refusalRuleSentence = (rule: string): string =>
  REFUSAL_SENTENCES[rule] ??
  $localize`:@@console.comment.refused:A rule of this show refused the claim: ${rule}:rule:.`;
