import type { Fault, FaultKind } from '../faults/fault-injection';
import { DEFAULT_FAULT } from '../faults/fault-injection';
import type { Switches } from '../faults/switches';
import type { Json } from '../http/json';
import type { LoggedRequest, RequestLog } from '../http/request-log';
import { INVALIDATIONS, type InvalidationReason, type Token } from '../oauth/tokens';
import type { Platform } from '../platform';
import type { DeliveryState } from '../webhooks/webhook-delivery';
import type { WebhookSettings } from '../webhooks/settings';
import type { WebhookObject } from '../webhooks/subscriptions';
import type { Signer, Webhooks } from '../webhooks/webhooks';
import type { SimPage } from '../world/shapes';
import { ControlError } from './control-error';
import { Crowds } from './crowds';
import { Broadcasts } from './broadcasts';
import { type AppResponse, sendSignedRequest } from './signed-requests';

/**
 * Controls the platform for a test or a user. Everything here is also available over HTTP under `/_sim/` (see
 * `docs/simulator.md`). Methods throw ControlError if an id or a value is invalid.
 */
export class Control {
  readonly broadcasts: Broadcasts;
  readonly crowds: Crowds;

  constructor(
    private readonly platform: Platform,
    private readonly log: RequestLog,
    private readonly hooks: Webhooks,
    seed: number,
  ) {
    this.broadcasts = new Broadcasts(platform.world);
    this.crowds = new Crowds(platform.world, seed);
  }

  /** The simulated time in milliseconds. */
  now(): number {
    return this.platform.clock.now();
  }

  advance(ms: number): number {
    if (ms < 0) throw new ControlError('advanceMs must be 0 or more; set `at` for an earlier time.');
    this.platform.clock.advance(ms);
    return this.now();
  }

  setTime(at: number): number {
    this.platform.clock.set(at);
    return this.now();
  }

  switches(): Readonly<Switches> {
    return { ...this.platform.switches };
  }

  switch(change: Partial<Switches>): Readonly<Switches> {
    Object.assign(this.platform.switches, change);
    return this.switches();
  }

  /** Affects the next `times` matching requests (default: 1; null: all until `clearFaults`). */
  fault(fault: { kind: FaultKind } & Partial<Fault>): void {
    this.platform.faults.add({ ...DEFAULT_FAULT, ...fault });
  }

  faults(): readonly Fault[] {
    return this.platform.faults.list();
  }

  clearFaults(): void {
    this.platform.faults.clear();
  }

  /**
   * Sets how much of its call quota a page, an Instagram account, or the app (`app`) has used, in percent;
   * null goes back to counting its calls. At 100 or more, calls are throttled until there have been none for
   * `regainMinutes` of simulated time.
   */
  setUsage(id: string, percent: number | null, regainMinutes = 5): void {
    const { usage } = this.platform;
    if (percent === null) usage.clearForced(id);
    else usage.force(id, percent, regainMinutes);
  }

  /**
   * Changes a page: `engagedUsers` (the app may make 4800 calls a day for each), `portfolio`, `hasRole`; see
   * SimPage.
   */
  setPage(pageId: string, change: Partial<Pick<SimPage, 'engagedUsers' | 'portfolio' | 'hasRole'>>): void {
    const page = this.platform.world.pages.get(pageId);
    if (page === undefined) throw new ControlError(`There is no page ${pageId}.`, 404);
    Object.assign(page, change);
  }

  /** Fields that the app is subscribed to on a page or an Instagram account; null if it is not installed. */
  installedFields(ownerId: string): string[] | null {
    const fields = this.platform.subscriptions.fieldsOf(ownerId);
    return fields === null ? null : [...fields];
  }

  /** Removes the app from a page or an Instagram account, as its admin can in the settings. */
  uninstall(ownerId: string): void {
    this.platform.subscriptions.uninstall(ownerId);
  }

  /**
   * Invalidates the tokens of a user, page, or Instagram account, or all tokens if `owner` is null.
   * @returns the number of invalidated tokens
   */
  killTokens(owner: string | null, death: InvalidationReason): number {
    if (!Object.hasOwn(INVALIDATIONS, death)) {
      throw new ControlError(`death must be one of ${Object.keys(INVALIDATIONS).join(', ')}.`);
    }
    return this.platform.tokens.invalidate(belongsTo(owner), death);
  }

  expireTokens(owner: string | null): number {
    return this.platform.tokens.expire(belongsTo(owner));
  }

  /** Revokes a permission that a user or Instagram account granted, as they can in their settings. */
  revokePermission(subject: string, permission: string): void {
    if (!this.platform.grants.decline(subject, permission)) {
      throw new ControlError(`${subject} has not allowed ${permission}.`, 404);
    }
  }

  /** Adds a permission to those that a user or Instagram account has already granted. */
  grantPermission(subject: string, permission: string): void {
    if (!this.platform.grants.add(subject, permission)) {
      throw new ControlError(`${subject} has not connected the app.`, 404);
    }
  }

  /**
   * Subscribes the app to webhooks, as its dashboard does. The app must also be installed on a page or
   * account, through `subscribed_apps`.
   */
  subscribe(
    object: WebhookObject,
    callbackUrl: string,
    fields?: readonly string[],
    includeValues?: boolean,
  ): void {
    this.hooks.subscribe(object, callbackUrl, fields, includeValues);
  }

  /** Undoes `subscribe`. */
  unsubscribe(object: WebhookObject): void {
    this.platform.subscriptions.byObject.delete(object);
  }

  /** Changes delivery behavior from now on. Waiting deliveries continue. */
  setWebhooks(change: Partial<WebhookSettings>): Readonly<WebhookSettings> {
    this.hooks.change(change);
    return { ...this.hooks.settings };
  }

  /**
   * Sends one delivery with the given entries, for shapes that the simulated world does not produce.
   * @returns the response status, or 0 if there was no response or there is no subscriber
   */
  deliver(object: WebhookObject, entry: Json, signedBy?: Signer): Promise<number> {
    return this.hooks.deliver(object, entry, signedBy);
  }

  /** Returns the number of waiting and delivered updates, and a list of the latest deliveries. */
  webhooks(): DeliveryState & { settings: Readonly<WebhookSettings> } {
    return { settings: { ...this.hooks.settings }, ...this.hooks.state() };
  }

  /**
   * Notifies the app that a person removed it, as the platform does: the person's tokens become invalid, and
   * the callback gets a signed request.
   */
  deauthorize(url: string, subject: string, tampered = false): Promise<AppResponse> {
    this.platform.grants.remove(subject);
    this.platform.tokens.invalidate((token) => token.subject === subject, 'revoked');
    return sendSignedRequest(this.platform, url, subject, tampered);
  }

  /**
   * Asks the app to delete a person's data.
   * @returns its response, which should name a status page
   */
  requestDeletion(url: string, subject: string, tampered = false): Promise<AppResponse> {
    return sendSignedRequest(this.platform, url, subject, tampered);
  }

  /** Private reply texts by comment id. */
  privateReplies(): ReadonlyMap<string, string> {
    return this.platform.privateReplies;
  }

  /** The last 20,000 requests, without secrets. */
  requests(): readonly LoggedRequest[] {
    return this.log.list();
  }

  clearRequests(): void {
    this.log.clear();
  }

  async close(): Promise<void> {
    await this.crowds.stop();
  }
}

const belongsTo =
  (owner: string | null) =>
  ({ subject, pageId }: Token): boolean =>
    owner === null || subject === owner || pageId === owner;
