/**
 * Stores shows with their rules, broadcasts, and items, and a workspace's defaults. Its show transactions
 * (`ShowTransactions`) give each show one queue, one lock, and one ledger. It does not decide claims. Terms:
 * *show* = one live sale; *source* = one bound broadcast of a show; *span* = a period `[start, end)` in which
 * a show was live; *batch* = the comments, or the act, of one show transaction.
 */
export { ShowsModule } from './shows.module';
export { Shows } from './shows';
export { Workspaces } from './workspace-settings/workspaces';
export { type CatalogEntries, RuleCatalog, type TagReader } from './rules/rule-catalog';
export { PolicyChanges } from './rules/policy-changes';
export { rulesOf } from './rules/show-rules';
export { areWords } from './rules/show-rules.dto';
export { BroadcastLinks } from './broadcast-links';
export { KnownPlatforms } from './known-platforms';
export { insertDraft } from './draft-row';
export { hasUnsoldUnits, copyInputFrom, readStock, type StockItem } from './show-stock';
export { ShowTemplateEntity } from './templates/show-template.entity';
export { TemplatePhotoEntity } from './templates/template-photo.entity';
export { readTemplate } from './templates/template-rows';
export { ShowAccess } from './show-access';
export { checkLedgers } from './ledger-checks';
export { ledgerPeriodAt } from './ledger-period';
export { LockedShow } from './locked-show';
export { type Lane, ShowQueue } from './show-queue';
export { lockShow, ShowTransactions } from './show-transactions';
export {
  deleteShow,
  readLastSeqs,
  readShow,
  requireShowRow,
  readShowRow,
  type ShowRow,
  sourcesOf,
  statsOf,
  toShow,
  withoutRepeatedRules,
} from './show-row';
export { readOffers, type ShowOffer } from './show-offers';
export { type ActiveSpan, ShowEntity } from './show.entity';
export { ItemPhotoEntity } from './photos/item-photo.entity';
export { ItemPhotos } from './photos/item-photos';
export { PhotoRequests } from './photos/photo-requests';
export { PHOTOS_SECTION } from './photos/photos.config';
export { ShowItemEntity, type VariantCounts } from './show-item.entity';
export { ShowSourceEntity } from './show-source.entity';
export { Sources, SourceDto } from './shows.dto';
export { type BroadcastIds, bindSources, unbindSources, replaceSources, storeCanonicalIds } from './sources';
export { mergeSources } from './source-changes';
export { STATUS_TEXTS } from './status-texts';
