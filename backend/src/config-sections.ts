import { AUTH_SECTION } from './auth';
import { RETENTION_SECTION } from './claim-engine';
import { EXTENSIONS_SECTION } from './extensions';
import type { ConfigSection } from './kernel';
import { META_SECTION, TOKENS_SECTION } from './platforms';
import { PHOTOS_SECTION } from './shows';

/** Module settings, read and checked together with the kernel's settings. */
export const CONFIG_SECTIONS: ConfigSection<unknown>[] = [
  AUTH_SECTION,
  TOKENS_SECTION,
  RETENTION_SECTION,
  EXTENSIONS_SECTION,
  META_SECTION,
  PHOTOS_SECTION,
];
