import type { Comment } from '@sellary/contracts';
import { laterChange } from './later-change';

const comment = (change: Partial<Comment>): Comment => ({ text: 'sold 12', ...change }) as Comment;
const AT = '2026-11-23T19:05:12.000Z';

describe('What became of a comment later', () => {
  it('is one word, the strongest first', () => {
    expect(laterChange(comment({}))).toBeNull();
    expect(laterChange(comment({ editedText: '' }))).toBe('Edited');
    expect(laterChange(comment({ editedText: 'x', hiddenAt: AT }))).toBe('Hidden');
    expect(laterChange(comment({ editedText: 'x', hiddenAt: AT, deletedAt: AT }))).toBe('Deleted');
  });
});
