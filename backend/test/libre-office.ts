import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

const settings = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item></oor:items>`;

/**
 * Opens a file in LibreOffice with the regional settings of `locale`.
 * @returns the displayed cell contents, as CSV with tabs between cells and quotes around text
 * @param options CSV import options, in the format of `--infilter`
 */
export async function cellsInLibreOffice(
  file: Buffer,
  extension: string,
  locale: string,
  options?: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sellary-office-'));
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings(locale));
    await writeFile(join(folder, `export.${extension}`), file);
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      ...(options === undefined ? [] : [`--infilter=${options}`]),
      // Tab, double quote, UTF-8, from line 1, no column formats, system language, text in quotes, values as
      // displayed.
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true',
      '--outdir',
      join(folder, 'out'),
      join(folder, `export.${extension}`),
    ]);
    return await readFile(join(folder, 'out', 'export.csv'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
