import { resolve } from 'node:path';

/**
 * Resolves a path against the folder in which the user called `npm run` or a tool, both of which run this
 * program in the clone's folder.
 */
export const callerPath = (file: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
