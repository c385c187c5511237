import type { ConfigSection } from './kernel';
import { META_SECTION } from './platforms';
import { PHOTOS_SECTION } from './shows';

/** Settings of the modules, read and checked with those of the kernel. */
export const CONFIG_SECTIONS: ConfigSection<unknown>[] = [META_SECTION, PHOTOS_SECTION];
