import type { Comment } from '@sellary/contracts';

/** Returns a changed comment's state on the platform in one word, or null if it is unchanged. */
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
