import { DEFAULT_RULES, type ErrorBody, type Show, type ShowRules, type Workspace } from '@sellary/contracts';
import { refusal, useCallerPerTest, useTestApp } from '../../../test';

describe('Show rules', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);

  const defaultsPath = (): string => `/api/workspaces/${owner.session.workspace.id}/rules`;

  it("New shows start with their workspace's rules, and keep them when the workspace's rules change.", async () => {
    expect(await owner.call<ShowRules>('GET', defaultsPath())).toMatchObject({
      status: 200,
      body: DEFAULT_RULES,
    });
    const changed = await owner.call<ShowRules>('PATCH', defaultsPath(), {
      claimWords: ['mine'],
      maxClaimsPerComment: 3,
    });
    const expected: ShowRules = { ...DEFAULT_RULES, claimWords: ['mine'], maxClaimsPerComment: 3 };
    expect([changed.status, changed.body]).toEqual([200, expected]);
    const { body: show } = await owner.call<Show>('POST', '/api/shows', { passWords: ['skip'] });
    expect(show.rules).toEqual({ ...expected, passWords: ['skip'] });
    await owner.call('PATCH', defaultsPath(), { claimWords: ['sold'] });
    expect((await owner.call<Show>('GET', `/api/shows/${show.id}`)).body.rules.claimWords).toEqual(['mine']);
  });

  it('The fields for older clients read and write the same rules.', async () => {
    const workspace = `/api/workspaces/${owner.session.workspace.id}`;
    const { body } = await owner.call<Workspace>('PATCH', workspace, {
      settings: { claimWords: ['mine'], pollIntervalSeconds: 5 },
    });
    expect(body.settings).toEqual({
      ...body.rules,
      pollIntervalSeconds: 5,
      retentionDays: null,
      currency: null,
    });
    expect(body.rules.claimWords).toEqual(['mine']);
    const { body: show } = await owner.call<Show>('POST', '/api/shows', { fairnessWindowSeconds: 4 });
    const { body: patched } = await owner.call<Show>('PATCH', `/api/shows/${show.id}`, {
      passWords: ['skip'],
    });
    expect(patched).toMatchObject({
      claimWords: ['mine'],
      passWords: ['skip'],
      maxClaimsPerComment: 1,
      fairnessWindowSeconds: 4,
    });
    expect(patched.rules).toEqual({
      ...DEFAULT_RULES,
      claimWords: ['mine'],
      passWords: ['skip'],
      fairnessWindowSeconds: 4,
    });
  });

  it('New rules for a running show apply starting with the next comment, and are in its ledger and the audit log.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    const { body: changed } = await owner.call<Show>('PATCH', `/api/shows/${show.id}/rules`, {
      claimWords: ['mine'],
      maxClaimsPerComment: 2,
    });
    expect(changed.rules).toEqual({ ...DEFAULT_RULES, claimWords: ['mine'], maxClaimsPerComment: 2 });
    const events = await owner.readEvents(show.id, `afterSeq=${show.lastSeq}`);
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      [
        'rules.set',
        {
          rules: changed.rules,
          policy: 'first-come@3',
          grammar: expect.stringMatching(/^builtin@/) as string,
        },
      ],
      ['show.updated', { show: changed }],
    ]);
    expect((await owner.say(show.id, 'ann', 'mine 1 and mine 2')).claims).toHaveLength(2);
    const [entry] = await owner.readAudit(`showId=${show.id}`);
    expect(entry).toMatchObject({
      action: 'show.update',
      before: { rules: DEFAULT_RULES },
      after: { rules: changed.rules },
    });
    expect(entry?.after).not.toHaveProperty('claimWords');
  });

  it('The rules of a draft are recorded when it is activated.', async () => {
    const { body: draft } = await owner.call<Show>('POST', '/api/shows', {
      sources: [{ platform: 'rehearsal' }],
    });
    await owner.call('PATCH', `/api/shows/${draft.id}/rules`, { claimWords: ['mine'] });
    await owner.call('POST', `/api/shows/${draft.id}/activate`, {});
    const events = await owner.readEvents(draft.id);
    expect(events.map(({ type }) => type)).toEqual(['show.updated', 'rules.set', 'session.status']);
    expect(events[1]?.data).toMatchObject({ rules: { claimWords: ['mine'] } });
  });

  it.each([
    [{ claimWords: [] }, 'claimWords'],
    [{ passWords: ['a', 'A'] }, 'passWords'],
    [{ claimWords: ['?'] }, 'claimWords'],
    [{ claimWords: ['sold', '12'] }, 'claimWords'],
    [{ passWords: ['🙋'] }, 'passWords'],
    [{ claimWords: ['sold', 'Pass '] }, 'claimWords'],
    [{ passWords: ['SOLD'] }, 'passWords'],
    [{ claimWords: ['drop'], passWords: ['drop'] }, 'claimWords'],
    [{ maxClaimsPerComment: 0 }, 'maxClaimsPerComment'],
    [{ fairnessWindowSeconds: 11 }, 'fairnessWindowSeconds'],
    [{ policy: 'first-come@99' }, 'policy'],
    [{ unknownRule: 1 }, 'unknownRule'],
  ])('The rules %j are rejected for a show and for a workspace.', async (rules, field) => {
    const { body: draft } = await owner.call<Show>('POST', '/api/shows', {});
    for (const path of [`/api/shows/${draft.id}/rules`, defaultsPath()]) {
      expect(await owner.call('PATCH', path, rules)).toMatchObject(refusal(400, 'VALIDATION_FAILED', field));
    }
  });

  it('The rules of a show from an earlier version can still be changed if a word is both a claim word and a pass word, or has no letters.', async () => {
    const { body: show } = await owner.call<Show>('POST', '/api/shows', {});
    const database = await app.connect();
    const words = { claimWords: ['sold', 'drop', '12'], passWords: ['drop'] };
    await database.query('UPDATE shows SET rules = rules || $2::jsonb WHERE id = $1', [show.id, words]);
    const patch = (rules: Partial<ShowRules>) =>
      owner.call<Show & ErrorBody>('PATCH', `/api/shows/${show.id}/rules`, rules);
    expect((await patch({ maxUnitsPerItem: 3 })).status).toBe(200);
    expect((await patch({ claimWords: ['sold', 'drop', 'mine'] })).status).toBe(200);
    const { status, body } = await patch({ passWords: ['drop', 'mine'] });
    expect([status, body.error.message]).toEqual([
      400,
      'Nothing was changed. "mine" cannot be both a claim word and a pass word. Use another word for one of them.',
    ]);
    expect((await patch({ passWords: ['pass'] })).status).toBe(200);
  });
});
