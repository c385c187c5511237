import type { ConfigSection } from '../kernel';

/** Reads the packages or folders of the extensions to load. */
export const EXTENSIONS_SECTION: ConfigSection<string[]> = {
  read: (env) => env.list('EXTENSIONS', () => true, 'packages or folders'),
};
