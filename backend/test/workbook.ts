import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;

/**
 * Reads one file from a ZIP archive, such as an Excel workbook, by looking it up in the archive's directory.
 * @throws if no file has that name
 */
export function readZipEntry(archive: Buffer, name: string): string {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  let at = archive.readUInt32LE(end + 16);
  for (let partsLeft = archive.readUInt16LE(end + 10); partsLeft > 0; partsLeft -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    ) as [number, number, number];
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const method = archive.readUInt16LE(at + 10);
      const header = archive.readUInt32LE(at + 42);
      const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      const content = archive.subarray(start, start + archive.readUInt32LE(at + 20));
      return (method === 0 ? content : inflateRawSync(content)).toString('utf8');
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`The archive has no ${name}`);
}

export interface WorkbookCell {
  /** A number, or the text of an inline string. */
  value: string | number;
  /** The cell's number format. */
  format: string;
}

const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  );

function cellValueFrom(content: string): string | number {
  const text = /<t[^>]*>(.*?)<\/t>/s.exec(content)?.[1];
  return text === undefined ? Number(/<v>(.*?)<\/v>/.exec(content)?.[1]) : unescapeXml(text);
}

/** The cells of a workbook's first sheet, row by row. An empty cell is null. */
export function readWorkbook(archive: Buffer): (WorkbookCell | null)[][] {
  const styles = readZipEntry(archive, 'xl/styles.xml');
  const formatCodes = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id = '', code = '']) => [
      id,
      code,
    ]),
  );
  const formats = [
    ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
  ].map(([, id = '']) => formatCodes.get(id) ?? id);
  return [...readZipEntry(archive, 'xl/worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs)].map(([row]) => {
    const cells: (WorkbookCell | null)[] = [];
    for (const [, column = 'A', attributes = '', content] of row.matchAll(
      /<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      while (cells.length < column.charCodeAt(0) - 65) cells.push(null);
      const format = formats[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? '';
      cells.push(content === undefined ? null : { value: cellValueFrom(content), format });
    }
    return cells;
  });
}
