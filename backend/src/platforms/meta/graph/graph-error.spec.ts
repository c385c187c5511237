import { classify, errorFromResponse, GraphError } from './graph-error';

const kind = (
  code: number,
  subcode: number | null = null,
  status = 400,
  message = '',
  transient = false,
): string => classify(code, subcode, message, status, transient);

describe('Graph API errors', () => {
  it.each([4, 17, 32, 341, 613, 80_000, 80_001, 80_002, 80_006, 80_014])(
    'Code %i is a throttle, whatever the HTTP status.',
    (code) => {
      expect([kind(code), kind(code, null, 403), kind(code, null, 500, '', true)]).toEqual([
        'throttled',
        'throttled',
        'throttled',
      ]);
    },
  );

  it.each([459, 460, 463, 464, 467, 492, null])(
    'Code 190/%s means that a new sign-in is needed.',
    (subcode) => expect(kind(190, subcode)).toBe('reconnect'),
  );

  it('Code 190/458 means that the app was removed.', () => expect(kind(190, 458)).toBe('revoked'));
  it.each([10, 200, 210, 299])('Code %i means that a permission is missing.', (code) =>
    expect(kind(code, null, 403)).toBe('permission'),
  );
  it('Code 10/1893063 means that the page is restricted, which no permission fixes.', () =>
    expect([kind(10, 1_893_063), kind(10, 1_893_063, 403)]).toEqual(['held-back', 'held-back']));
  it('Code 100/33 means that the object does not exist.', () => expect(kind(100, 33)).toBe('not-found'));
  it('Code 100 without a subcode means that the call was rejected.', () =>
    expect(kind(100)).toBe('rejected'));
  it('A wrong proof means that the server is misconfigured.', () =>
    expect(kind(100, null, 400, 'Invalid appsecret_proof provided in the API argument')).toBe(
      'misconfigured',
    ));
  it.each([
    [1, 500],
    [2, 503],
    [2, 400],
    [0, 502],
  ])('Code %i with HTTP %i is temporary.', (code, status) =>
    expect(kind(code, null, status)).toBe('transient'),
  );
  it.each([
    [1, 500, "Please reduce the amount of data you're asking for, then retry your request"],
    [0, 413, ''],
    [100, 400, '(#100) The request is too large'],
  ])('Code %i with HTTP %i needs a smaller request: %s.', (code, status, message) =>
    expect(kind(code, null, status, message)).toBe('too-large'),
  );
  it('HTTP 429 without a code is a throttle.', () => expect(kind(0, null, 429)).toBe('throttled'));

  it('Both error formats are parsed, and secrets are never repeated.', () => {
    const redact = (text: string): string => text.replaceAll('EAAsecret', '…');
    const graphError = (body: unknown, status = 400): GraphError =>
      errorFromResponse(body, status, 0, redact, 'META_APP_ID and META_APP_SECRET', 'facebook');
    const graph = graphError({
      error: { message: 'Malformed access token EAAsecret', code: 190, error_subcode: 467 },
    });
    expect([graph.kind, graph.code, graph.subcode, graph.message]).toEqual([
      'reconnect',
      190,
      467,
      'The platform refused the request (code 190/467): Malformed access token ….',
    ]);
    const instagram = graphError({
      error_type: 'OAuthException',
      code: 400,
      error_message: 'Matching code was not found',
    });
    expect(instagram.message).toContain('Matching code was not found');
    expect(graphError('<html>', 502).kind).toBe('transient');
    const misconfigured = graphError({ error: { message: 'Error validating client secret.', code: 1 } });
    expect(misconfigured.message).toBe(
      "The platform refused the request (code 1): Error validating client secret. Ask your server administrator to check META_APP_ID and META_APP_SECRET against the app's dashboard and restart the server.",
    );
  });

  it.each([
    [460, 'facebook', 'changed their Facebook password'],
    [463, 'instagram', 'The Instagram sign-in has expired'],
    [492, 'facebook', 'no longer has a role on the Page'],
    [4711, 'facebook', 'Facebook no longer accepts the sign-in'],
    [458, 'facebook', "The app was removed in the Facebook account's settings"],
  ] as const)(
    'For code 190/%i after a sign-in with %s, the message to users contains: %s',
    (subcode, login, words) => {
      const kindOfError = subcode === 458 ? 'revoked' : 'reconnect';
      expect(new GraphError(kindOfError, 'x', 190, subcode, 0, login).forPeople).toContain(words);
    },
  );

  it('A throttle lasts at least five minutes, and only app-level codes stop the whole app.', () => {
    const throttle = (code: number, regainMs: number): unknown[] => {
      const { retryAfterMs, scope } = new GraphError('throttled', 'x', code, null, regainMs);
      return [retryAfterMs, scope];
    };
    expect([throttle(4, 0), throttle(80_001, 900_000)]).toEqual([
      [300_000, 'app'],
      [900_000, 'account'],
    ]);
  });
});
