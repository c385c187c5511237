export type WebhookObject = 'page' | 'instagram' | 'user' | 'permissions';
export const WEBHOOK_OBJECTS: readonly WebhookObject[] = ['page', 'instagram', 'user', 'permissions'];

export interface AppSubscription {
  object: WebhookObject;
  callbackUrl: string;
  fields: Set<string>;
  includeValues: boolean;
}

/**
 * Subscriptions on two levels. A change is delivered only if both match: the app has specified an address and
 * fields for this kind of object, and is installed on this page or Instagram account.
 */
export class Subscriptions {
  readonly byObject = new Map<WebhookObject, AppSubscription>();
  /** Origins of the callbacks set in the dashboard. The control API sends signed requests only to these. */
  readonly productOrigins = new Set<string>();
  /** Fields by page or account. */
  private readonly installed = new Map<string, Set<string>>();
  /** Number of installation changes so far. */
  revision = 0;

  install(ownerId: string, fields: readonly string[]): void {
    this.revision += 1;
    this.installed.set(ownerId, new Set(fields));
  }

  uninstall(ownerId: string): void {
    this.revision += 1;
    this.installed.delete(ownerId);
  }

  installations(): readonly (readonly [ownerId: string, fields: readonly string[]])[] {
    return [...this.installed].map(([ownerId, fields]) => [ownerId, [...fields]]);
  }

  fieldsOf(ownerId: string): ReadonlySet<string> | null {
    return this.installed.get(ownerId) ?? null;
  }
}
