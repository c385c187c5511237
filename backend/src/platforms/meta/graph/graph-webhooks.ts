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
 * The two levels of Meta's webhooks: the app, which has an address and fields, and its installation on each
 * page or account. Every failed call throws a GraphError.
 */
@Injectable()
export class GraphWebhooks {
  constructor(
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
    private readonly graph: GraphClient,
  ) {}

  /** Subscribes to these fields and no others. */
  async subscribe(installation: Installation, fields: readonly string[]): Promise<void> {
    await this.graph.call({
      ...edgeOf(installation),
      method: 'POST',
      query: { subscribed_fields: fields.join(',') },
    });
  }

  /** Removes the app from the page or account, for all users of the app. */
  async unsubscribe(installation: Installation): Promise<void> {
    await this.graph.call({ ...edgeOf(installation), method: 'DELETE' });
  }

  /** Reads the fields that the app is subscribed to; null if it is not installed. */
  async subscribed(installation: Installation): Promise<string[] | null> {
    const rows = await this.graph.listAll(edgeOf(installation), MAX_LIST_PAGES);
    // A page may also list other apps. An Instagram account lists only this app, but possibly under a
    // different id.
    const thisApp =
      installation.login === 'instagram' ? rows[0] : rows.find((row) => idOf(row['id']) === this.meta.appId);
    return thisApp === undefined ? null : textsOf(thisApp['subscribed_fields']);
  }

  /** Reads the app's webhook; null if it has none. */
  async appWebhook(object: string): Promise<AppWebhook | null> {
    const { id } = this.graph.app('facebook');
    const rows = await this.graph.listAll(
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

/** Reads `[{name, version}]`, or plain names, which some versions of the API return. */
const fieldNamesOf = (value: unknown): string[] => [
  ...listOf(value).map((field: Fields) => textOf(field['name'])),
  ...textsOf(value),
];
