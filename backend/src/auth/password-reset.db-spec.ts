import type { AuditList, ErrorBody, Session, SignInOptions } from '@sellary/contracts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Clock } from '../kernel';
import {
  type Answer,
  atOnce,
  compileBackend,
  connectConsole,
  eventually,
  newCaller,
  refusal,
  startTestApp,
  useCallerPerTest,
  useTestApp,
} from '../../test';
import { call } from '../../test/caller';
import { whenDisconnected } from '../../test/console';

const PASSWORD = 'correct horse';
const NEW_PASSWORD = 'a better battery';

// The command test starts a process, which is slow while other tests use the same cores.
jest.setTimeout(120_000);

/** A mail server that stores the emails that it receives. */
async function startMailServer(): Promise<{
  url: string;
  mails: { to: string; text: string }[];
  close(): Promise<void>;
}> {
  const mails: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      text(stream).then(
        (mail) => {
          mails.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(),
            text: decodedLines(mail),
          });
          done();
        },
        (error: unknown) => done(error as Error),
      );
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Decodes quoted-printable lines. */
const decodedLines = (mail: string): string => mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');

describe('A forgotten password', () => {
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  beforeAll(async () => (mailServer = await startMailServer()));
  const app = useTestApp(() => ({
    env: {
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'Sellary <no-reply@live.example>',
      PUBLIC_URL: 'https://live.example',
    },
  }));
  const user = useCallerPerTest(app);
  beforeEach(() => void (mailServer.mails.length = 0));
  afterAll(() => mailServer.close());

  const requestLink = (email: string): Promise<Answer<unknown>> =>
    call(app.url, null, 'POST', '/api/auth/password-reset', { email });
  const reset = (token: string, password = NEW_PASSWORD): Promise<Answer<Session & ErrorBody>> =>
    call<Session & ErrorBody>(app.url, null, 'POST', `/api/auth/password-reset/${token}`, { password });
  const signIn = (password: string): Promise<Answer<Session>> =>
    call<Session>(app.url, null, 'POST', '/api/auth/login', { email: user.session.user.email, password });
  const login = async (password: string): Promise<number> => (await signIn(password)).status;
  const tokenSentTo = async (email: string): Promise<string> => {
    const mails = await eventually(
      () => mailServer.mails.filter(({ to }) => to === email),
      (found) => found.length > 0,
    );
    return /https:\/\/live\.example\/reset-password\/([\w-]{43})/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
  };

  it('An emailed link sets a new password once, ends every session, and starts a new session.', async () => {
    const console = await connectConsole(app.url, user.session.accessToken);
    const disconnection = whenDisconnected(console);
    const other = await signIn(PASSWORD);
    expect(await requestLink(user.session.user.email.toUpperCase())).toMatchObject({
      status: 202,
      body: '',
    });
    const token = await tokenSentTo(user.session.user.email);
    expect(mailServer.mails[0]?.text).toContain('From: Sellary <no-reply@live.example>');
    const response = await reset(token);
    expect(response).toMatchObject({
      status: 200,
      body: { user: user.session.user, workspace: user.session.workspace },
    });
    expect(response.headers.get('set-cookie')).toContain('sellary_refresh');
    await disconnection;
    expect((await user.call('GET', '/api/auth/me')).status).toBe(401);
    expect((await call(app.url, other.body.accessToken, 'GET', '/api/auth/me')).status).toBe(401);
    expect([await login(PASSWORD), await login(NEW_PASSWORD)]).toEqual([401, 200]);
    expect(await reset(token)).toMatchObject(refusal(404, 'NOT_FOUND'));
    const audit = await call<AuditList>(
      app.url,
      response.body.accessToken,
      'GET',
      `/api/workspaces/${user.session.workspace.id}/audit?action=account.reset`,
    );
    expect(audit.body.entries).toMatchObject([
      { user: { id: user.session.user.id }, after: { sessionsEnded: 2 } },
    ]);
  });

  it('A request for an unknown email gets the same response, and no email is sent.', async () => {
    expect(await requestLink('nobody@example.com')).toMatchObject({ status: 202, body: '' });
    await requestLink(user.session.user.email);
    await tokenSentTo(user.session.user.email);
    expect(mailServer.mails.map(({ to }) => to)).toEqual([user.session.user.email]);
  });

  it('Only one of eight simultaneous calls with the same link sets the password.', async () => {
    await requestLink(user.session.user.email);
    const token = await tokenSentTo(user.session.user.email);
    const responses = await atOnce(8, (index) => reset(token, `better battery ${index}`));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(404)]);
  });

  it('A rejected password does not use up the link.', async () => {
    await requestLink(user.session.user.email);
    const token = await tokenSentTo(user.session.user.email);
    const refused = await reset(token, 'password1234');
    expect(refused).toMatchObject(refusal(400, 'VALIDATION_FAILED', 'password'));
    expect((await reset(token)).status).toBe(200);
  });

  it('A link stops working after an hour, when a newer link is sent, or when the password is changed.', async () => {
    const { email } = user.session.user;
    await requestLink(email);
    const first = await tokenSentTo(email);
    mailServer.mails.length = 0;
    await requestLink(email);
    const newer = await tokenSentTo(email);
    expect((await reset(first)).status).toBe(404);
    const later = Date.now() + 3_600_000;
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => later);
    expect((await reset(newer)).status).toBe(404);
    jest.restoreAllMocks();
    expect(
      (await user.call('POST', '/api/auth/password', { current: PASSWORD, next: 'yet another horse' }))
        .status,
    ).toBe(204);
    expect((await reset(newer)).status).toBe(404);
  });

  it('At most three emails an hour are sent to one account.', async () => {
    const { email } = user.session.user;
    for (let index = 0; index < 6; index += 1) expect((await requestLink(email)).status).toBe(202);
    const stranger = await newCaller(app.url);
    await requestLink(stranger.session.user.email);
    await tokenSentTo(stranger.session.user.email);
    expect(mailServer.mails.filter(({ to }) => to === email)).toHaveLength(3);
  });

  it("A link's stored data does not reveal the link.", async () => {
    await requestLink(user.session.user.email);
    const token = await tokenSentTo(user.session.user.email);
    const database = await app.connect();
    const { rows } = await database.query<{ token_hash: Buffer }>(
      'SELECT * FROM password_resets WHERE user_id = $1',
      [user.session.user.id],
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await reset(rows[0]?.token_hash.toString('base64url') ?? '')).status).toBe(404);
  });

  it('The sign-in options report that the server sends email.', async () => {
    expect((await call<SignInOptions>(app.url, null, 'GET', '/api/auth/options')).body).toEqual({
      passwordReset: 'mail',
    });
  });
});

