import type { Actor, ReleaseResult, ShowSummary } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { replayDifferences, useCaller, useTestApp } from '../../test';
import { recordAudit, Transactions } from '../kernel';
import { CommentChanges } from '.';

describe('Actors', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let operatorActor: Actor;

  beforeAll(async () => {
    operatorActor = { kind: 'person', id: operator.session.user.id, name: operator.session.user.name };
  });

  it('An act, its ledger row, its claim, and its audit entry identify the operator who performed it.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const { claim } = await operator.say(show.id, 'ann', 'sold 1');
    expect(claim?.actor).toBeNull();
    const released = await operator.call<{ claim: { actor: Actor } }>(
      'POST',
      `/api/claims/${claim?.id}/release`,
      {},
    );
    expect(released.body.claim.actor).toEqual(operatorActor);
    expect((await operator.readClaims(show.id))[0]?.actor).toEqual(operatorActor);
    const events = await operator.readEvents(show.id);
    expect(events.find(({ type }) => type === 'operator.act')?.by).toEqual(operatorActor);
    expect(
      events
        .filter(({ type }) => type === 'comment.received' || type === 'claim.created')
        .map(({ by }) => by),
    ).toEqual([undefined, undefined]);
    const entries = await operator.readAudit(`showId=${show.id}`);
    expect(entries[0]).toMatchObject({ action: 'claim.release', user: operatorActor });
  });

  it('A claim that a show rule released no longer identifies the operator of an earlier act, and is counted as released.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }], { deletedComments: 'release' });
    const { claim, comment } = await operator.say(show.id, 'ann', 'sold 1');
    const release = () => operator.call<ReleaseResult>('POST', `/api/claims/${claim?.id ?? ''}/release`, {});
    const { actSeq } = (await release()).body;
    await operator.call('POST', `/api/shows/${show.id}/acts/${String(actSeq)}/undo`, {});
    await app.nest
      .get(CommentChanges)
      .record(operator.session.workspace.id, show.id, [
        { platform: 'rehearsal', commentId: comment.commentId, at: null, change: 'deleted' },
      ]);
    expect((await release()).body).toMatchObject({
      claim: { status: 'released', actor: null },
      actSeq: null,
    });
    const { body } = await operator.call<ShowSummary>('GET', `/api/shows/${show.id}/summary`);
    expect(body.totals).toMatchObject({ claims: 1, released: 1 });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it("An actor without a kind, from an earlier version's ledger row, is returned as a person.", async () => {
    const show = await operator.activeShow([]);
    const database = await app.connect();
    await database.query(
      `UPDATE show_events SET by = json_build_object('id', by->>'id', 'name', by->>'name') WHERE show_id = $1`,
      [show.id],
    );
    const events = await operator.readEvents(show.id);
    expect(events.map(({ by }) => by)).toEqual(events.map(() => operatorActor));
  });

  it("The audit log returns each actor's kind, even for an earlier version's entries, which do not store it.", async () => {
    const actors: Actor[] = [
      operatorActor,
      { kind: 'engine', reason: 'Retention' },
      { kind: 'extension', name: 'vip-first' },
    ];
    const workspaceId = operator.session.workspace.id;
    await new Transactions(app.nest.get(DataSource)).run(async (tx) => {
      for (const [index, actor] of actors.entries()) {
        const at = new Date(Date.now() + index).toISOString();
        await recordAudit(tx, {
          workspaceId,
          actor,
          action: 'viewer.erase',
          entityType: 'viewer',
          entityId: null,
          at,
        });
      }
    });
    const database = await app.connect();
    await database.query(
      `INSERT INTO audit_log (id, workspace_id, user_id, user_name, action, entity_type, created_at)
       VALUES (gen_random_uuid(), $1, NULL, 'Meta', 'viewer.erase', 'test', now() + interval '1 hour'),
              (gen_random_uuid(), $1, $2, $3, 'viewer.erase', 'test', now() + interval '2 hours')`,
      [workspaceId, operator.session.user.id, operator.session.user.name],
    );
    const entries = await operator.readAudit('action=viewer.erase');
    expect(entries.map(({ user }) => user)).toEqual([
      operatorActor,
      { kind: 'engine', reason: 'Meta' },
      ...actors.reverse(),
    ]);
  });
});
