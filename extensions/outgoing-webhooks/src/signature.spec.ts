import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from './signature';

const BODY = '{"type":"claim.created","data":{"handle":"Zoë"}}';

describe('Webhook signature', () => {
  it('The Standard Webhooks verifier accepts the signature.', () => {
    const secret = newSecret();
    const headers = signedHeaders('msg_1', new Date(), BODY, [secret]);
    expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
  });

  it('A changed body, id, or timestamp is rejected.', () => {
    const secret = newSecret();
    const headers = signedHeaders('msg_1', new Date(), BODY, [secret]);
    const verifier = new Webhook(secret);
    expect(() => verifier.verify(`${BODY} `, headers)).toThrow();
    expect(() => verifier.verify(BODY, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
    const later = String(Number(headers['webhook-timestamp']) + 1);
    expect(() => verifier.verify(BODY, { ...headers, 'webhook-timestamp': later })).toThrow();
  });

  it('During a rotation, receivers with either the previous or the new secret accept the signature.', () => {
    const [former, current] = [newSecret(), newSecret()];
    const headers = signedHeaders('msg_1', new Date(), BODY, [current, former]);
    for (const secret of [former, current]) {
      expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    }
    expect(() => new Webhook(newSecret()).verify(BODY, headers)).toThrow();
  });
});
