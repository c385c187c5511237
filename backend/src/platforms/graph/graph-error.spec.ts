import { classify, errorOfAnswer } from './graph-error';

const kind = (code: number, subcode: number | null = null, status = 400, message = '', transient = false): string =>
  classify(code, subcode, message, status, transient);

describe('Errors of the Graph API', () => {
  it.each([4, 17, 32, 341, 613, 80_000, 80_001, 80_002, 80_006, 80_014])('code %i is a throttle, whatever the status', (code) => {
    expect([kind(code), kind(code, null, 403), kind(code, null, 500, '', true)]).toEqual(['throttled', 'throttled', 'throttled']);
  });

  it.each([459, 460, 463, 464, 467, 492, null])('190/%s needs a new sign-in', (subcode) => expect(kind(190, subcode)).toBe('token'));

  it('190/458 is an app that was removed', () => expect(kind(190, 458)).toBe('revoked'));
  it.each([10, 200, 210, 299])('code %i is a missing permission', (code) => expect(kind(code, null, 403)).toBe('permission'));
  it('100/33 is an object that is not there', () => expect(kind(100, 33)).toBe('gone'));
  it('100 alone is a call that was not understood', () => expect(kind(100)).toBe('request'));
  it('a wrong proof is a matter of settings', () =>
    expect(kind(100, null, 400, 'Invalid appsecret_proof provided in the API argument')).toBe('setup'));
  it.each([
    [1, 500],
    [2, 503],
    [2, 400],
    [0, 502],
  ])('code %i with HTTP %i passes', (code, status) => expect(kind(code, null, status)).toBe('transient'));
  it('HTTP 429 without a code is a throttle', () => expect(kind(0, null, 429)).toBe('throttled'));

  it('reads both shapes and never repeats what it was told to hide', () => {
    const redact = (text: string): string => text.replaceAll('EAAsecret', '…');
    const graph = errorOfAnswer({ error: { message: 'Malformed access token EAAsecret', code: 190, error_subcode: 467 } }, 400, 0, redact);
    expect([graph.kind, graph.code, graph.subcode, graph.message]).toEqual([
      'token',
      190,
      467,
      'The platform refused (code 190/467): Malformed access token …',
    ]);
    const instagram = errorOfAnswer(
      { error_type: 'OAuthException', code: 400, error_message: 'Matching code was not found' },
      400,
      0,
      redact,
    );
    expect(instagram.message).toContain('Matching code was not found');
    expect(errorOfAnswer('<html>', 502, 0, redact).kind).toBe('transient');
  });
});
