/**
 * Where Facebook, Instagram and others will be spoken: adapters, connections, webhooks, pollers. So far it owns only the table of connections,
 * so that shows can already refer to one; nothing can be connected yet.
 * Terms: *connection* = a page or account that lets us read its broadcasts.
 */
export { SocialConnectionEntity } from './connections/social-connection.entity';
