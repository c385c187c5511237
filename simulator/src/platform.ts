import type { Chance } from './audience/plain-crowd';
import type { SimClock } from './clock/sim-clock';
import type { FaultInjection } from './faults/fault-injection';
import type { Switches } from './faults/switches';
import type { Usage } from './faults/usage';
import type { Codes } from './oauth/codes';
import type { Grants } from './oauth/grants';
import type { Tokens } from './oauth/tokens';
import type { Subscriptions } from './webhooks/subscriptions';
import type { Broadcast } from './world/shapes';
import type { World } from './world/world';

export interface App {
  appId: string;
  appSecret: string;
  name: string;
  /** The separate Instagram app, where Instagram accounts sign in directly. */
  instagramAppId: string;
  instagramAppSecret: string;
  /** null if any http(s) address is allowed. */
  redirectUris: readonly string[] | null;
}

/** The platform's shared state, which every request handler receives. */
export interface Platform {
  readonly app: App;
  readonly clock: SimClock;
  /** Separate from the crowd's random generator, because faults must not change the crowd's comments. */
  readonly chance: Chance;
  readonly world: World;
  readonly tokens: Tokens;
  readonly codes: Codes;
  readonly grants: Grants;
  readonly switches: Switches;
  readonly faults: FaultInjection;
  readonly usage: Usage;
  readonly subscriptions: Subscriptions;
  /** Texts by the id of the comment they reply to. The platform allows one reply per comment. */
  readonly privateReplies: Map<string, string>;
  /** Private reply times in ms, by the page or account that owns the broadcast. */
  readonly privateReplyTimes: Map<string, number[]>;
  /** Called whenever a client reads a broadcast. */
  readonly recordRead: (broadcast: Broadcast) => void;
}
