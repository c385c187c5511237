/**
 * A show's pages that anyone with the link may see: the broadcast overlay and the viewers' board. The module
 * owns the links. It reads shows, items, and winners but never changes them. Terms: a *page* is a show's
 * overlay or board. A *link* is the page's address with a secret token.
 */
export { ViewerPageEntity } from './viewer-page.entity';
export { ViewerPageRequests } from './viewer-page-requests';
export { ViewerPagesModule } from './viewer-pages.module';
