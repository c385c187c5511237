import type { Claim, ReplayVerdict } from '@sellary/contracts';
import type { Client } from 'pg';
import { refusal, runEventfulShow, useCaller, useTestApp } from '../../../test';
import { digestOf, hashOf } from '../../kernel';
import { ShowReplays } from './show-replays';

describe('Replay and evidence', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  const replay = (showId: string) => operator.call<ReplayVerdict>('GET', `/api/shows/${showId}/replay`);
  const evidence = (showId: string, claimId: string) =>
    operator.call<string>('GET', `/api/shows/${showId}/evidence?claim=${claimId}&timeZone=Europe/Berlin`);

  it('A replay returns a verdict, with the head hash and the rules.', async () => {
    const { id } = await runEventfulShow(operator);
    const { status, body } = await replay(id);
    expect(status).toBe(200);
    const { rows } = await database.query<{ head: string; last_seq: string }>(
      `SELECT encode(head_hash, 'hex') AS head, last_seq FROM shows WHERE id = $1`,
      [id],
    );
    expect(body).toMatchObject({
      showId: id,
      equal: true,
      differences: [],
      differenceCount: 0,
      redacted: 0,
      headHash: rows[0]?.head,
      rows: Number(rows[0]?.last_seq),
      comments: 17,
      rules: { policy: 'first-come@3', rules: { maxClaimsPerComment: 3 } },
    });
  });

  it('If a stored claim was changed, the verdict is "not equal" and reports the difference.', async () => {
    const { id } = await runEventfulShow(operator);
    await database.query(
      `UPDATE claims SET status = 'released' WHERE id = (SELECT id FROM claims WHERE show_id = $1 AND status = 'winner' LIMIT 1)`,
      [id],
    );
    const { body } = await replay(id);
    expect(body.equal).toBe(false);
    expect(body.differences[0]).toContain(
      'status is stored as released, but should be winner according to the ledger',
    );
  });

  it('A workspace runs one replay at a time. Two more wait, and any others are rejected.', async () => {
    const { id } = await runEventfulShow(operator);
    const { user, workspace } = operator.session;
    let finishReplay: () => void = () => undefined;
    const mayEnd = new Promise<void>((resolve) => (finishReplay = resolve));
    let reportStart: () => void = () => undefined;
    const hasStarted = new Promise<void>((resolve) => (reportStart = resolve));
    const first = app.nest
      .get(ShowReplays)
      .withSnapshot(
        { userId: user.id, workspaceId: workspace.id },
        id,
        new AbortController().signal,
        async () => {
          reportStart();
          await mayEnd;
        },
      );
    await hasStarted;
    const responses = [1, 2, 3].map(() => replay(id));
    const refused = await Promise.race(responses);
    expect(refused).toMatchObject(refusal(429, 'RATE_LIMITED'));
    finishReplay();
    await first;
    expect((await Promise.all(responses)).map(({ status }) => status).sort()).toEqual([200, 200, 429]);
  });

  it('The evidence lists at most 200 rows, and reports if there are more.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }]);
    const { claim } = await operator.say(show.id, 'rita', 'sold 12');
    const id = claim?.id ?? '';
    const rowCount = (html: string): number => html.split('<section class="row"').length - 1;
    const { body: short } = await evidence(show.id, id);
    expect(short).not.toContain('There are more rows');
    for (let n = rowCount(short); n <= 200; n++) {
      await operator.call('PATCH', `/api/claims/${id}`, { operatorNotes: `note ${n}` });
    }
    const { body: long } = await evidence(show.id, id);
    expect(rowCount(long)).toBe(200);
    expect(long).toContain('There are more rows about this claim. The first 200 are listed here');
  });

  it('The evidence is one file with the explanation, verifiable rows, and the verdict.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }]);
    await operator.say(show.id, 'rita', 'sold 12');
    const { claim } = await operator.say(show.id, 'eve', 'sold 12', {
      userHandle: '<script>alert(1)</script>',
    });
    const { status, headers, body } = await evidence(show.id, claim?.id ?? '');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="Test sale .* claim 12 .*\.html"$/,
    );
    expect(body).not.toMatch(/<script|<link|<img|src=|href=/);
    expect(body).toContain('@&lt;script&gt;alert(1)&lt;/script&gt; wrote &quot;sold 12&quot;');
    expect(body).toContain('(Europe/Berlin)');
    expect(body).toContain('<strong>Match.</strong>');
    const { rows } = await database.query<
      Record<'type' | 'by' | 'payload' | 'salt' | 'hash', string> & {
        seq: string;
        at: Date;
        previous: string;
      }
    >(
      `SELECT e.seq, e.type, e.at, e.by::text, e.payload::text, encode(e.salt, 'hex') AS salt, encode(e.hash, 'hex') AS hash, encode(p.hash, 'hex') AS previous
       FROM show_events e JOIN show_events p ON p.show_id = e.show_id AND p.seq = e.seq - 1
       WHERE e.show_id = $1 AND e.type = 'claim.created' ORDER BY e.seq`,
      [show.id],
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(body).toContain(`<dd>${row.hash}</dd>`);
      expect(body).toContain(`<dd>${row.salt}</dd>`);
      const digest = digestOf(row.salt, row.by, row.payload);
      const head = { seq: Number(row.seq), type: row.type, at: row.at.toISOString() };
      expect(hashOf(row.previous, show.id, head, digest)).toBe(row.hash);
    }
    const [latest] = await operator.readAudit(`showId=${show.id}`);
    expect(latest).toMatchObject({ action: 'show.evidence', entityId: claim?.id });
  });

  it('The listed texts match their hashes even if they contain direction marks or control characters.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }]);
    const { claim } = await operator.say(show.id, 'eve', 'sold 12', { userHandle: 'e\u202Ev\u0085e  x' });
    const { body } = await evidence(show.id, claim?.id ?? '');
    expect(body).not.toMatch(/(?<!<bdi>)[\u0085\u202E]/);
    const plain = (html: string): string =>
      html
        .replaceAll(/<\/?bdi>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'");
    const rows = [...body.matchAll(/<section class="row".*?<\/section>/gs)].map(([row]) => row);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const valueOf = (name: string): string =>
        plain(row.match(new RegExp(`<dt>${name}</dt><dd>(.*?)</dd>`))?.[1] ?? '');
      const payload = plain(row.match(/<pre>(.*)<\/pre>/s)?.[1] ?? '');
      expect(payload).toContain('e\u202Ev\u0085e  x');
      expect(digestOf(valueOf('Salt'), valueOf('Actor') || null, payload)).toBe(valueOf('Digest'));
    }
  });

  it("An erased viewer is redacted in another buyer's evidence.", async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }]);
    await operator.say(show.id, 'viewer.to.erase', 'sold 12');
    const { claim } = await operator.say(show.id, 'eve', 'sold 12');
    await operator.call('POST', `/api/shows/${show.id}/stop`);
    await operator.erase('viewer.to.erase');
    const { body } = await evidence(show.id, claim?.id ?? '');
    expect(body).not.toContain('viewer.to.erase');
    expect(body).toContain("This row's text was redacted");
    expect(body).toContain('<strong>Match.</strong>');
  });

  it("A show has no evidence for another show's claim.", async () => {
    const [show, otherShow] = [
      await operator.activeShow([{ itemNumber: '1' }]),
      await operator.activeShow([{ itemNumber: '1' }]),
    ];
    const claim = (await operator.say(show.id, 'ann', 'sold 1')).claim as Claim;
    expect((await evidence(otherShow.id, claim.id)).status).toBe(404);
    expect((await evidence(otherShow.id, 'no-id')).status).toBe(404);
    expect((await operator.call('GET', `/api/shows/${show.id}/evidence`)).status).toBe(400);
  });
});
