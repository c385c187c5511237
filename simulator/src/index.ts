/**
 * A local platform that speaks the Graph API as Facebook and Instagram do, faults included, for rehearsals
 * and tests. It stores only sign-ins and app installations (`stateFile`), sends nothing outside this machine
 * except the configured webhooks, and imports nothing from the product. Terms: *broadcast* = a page's live
 * video, or an Instagram account's live media; *held* = a comment the platform shows late, with its original
 * time; *switch* = a lasting condition of the platform; *fault* = a failure of individual requests.
 */
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator';
export type { InjectedComment } from './control/broadcasts';
export type { LoggedRequest } from './http/request-log';
export type { SimComment } from './world/shapes';
export { appSecretProof } from './oauth/proof';
export { signedRequest } from './webhooks/signed-request';
