import { ConfigError, readConfig, type Secrets } from '../../kernel';
import { META_SECTION, type MetaConfig } from './meta.config';

const STRONG_SECRET = 'kW3v9rTq-Zx7mPb2LdNf6HsYc4GjUa81';
const SECRETS: Secrets = {
  JWT_SECRET: STRONG_SECRET,
  JWT_REFRESH_SECRET: STRONG_SECRET.toLowerCase(),
  TOKEN_ENCRYPTION_KEY: STRONG_SECRET.toUpperCase(),
};
const read = (env: Record<string, string>): MetaConfig =>
  readConfig({ DATABASE_URL: 'postgres://localhost/sellary', ...env }, () => SECRETS, [
    META_SECTION,
  ]).sections.get(META_SECTION);
const inProduction = (env: Record<string, string>): MetaConfig =>
  read({ ...SECRETS, NODE_ENV: 'production', PUBLIC_URL: 'https://live.example', ...env });

describe('Meta settings', () => {
  it("Instagram uses the same server as Facebook, unless that server is Meta's.", () => {
    expect(read({}).instagram).toEqual({
      appId: null,
      appSecret: null,
      graphUrl: 'https://graph.instagram.com',
      apiUrl: 'https://api.instagram.com',
      dialogUrl: 'https://www.instagram.com',
    });
    const simulatorUrl = 'http://127.0.0.1:4010';
    const env = {
      META_GRAPH_URL: simulatorUrl,
      META_DIALOG_URL: `${simulatorUrl}/`,
      META_APP_ID: '5',
      META_APP_SECRET: 's',
    };
    expect(read(env).instagram).toEqual({
      appId: '5',
      appSecret: 's',
      graphUrl: simulatorUrl,
      apiUrl: simulatorUrl,
      dialogUrl: simulatorUrl,
    });
    const real = read({ META_GRAPH_URL: 'https://graph.facebook.com', META_APP_ID: '5' }).instagram;
    expect([real.appId, real.graphUrl]).toEqual([null, 'https://graph.instagram.com']);
  });

  it.each([
    [{ META_GRAPH_URL: 'graph' }, 'META_GRAPH_URL'],
    [{ META_GRAPH_URL: 'http://graph.example', META_DIALOG_URL: 'https://a.example' }, 'META_GRAPH_URL'],
    [{ META_APP_SECRET: 'a'.repeat(32) }, 'META_APP_SECRET'],
  ])(
    'In production, an unsafe setting is rejected, and the error names it: %#',
    (env: Record<string, string>, name) => {
      expect(() => inProduction(env)).toThrow(ConfigError);
      expect(() => inProduction(env)).toThrow(`- ${name} `);
    },
  );
});
