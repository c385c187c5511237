import type {
  AcceptResult,
  DismissResult,
  ErrorBody,
  PreviewResult,
  ResolveResult,
  ReviewGroupList,
  ReviewList,
  Show,
} from '@sellary/contracts';
import type { Answer, Caller } from './caller';
import { replayShow } from './replay-show';
import type { TestApp } from './test-app';

/** Test steps and checks for reviews. */
export function reviews(app: TestApp, operator: Caller) {
  /**
   * Writes a comment that the grammar sends to review.
   * @returns its id
   */
  const sayForReview = async (show: Show, viewer: string, text = 'claim 1'): Promise<string> => {
    const { outcome, comment } = await operator.say(show.id, viewer, text);
    expect(outcome).toBe('review');
    return comment.id;
  };
  const accept = (id: string, body: unknown = {}): Promise<Answer<AcceptResult & ErrorBody>> =>
    operator.call('POST', `/api/comments/${id}/accept`, body);
  const dismiss = (id: string): Promise<Answer<DismissResult & ErrorBody>> =>
    operator.call('POST', `/api/comments/${id}/dismiss`, {});
  const resolve = (show: Show, body: unknown): Promise<Answer<ResolveResult & ErrorBody>> =>
    operator.call('POST', `/api/shows/${show.id}/review/resolve`, body);
  const preview = async (show: Show, ...requests: unknown[]): Promise<PreviewResult> =>
    (await operator.call<PreviewResult>('POST', `/api/shows/${show.id}/review/preview`, { requests })).body;
  const inbox = async (show: Show): Promise<ReviewList> =>
    (await operator.call<ReviewList>('GET', `/api/shows/${show.id}/review`)).body;
  const groups = async (show: Show): Promise<ReviewGroupList['groups']> =>
    (await operator.call<ReviewGroupList>('GET', `/api/shows/${show.id}/review/groups`)).body.groups;
  /** Checks that a replay reproduces the stored state, and that the open review count is right. */
  const check = async (show: Show): Promise<void> => {
    const database = await app.connect();
    expect((await replayShow(database, show.id)).differences).toEqual([]);
    const { rows } = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM comments WHERE show_id = $1 AND outcome = 'review' AND resolution IS NULL`,
      [show.id],
    );
    expect((await operator.readShow(show.id)).stats.review).toBe(rows[0]?.count);
  };
  return { sayForReview, accept, dismiss, resolve, preview, inbox, groups, check };
}
