import Papa from 'papaparse';

const END_OF_DIRECTORY_SIGNATURE = 0x06054b50;
const METHOD_STORED = 0;
/** Maximum uncompressed size of one part, which is far more than an item list needs. */
const MAX_PART_BYTES = 50_000_000;

/** True for a ZIP archive, such as an Excel workbook. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * Reads the first sheet of an Excel workbook as tab-separated text. A decimal number begins with `=`, so that
 * it is never mistaken for a typed number with thousands separators.
 * @throws if the bytes are not a workbook
 */
export async function readWorkbookText(bytes: Uint8Array): Promise<string> {
  const archive = new Archive(bytes);
  const [sheetPath, texts] = await Promise.all([firstSheetPath(archive), sharedStrings(archive)]);
  const rows: string[][] = [];
  for (const row of elementsNamed(await archive.xml(sheetPath), 'row')) {
    const cells: string[] = [];
    for (const cell of elementsNamed(row, 'c')) {
      cells[columnOf(cell.getAttribute('r') ?? '') ?? cells.length] = cellText(cell, texts);
    }
    rows.push(Array.from(cells, (text) => text ?? ''));
  }
  return Papa.unparse(rows, { delimiter: '\t', newline: '\n' });
}

async function firstSheetPath(archive: Archive): Promise<string> {
  const [sheet] = elementsNamed(await archive.xml('xl/workbook.xml'), 'sheet');
  // The `r:id` attribute, whatever its namespace prefix is.
  const id = [...(sheet?.attributes ?? [])].find(
    ({ localName, prefix }) => localName === 'id' && prefix,
  )?.value;
  const relations = elementsNamed(await archive.xml('xl/_rels/workbook.xml.rels'), 'Relationship');
  const target = relations.find((relation) => relation.getAttribute('Id') === id)?.getAttribute('Target');
  if (target == null) throw new Error('The workbook has no sheet');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function sharedStrings(archive: Archive): Promise<string[]> {
  const path = 'xl/sharedStrings.xml';
  return archive.has(path) ? elementsNamed(await archive.xml(path), 'si').map(plainText) : [];
}

const elementsNamed = (parent: Document | Element, name: string): Element[] => [
  ...parent.getElementsByTagNameNS('*', name),
];

/** An element's text, without the phonetic hints in Japanese text. */
const plainText = (parent: Element): string =>
  elementsNamed(parent, 't')
    .filter((text) => text.parentElement?.localName !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
    .join('');

/** Returns 2 for "C7", because columns are counted from 0. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: Element, texts: readonly string[]): string {
  const value = elementsNamed(cell, 'v')[0]?.textContent ?? '';
  switch (cell.getAttribute('t')) {
    case 's':
      return texts[Number(value)] ?? '';
    case 'inlineStr':
      return plainText(cell);
    case 'str':
    case 'b':
      return value;
    case 'e':
      return '';
    default:
      return numberText(value);
  }
}

function numberText(value: string): string {
  // Excel may store 14.9 as 14.899999999999999, although it shows only 15 digits.
  const text = value === '' ? '' : String(Number(Number(value).toPrecision(15)));
  return /^\d+\.\d+$/.test(text) ? `=${text}` : text;
}

/** The files (parts) in a ZIP archive, found through its directory. */
class Archive {
  private readonly parts = new Map<string, { start: number; length: number; method: number }>();
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (this.view.getUint32(end, true) !== END_OF_DIRECTORY_SIGNATURE) end--;
    let offset = this.view.getUint32(end + 16, true);
    for (let remaining = this.uint16(end + 10); remaining > 0; remaining--) {
      const pathEnd = offset + 46 + this.uint16(offset + 28);
      const path = new TextDecoder().decode(bytes.subarray(offset + 46, pathEnd));
      this.parts.set(path, {
        start: this.view.getUint32(offset + 42, true),
        length: this.view.getUint32(offset + 20, true),
        method: this.uint16(offset + 10),
      });
      offset = pathEnd + this.uint16(offset + 30) + this.uint16(offset + 32);
    }
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  async xml(path: string): Promise<Document> {
    const part = this.parts.get(path);
    if (part === undefined) throw new Error(`The workbook has no ${path}`);
    const dataStart = part.start + 30 + this.uint16(part.start + 26) + this.uint16(part.start + 28);
    const data = this.bytes.subarray(dataStart, dataStart + part.length);
    const text = new TextDecoder().decode(part.method === METHOD_STORED ? data : await inflate(data));
    return new DOMParser().parseFromString(text, 'application/xml');
  }

  private uint16(offset: number): number {
    return this.view.getUint16(offset, true);
  }
}

/** @throws if the part is damaged, or larger than `MAX_PART_BYTES` */
async function inflate(compressed: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // Reading fails for the same reason, and reports it.
  writer
    .write(new Uint8Array(compressed))
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_PART_BYTES) {
      await reader.cancel();
      throw new Error('The workbook is too large');
    }
    chunks.push(value);
  }
  const result = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    result.set(chunk, offset);
    offset += chunk.length;
  }
  return result;
}
