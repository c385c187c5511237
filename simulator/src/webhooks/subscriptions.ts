export type WebhookObject = 'page' | 'instagram' | 'user' | 'permissions';
export const WEBHOOK_OBJECTS: readonly WebhookObject[] = ['page', 'instagram', 'user', 'permissions'];

export interface AppSubscription {
  object: WebhookObject;
  callbackUrl: string;
  fields: Set<string>;
  includeValues: boolean;
}

/**
 * Who asked to be told of what. Two levels, and a change is told only where both agree: the app names an address and fields for a
 * kind of object, and is installed on each page or Instagram account.
 */
export class Subscriptions {
  readonly ofApp = new Map<WebhookObject, AppSubscription>();
  /** Fields by page or account. */
  private readonly installed = new Map<string, Set<string>>();

  install(ownerId: string, fields: readonly string[]): void {
    this.installed.set(ownerId, new Set(fields));
  }

  uninstall(ownerId: string): void {
    this.installed.delete(ownerId);
  }

  fieldsOf(ownerId: string): ReadonlySet<string> | null {
    return this.installed.get(ownerId) ?? null;
  }
}
