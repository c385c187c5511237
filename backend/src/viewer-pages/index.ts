/**
 * Pages of a show that anyone with their link may see: the overlay of a broadcast, and the board for viewers. The
 * module owns the links. It reads shows, items, and winners, and never changes them. Terms: *page* = overlay or
 * board of one show; *link* = its address with a secret token.
 */
export { ViewerPageEntity } from './viewer-page.entity';
export { ViewerPageRequests } from './viewer-page-requests';
export { ViewerPagesModule } from './viewer-pages.module';
