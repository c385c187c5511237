/**
 * A local platform that speaks the Graph API as Facebook and Instagram do, faults included, for rehearsals
 * and tests. It stores nothing, sends nothing outside this machine except the configured webhooks, and
 * imports nothing from the product. Terms: *broadcast* = a live video of a page, or live media of an
 * Instagram account; *held* = a comment the platform shows late, with its old time; *switch* = a standing
 * condition of the platform; *fault* = a failure of single requests.
 */
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator';
export { Control } from './control/control';
export { ControlError } from './control/control-error';
export type { InjectedComment, NewBroadcast } from './control/broadcasts';
export type { CrowdState } from './control/crowds';
export type { CrowdOptions, Manners } from './audience/crowd';
export type { TimeSource } from './clock/sim-clock';
export type { Fault, FaultKind } from './faults/fault-injection';
export type { Switches } from './faults/switches';
export type { LoggedRequest } from './http/request-log';
export type { Death } from './oauth/tokens';
export type { Broadcast, LiveStatus, SimComment } from './world/shapes';
export type { WebhookSettings } from './webhooks/settings';
export type { DeliveryRecord, DeliveryState } from './webhooks/webhook-delivery';
export type { SentRequest } from './control/signed-requests';
export { appSecretProof } from './oauth/proof';
export { signatures } from './webhooks/signatures';
export { signedRequest } from './webhooks/signed-request';
