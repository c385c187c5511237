import { appSecretProof, isSigned, openSignedRequest, signatureOf } from './app-secret';

const SECRET = 'unit-test-app-secret';
const BODY = Buffer.from(
  '{"object":"page","entry":[{"id":"1000001","time":1790000000,"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"3000001_4000001","post_id":"1000001_3000001","parent_id":"1000001_3000001","created_time":1790000000,"message":"\\u00c7a marche \\ud83c\\udf89","from":{"id":"9000001","name":"Test Viewer"}}}]}]}',
);
const SIGNATURE = 'sha256=f0625c8d0fb5c6e52d6844ac4c6217927f51e5ca2f855f1be928919b4d91675a';
const SIGNED_REQUEST =
  '9e0ccKai5J8366B0TeGmUoEIqt2E4yV2U7-A-K9R2ew.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3OTAwMDM2MDAsImlzc3VlZF9hdCI6MTc5MDAwMDAwMCwidXNlcl9pZCI6IjIxODQ3MSJ9';

describe('The app secret', () => {
  it("The app secret creates a token's proof.", () => {
    expect(appSecretProof(SECRET, 'EAAtest-token-1')).toBe(
      'c8af63a66d2a3699b9b7196f8b01d66115cca40d9791cab189705193aa1cf9b3',
    );
  });

  it("The app secret signs a webhook's raw bytes.", () => {
    expect(signatureOf(SECRET, BODY)).toBe(SIGNATURE);
    expect(isSigned([SECRET], BODY, SIGNATURE)).toBe(true);
    expect(isSigned(['another secret', SECRET], BODY, SIGNATURE)).toBe(true);
  });

  it('Verification fails for reformatted JSON, another secret, or a missing or malformed signature.', () => {
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
    expect(isSigned([SECRET], rewritten, SIGNATURE)).toBe(false);
    expect(isSigned(['another secret'], BODY, SIGNATURE)).toBe(false);
    for (const header of [
      undefined,
      '',
      'sha256=',
      SIGNATURE.slice(0, -1),
      `${SIGNATURE}0`,
      SIGNATURE.slice(7),
    ]) {
      expect(isSigned([SECRET], BODY, header)).toBe(false);
    }
    expect(isSigned([], BODY, SIGNATURE)).toBe(false);
  });

  it('A signed request opens with or without padding, but only if it is genuine.', () => {
    expect(openSignedRequest([SECRET], SIGNED_REQUEST)).toMatchObject({ user_id: '218471' });
    expect(openSignedRequest([SECRET], SIGNED_REQUEST.replace('.', '=.'))).toMatchObject({
      user_id: '218471',
    });
    expect(openSignedRequest(['another secret'], SIGNED_REQUEST)).toBeNull();
    for (const forged of [
      '',
      'x',
      'x.y',
      `${SIGNED_REQUEST}x`,
      `${SIGNED_REQUEST}.x`,
      `.${SIGNED_REQUEST.split('.')[1]!}`,
    ]) {
      expect(openSignedRequest([SECRET], forged)).toBeNull();
    }
  });
});
