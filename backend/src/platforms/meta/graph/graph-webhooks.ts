import { Inject, Injectable } from '@nestjs/common';
import type { AppWebhook } from '@sellary/extension-kit';
import { META_CONFIG, type MetaConfig } from '../meta.config';
import type { LoginKind } from './login-kind';
import { GraphClient, type GraphCall } from './graph-client';
import { idOf, listOf, textOf } from './graph-json';
import type { Fields } from '../../../kernel';

/** The page or account on which the app is installed, with a token that may install it. */
export interface Installation {
  login: LoginKind;
  ownerId: string;
  token: string;
}

const MAX_LIST_PAGES = 3;

/**
 * The two levels of Meta's webhooks: the app itself names an address and fields, and it is installed on each
 * page or account. All methods
 * @throws GraphError.
 */
@Injectable()
export class GraphWebhooks {
  constructor(
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
    private readonly graph: GraphClient,
  ) {}

  /** The list replaces the previous one. */
  async subscribe(at: Installation, fields: readonly string[]): Promise<void> {
    await this.graph.call({ ...edgeOf(at), method: 'POST', query: { subscribed_fields: fields.join(',') } });
  }

  /** Removes the app from the page or account, for all users of the app. */
  async unsubscribe(at: Installation): Promise<void> {
    await this.graph.call({ ...edgeOf(at), method: 'DELETE' });
  }

  /** Fields that the app is subscribed to; null if it is not installed. */
  async subscribed(at: Installation): Promise<string[] | null> {
    const rows = await this.graph.all(edgeOf(at), MAX_LIST_PAGES);
    // A page may list other apps too; an Instagram account shows only the token's own app, under any id.
    const own = at.login === 'instagram' ? rows[0] : rows.find((row) => idOf(row['id']) === this.meta.appId);
    return own === undefined ? null : textsOf(own['subscribed_fields']);
  }

  /** The app's own webhook subscription; null without one. */
  async appWebhook(object: string): Promise<AppWebhook | null> {
    const { id } = this.graph.app('facebook');
    const rows = await this.graph.all(
      { path: `/${id}/subscriptions`, token: this.graph.appToken() },
      MAX_LIST_PAGES,
    );
    const found = rows.find((row) => row['object'] === object && row['active'] !== false);
    if (found === undefined) return null;
    return { callbackUrl: textOf(found['callback_url']), fields: fieldNamesOf(found['fields']) };
  }
}

const edgeOf = ({ login, ownerId, token }: Installation): GraphCall => ({
  host: login,
  path: `/${login === 'instagram' ? 'me' : ownerId}/subscribed_apps`,
  token,
});

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];

/** `[{name, version}]`, and plain names in some versions of the API. */
const fieldNamesOf = (value: unknown): string[] => [
  ...listOf(value).map((field: Fields) => textOf(field['name'])),
  ...textsOf(value),
];
