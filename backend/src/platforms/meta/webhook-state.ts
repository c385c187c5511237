import type { WebhookState } from '@sellary/contracts';
import {
  type AppWebhook,
  PlatformError,
  type WebhookFacts,
  type WebhookSubject,
  type WebhookVerdict,
} from '@sellary/extension-kit';
import { isLoopbackHost } from '../../kernel';

export interface SubscriptionNeeds {
  /** Fields to subscribe to on the page or account. */
  fields: readonly string[];
  /** True if any field is enough, even one not listed in `fields`. */
  anyField: boolean;
  /** Name of the app's own webhook in the Meta app's dashboard, and the fields that it needs. */
  app: { name: string; fields: readonly string[] };
  /** Effect on operators if the webhooks do not arrive, in one sentence. */
  withoutWebhooks: string;
}

/** `WebhookFacts` that Meta reported without an error. */
interface ReportedFacts {
  subscribed: string[] | null;
  app: AppWebhook | null | undefined;
}

type Subject = Omit<WebhookSubject, 'details'>;

const SUBSCRIBE_AGAIN = 'Select Subscribe again.';
const fieldsText = (fields: readonly string[]): string =>
  `${fields.length === 1 ? 'field' : 'fields'} ${fields.join(' and ')}`;

/** Evaluates the webhook state. */
export function judge(
  needs: SubscriptionNeeds,
  subject: Subject,
  { subscribed, app }: WebhookFacts,
): WebhookVerdict {
  if (subscribed instanceof PlatformError) return unknownVerdict(subject, subscribed);
  return app instanceof PlatformError
    ? unknownVerdict(subject, app)
    : verdictOn(needs, subject, { subscribed, app });
}

const CONNECT_AGAIN = 'Connect the account again.';
const CHECK_ADVICE: Partial<Record<PlatformError['kind'], string>> = {
  permission:
    'A permission is missing (for Pages: pages_manage_metadata). Connect the account again and allow everything.',
  reconnect: CONNECT_AGAIN,
  revoked: CONNECT_AGAIN,
};

function unknownVerdict({ displayName }: Subject, { kind, forPeople }: PlatformError): WebhookVerdict {
  const advice = CHECK_ADVICE[kind] ?? 'Select Check now in a few minutes.';
  return {
    state: 'unknown',
    problem: `It is unclear whether instant updates are on for ${displayName}. ${forPeople} ${advice}`,
  };
}

/** Checks the app's webhook first, because without it, nothing arrives for any account. */
function verdictOn(
  needs: SubscriptionNeeds,
  { displayName, callback }: Subject,
  { subscribed, app }: ReportedFacts,
): WebhookVerdict {
  const webhook = `The Meta app's ${needs.app.name} webhook`;
  const dashboard = `in the app's dashboard (Webhooks, ${needs.app.name})`;
  const address = callback.url ?? callback.path;
  const verdict = (state: WebhookState, cause: string, advice: string): WebhookVerdict => ({
    state,
    problem: `${cause}. ${needs.withoutWebhooks}. ${advice}`,
  });
  if (app === null) {
    return verdict(
      'off',
      `${webhook} is not set up`,
      `Enter ${address} with the ${fieldsText(needs.app.fields)} ${dashboard}.`,
    );
  }
  if (app !== undefined && callback.url !== null && !isSameAddress(app.callbackUrl, callback.url)) {
    return verdict(
      'off',
      `${webhook} sends to ${app.callbackUrl}, not to this server`,
      `Enter ${address} ${dashboard}.`,
    );
  }
  if (subscribed === null) {
    return verdict('off', `The Meta app is not subscribed to ${displayName}`, SUBSCRIBE_AGAIN);
  }
  const missingOnAccount =
    needs.anyField && subscribed.length > 0 ? [] : missingFields(needs.fields, subscribed);
  if (missingOnAccount.length > 0) {
    return verdict(
      'partial',
      `The Meta app's subscription to ${displayName} is missing the ${fieldsText(missingOnAccount)}`,
      SUBSCRIBE_AGAIN,
    );
  }
  const missingInApp = app === undefined ? [] : missingFields(needs.app.fields, app.fields);
  if (missingInApp.length > 0) {
    return verdict(
      'partial',
      `${webhook} is missing the ${fieldsText(missingInApp)}`,
      `Add the ${fieldsText(missingInApp)} ${dashboard}.`,
    );
  }
  return { state: 'on', problem: null };
}

const missingFields = (needed: readonly string[], found: readonly string[]): string[] =>
  needed.filter((field) => !found.includes(field));

/** True if two addresses have the same host and path. All loopback names are treated as the same host. */
function isSameAddress(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return one === other;
  const [a, b] = [new URL(one), new URL(other)];
  const host = ({ host, hostname }: URL): string => (isLoopbackHost(hostname) ? 'this machine' : host);
  const path = ({ pathname }: URL): string => pathname.replace(/\/+$/, '');
  return host(a) === host(b) && path(a) === path(b);
}
