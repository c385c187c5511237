import type { ConfigSection } from './kernel';
import { META_SECTION } from './platforms';

/** Settings of the modules, read and checked with those of the kernel. */
export const CONFIG_SECTIONS: ConfigSection<unknown>[] = [META_SECTION];
