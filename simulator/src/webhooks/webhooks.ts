import { asciiJson, type Json } from '../http/json';
import type { App, Platform } from '../platform';
import type { World } from '../world/world';
import { WebhookDelivery, type Destination, type DeliveryState } from './webhook-delivery';
import type { WebhookObject } from './subscriptions';
import { updateOf, type Update } from './updates';
import type { WebhookSettings } from './settings';

/** Fields that the app can subscribe to, by kind of object. */
export const WEBHOOK_FIELDS: Readonly<Record<WebhookObject, readonly string[]>> = {
  page: ['feed', 'live_videos', 'mention', 'messages', 'videos'],
  instagram: ['live_comments', 'comments', 'mentions', 'messages'],
  user: ['name'],
  permissions: ['pages_show_list'],
};

/** The app whose secret signs a delivery. */
export const SIGNERS = ['facebook', 'instagram', 'unknown'] as const;
export type Signer = (typeof SIGNERS)[number];

/** Sends the world's events to the app if it is subscribed to them on both levels. */
export class Webhooks {
  private readonly delivery: WebhookDelivery;
  private readonly stopListening: () => void;

  constructor(
    private readonly platform: Platform,
    readonly settings: WebhookSettings,
  ) {
    const { world, clock, chance } = platform;
    this.delivery = new WebhookDelivery(clock, chance, settings, (update) => this.destinationOf(update));
    this.stopListening = world.listen((event) => {
      const update = updateOf(world, settings, event, platform.switches.usernameOnly);
      if (update !== null && this.destinationOf(update) !== null) this.delivery.enqueue(update);
    });
  }

  /** Subscribes the app as its dashboard does, without the handshake. */
  subscribe(
    object: WebhookObject,
    callbackUrl: string,
    fields: readonly string[] = WEBHOOK_FIELDS[object],
    includeValues = true,
  ): void {
    const { productOrigins, byObject } = this.platform.subscriptions;
    if (URL.canParse(callbackUrl)) productOrigins.add(new URL(callbackUrl).origin);
    byObject.set(object, { object, callbackUrl, fields: new Set(fields), includeValues });
  }

  change(settings: Partial<WebhookSettings>): void {
    Object.assign(this.settings, settings);
    this.delivery.resume();
  }

  /**
   * Sends one delivery made by the caller, for shapes that the world does not produce, such as the samples
   * from the dashboard's test button, other fields, and messages.
   * @returns the response status, or 0 if there was no response or no subscriber
   */
  async deliver(object: WebhookObject, entry: Json, signedBy: Signer = 'facebook'): Promise<number> {
    const { subscriptions, app } = this.platform;
    const callbackUrl = subscriptions.byObject.get(object)?.callbackUrl;
    if (callbackUrl === undefined) return 0;
    const secret = {
      facebook: app.appSecret,
      instagram: app.instagramAppSecret,
      unknown: `${app.appSecret}?`,
    }[signedBy];
    return this.delivery.send(callbackUrl, secret, asciiJson({ object, entry }));
  }

  state(): DeliveryState {
    return this.delivery.state();
  }

  close(): void {
    this.stopListening();
    this.delivery.close();
  }

  private destinationOf(update: Update): Destination | null {
    const { subscriptions, world, app } = this.platform;
    const subscription = subscriptions.byObject.get(update.object);
    if (subscription?.fields.has(update.field) !== true || !this.isInstalled(update)) return null;
    return {
      url: subscription.callbackUrl,
      secret: secretFor(world, app, update),
      includesValues: subscription.includeValues,
    };
  }

  /** An app installed on a page, with any field, also gets the linked Instagram account's updates. */
  private isInstalled({ object, ownerId, field }: Update): boolean {
    const { subscriptions, world } = this.platform;
    if (subscriptions.fieldsOf(ownerId)?.has(field) === true) return true;
    const page = object === 'instagram' ? world.pageOfAccount(ownerId) : null;
    return page !== null && subscriptions.fieldsOf(page.id) !== null;
  }
}

/** Accounts that signed in directly belong to the Instagram app, so its secret signs their updates. */
function secretFor(
  world: World,
  { appSecret, instagramAppSecret }: App,
  { object, ownerId }: Update,
): string {
  return object === 'instagram' && world.accountOf(ownerId)?.login === 'instagram'
    ? instagramAppSecret
    : appSecret;
}
