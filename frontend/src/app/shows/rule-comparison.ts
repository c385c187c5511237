import type { DeletedComments, RepeatClaims } from '@sellary/contracts';

export const DELETED_COMMENTS_TEXTS = {
  keep: $localize`:What happens to a deleted comment's claims@@shows.rules.deleted-comments.keep:Keep the claim`,
  review: $localize`:What happens to a deleted comment's claims@@shows.rules.deleted-comments.review:Ask an operator`,
  release: $localize`:What happens to a deleted comment's claims@@shows.rules.deleted-comments.release:Release the claim`,
} satisfies Record<DeletedComments, string>;

type RuleValue = string[] | number | RepeatClaims | DeletedComments;

function textOf(value: RuleValue): string {
  if (value === 'add') return $localize`:A rule is switched on@@shows.rules.on:on`;
  if (value === 'ignore') return $localize`:A rule is switched off@@shows.rules.off:off`;
  if (value === 'keep' || value === 'review' || value === 'release') return DELETED_COMMENTS_TEXTS[value];
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Describes how a show's rule compares with its workspace's rule. */
export function comparison(value: RuleValue, workspaceValue: RuleValue): string {
  const text = textOf(workspaceValue);
  return String(value) === String(workspaceValue)
    ? $localize`:The show's rule is the same as the workspace's default for new shows@@shows.rules.as-in-workspace:Same as the workspace default`
    : $localize`:The workspace's default rule for new shows@@shows.rules.in-workspace:Workspace default: ${text}:rule:`;
}
