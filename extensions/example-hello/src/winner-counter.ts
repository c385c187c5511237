import { type FollowedEvent, type FollowerTransaction, OnShowEvent } from '@sellary/extension-kit';

/**
 * Counts the claims that win as soon as they are created, per workspace. Delete this class, and follow the
 * events that you need.
 */
export class WinnerCounter {
  /**
   * The same row may be delivered again after a crash. The insert and the place in the ledger are stored in
   * one transaction, and the primary key keeps a repeated row from being counted twice.
   */
  @OnShowEvent('claim.created')
  async count(event: FollowedEvent<'claim.created'>, tx: FollowerTransaction): Promise<void> {
    const { claim } = event.data;
    if (claim.status !== 'winner') return;
    await tx.query(
      'INSERT INTO x_example_hello_winners (workspace_id, claim_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [event.workspaceId, claim.id],
    );
  }
}
