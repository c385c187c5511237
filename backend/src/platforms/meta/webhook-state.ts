import type { WebhookState } from '@sellary/contracts';
import { isLoopbackHost } from '../../kernel';
import type { AppWebhook, SubscriptionNeeds } from '../adapter/platform-adapter';

/** The platform's report on the webhooks of one account. */
export interface WebhookFacts {
  /** Fields subscribed to at the page or account; null if the app is not installed there. */
  subscribed: string[] | null;
  /** The app's own webhook; null if there is none, undefined if the platform does not report it. */
  app: AppWebhook | null | undefined;
}

export interface WebhookVerdict {
  state: WebhookState;
  /** The missing part, its reason, and what to do; null without a problem. */
  problem: string | null;
}

/**
 * Subject of a verdict. `callback`: address for the platform; null if this server does not know its own
 * address.
 */
export interface WebhookSubject {
  displayName: string;
  needs: SubscriptionNeeds;
  callback: { path: string; url: string | null };
}

const AGAIN = 'Select Subscribe again.';
const list = (fields: readonly string[]): string => fields.join(' and ');

/** Judges what was found: the app's own level first, because without it nothing arrives for any account. */
export function judge({ displayName, needs, callback }: WebhookSubject, { subscribed, app }: WebhookFacts): WebhookVerdict {
  const webhook = `The Meta app's ${needs.app.name} webhook`;
  const dashboard = `in the app's dashboard (Webhooks, ${needs.app.name})`;
  const address = callback.url ?? callback.path;
  const say = (state: WebhookState, cause: string, cure: string): WebhookVerdict => ({
    state,
    problem: `${cause}. ${needs.withoutThem}. ${cure}`,
  });
  if (app === null) {
    return say('off', `${webhook} is not set up`, `Enter ${address} with the fields ${list(needs.app.fields)} ${dashboard}.`);
  }
  if (app !== undefined && callback.url !== null && !isSame(app.callbackUrl, callback.url)) {
    return say('off', `${webhook} sends to ${app.callbackUrl}, not to this server`, `Enter ${address} ${dashboard}.`);
  }
  if (subscribed === null) return say('off', `The Meta app is not subscribed to ${displayName}`, AGAIN);
  const missing = needs.anyField && subscribed.length > 0 ? [] : lacking(needs.fields, subscribed);
  if (missing.length > 0) return say('partial', `The Meta app's subscription to ${displayName} lacks ${list(missing)}`, AGAIN);
  const missingOfApp = app === undefined ? [] : lacking(needs.app.fields, app.fields);
  if (missingOfApp.length > 0) return say('partial', `${webhook} lacks ${list(missingOfApp)}`, `Add ${list(missingOfApp)} ${dashboard}.`);
  return { state: 'on', problem: null };
}

const lacking = (wanted: readonly string[], found: readonly string[]): string[] => wanted.filter((field) => !found.includes(field));

/** Two names of this machine lead to the same place, as in a rehearsal. */
function isSame(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return one === other;
  const [a, b] = [new URL(one), new URL(other)];
  const host = ({ host, hostname }: URL): string => (isLoopbackHost(hostname) ? 'this machine' : host);
  const path = ({ pathname }: URL): string => pathname.replace(/\/+$/, '');
  return host(a) === host(b) && path(a) === path(b);
}
