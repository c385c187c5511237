import type { Comment } from '@sellary/contracts';

/** What the platform told of a comment after it was made, in a word; null where it stands as it was written. */
export function laterChange(comment: Comment): 'Deleted' | 'Hidden' | 'Edited' | null {
  if (comment.deletedAt !== undefined) return 'Deleted';
  if (comment.hiddenAt !== undefined) return 'Hidden';
  return comment.editedText === undefined ? null : 'Edited';
}
