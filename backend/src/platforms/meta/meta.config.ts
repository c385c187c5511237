import { type ConfigSection, HTTP_SCHEMES } from '../../kernel';

/** The Meta app's settings and the addresses of Meta's servers. */
export interface MetaConfig {
  appId: string | null;
  appSecret: string | null;
  verifyToken: string | null;
  version: string;
  /**
   * Facebook Login for Business configuration, which replaces the permission list; null for classic Facebook
   * Login.
   */
  loginConfigId: string | null;
  /** True if `graphUrl` is not on facebook.com. A simulator then replaces Meta. */
  simulated: boolean;
  graphUrl: string;
  dialogUrl: string;
  /** Instagram API with Instagram Login: its own app id and secret, on its own hosts. */
  instagram: {
    appId: string | null;
    appSecret: string | null;
    graphUrl: string;
    apiUrl: string;
    dialogUrl: string;
  };
}

/** Injection token for the MetaConfig. */
export const META_CONFIG = Symbol('META_CONFIG');

/**
 * Reads the Meta settings. If Facebook's addresses point to a simulator, Instagram's also do by default,
 * because one server replaces all of Meta's hosts.
 */
export const META_SECTION: ConfigSection<MetaConfig> = {
  read: (env) => {
    const graph = env.url('META_GRAPH_URL', HTTP_SCHEMES);
    const dialog = env.url('META_DIALOG_URL', HTTP_SCHEMES);
    const simulated = graph !== null && !/^https:\/\/([\w-]+\.)*facebook\.com$/i.test(graph);
    const urlOf = (name: string, metaUrl: string, simulatorUrl: string | null): string =>
      env.url(name, HTTP_SCHEMES) ?? (simulated ? (simulatorUrl ?? metaUrl) : metaUrl);
    const appId = env.text('META_APP_ID');
    const appSecret = env.text('META_APP_SECRET');
    return {
      appId,
      appSecret,
      verifyToken: env.text('META_WEBHOOK_VERIFY_TOKEN'),
      version: env.text('META_GRAPH_VERSION') ?? 'v26.0',
      loginConfigId: env.text('META_LOGIN_CONFIG_ID'),
      simulated,
      graphUrl: graph ?? 'https://graph.facebook.com',
      dialogUrl: dialog ?? 'https://www.facebook.com',
      instagram: {
        appId: env.text('META_INSTAGRAM_APP_ID') ?? (simulated ? appId : null),
        appSecret: env.text('META_INSTAGRAM_APP_SECRET') ?? (simulated ? appSecret : null),
        graphUrl: urlOf('META_INSTAGRAM_GRAPH_URL', 'https://graph.instagram.com', graph),
        apiUrl: urlOf('META_INSTAGRAM_API_URL', 'https://api.instagram.com', graph),
        dialogUrl: urlOf('META_INSTAGRAM_DIALOG_URL', 'https://www.instagram.com', dialog ?? graph),
      },
    };
  },
  secrets: ({ appSecret, instagram }) => [
    ['META_APP_SECRET', appSecret],
    // A simulator has one secret for both.
    ['META_INSTAGRAM_APP_SECRET', instagram.appSecret === appSecret ? null : instagram.appSecret],
  ],
  addresses: ({ graphUrl, dialogUrl, instagram }) => [
    ['META_GRAPH_URL', graphUrl],
    ['META_DIALOG_URL', dialogUrl],
    ['META_INSTAGRAM_GRAPH_URL', instagram.graphUrl],
    ['META_INSTAGRAM_API_URL', instagram.apiUrl],
    ['META_INSTAGRAM_DIALOG_URL', instagram.dialogUrl],
  ],
};
