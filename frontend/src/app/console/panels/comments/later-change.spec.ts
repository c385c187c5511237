import type { Comment } from '@sellary/contracts';
import { laterChange } from './later-change';

const comment = (change: Partial<Comment>): Comment => ({ text: 'sold 12', ...change }) as Comment;
const AT = '2026-11-23T19:05:12.000Z';

describe('comment changes on the platform', () => {
  it('A comment with several changes shows one of them: deleted, else hidden, else edited.', () => {
    expect(laterChange(comment({}))).toBeNull();
    expect(laterChange(comment({ editedText: '' }))).toBe('Edited');
    expect(laterChange(comment({ editedText: 'x', hiddenAt: AT }))).toBe('Hidden');
    expect(laterChange(comment({ editedText: 'x', hiddenAt: AT, deletedAt: AT }))).toBe('Deleted');
  });
});