describe('A forgotten password on a server without email', () => {
  it('A link request is accepted, and the sign-in options report that a server admin must create the link.', async () => {
    const app = await startTestApp();
    const options = () => call<SignInOptions>(app.url, null, 'GET', '/api/auth/options');
    expect((await options()).body).toEqual({ passwordReset: 'command', firstAccount: true });
    const { session } = await newCaller(app.url);
    expect((await options()).body).toEqual({ passwordReset: 'command' });
    expect(
      (await call(app.url, null, 'POST', '/api/auth/password-reset', { email: session.user.email })).status,
    ).toBe(202);
    await app.close();
  });

  it('The link printed by the command sets a new password.', async () => {
    const app = await startTestApp();
    const backend = compileBackend();
    const { session } = await newCaller(app.url);
    const run = async (email: string): Promise<string> => {
      const child = spawn(
        process.execPath,
        [join(dirname(backend.main), 'cli', 'reset-password.js'), email],
        {
          env: { ...process.env, DATABASE_URL: app.databaseUrl, PUBLIC_URL: 'https://live.example/' },
        },
      );
      return (await text(child.stdout)) + (await text(child.stderr));
    };
    const token =
      /https:\/\/live\.example\/reset-password\/([\w-]{43})\n/.exec(
        await run(session.user.email.toUpperCase()),
      )?.[1] ?? '';
    expect(
      await call(app.url, null, 'POST', `/api/auth/password-reset/${token}`, { password: NEW_PASSWORD }),
    ).toMatchObject({ status: 200 });
    expect(await run('nobody@example.com')).toContain('No account has the email nobody@example.com.');
    backend.remove();
    await app.close();
  });
});
