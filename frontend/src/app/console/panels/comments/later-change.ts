import type { Comment } from '@sellary/contracts';

/** The state of a changed comment on the platform, in a word; null if it is unchanged. */
export function laterChange(comment: Comment): string | null {
  if (comment.deletedAt !== undefined) {
    return $localize`:State of a comment on the platform@@console.comments.deleted:Deleted`;
  }
  if (comment.hiddenAt !== undefined) {
    return $localize`:State of a comment on the platform@@console.comments.hidden:Hidden`;
  }
  return comment.editedText === undefined
    ? null
    : $localize`:State of a comment on the platform@@console.comments.edited:Edited`;
}
