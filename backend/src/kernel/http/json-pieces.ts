import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { nextTurn } from '../background/turns';

/** Writing this many of the longest comments as JSON takes about 2 ms, which other callers do not notice. */
const ELEMENTS_AT_ONCE = 50;

/**
 * Turns a response with long lists into a stream that writes them a few elements at a time. Writing the whole
 * text in one go would block the process and all other callers. Other responses are returned unchanged.
 */
export function streamLongLists(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !Object.values(data).some(isLong)) return data;
  return new StreamableFile(new Pieces(jsonPieces(data)), { type: 'application/json; charset=utf-8' });
}

/**
 * Stream that drops its generator at the end. A finished response stays referenced until the next one on its
 * connection, and a finished generator keeps its arguments, so hundreds of idle connections would each keep a
 * whole show in memory.
 */
class Pieces extends Readable {
  constructor(private pieces: AsyncGenerator<string> | null) {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    this.pieces?.next().then(
      ({ done, value }) => this.push(done === true ? null : value),
      (error: Error) => this.destroy(error),
    );
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.pieces = null;
    done(error);
  }
}

const isLong = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.length > ELEMENTS_AT_ONCE;

/** Yields the same text as `JSON.stringify(data)`, in pieces. */
export async function* jsonPieces(data: object): AsyncGenerator<string> {
  let prefix = '{';
  for (const [name, value] of Object.entries(data) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${prefix}${JSON.stringify(name)}:`;
    if (isLong(value)) yield* listPieces(value);
    else yield JSON.stringify(value);
    prefix = ',';
  }
  yield prefix === '{' ? '{}' : '}';
}

async function* listPieces(list: unknown[]): AsyncGenerator<string> {
  for (let start = 0; start < list.length; start += ELEMENTS_AT_ONCE) {
    const piece = JSON.stringify(list.slice(start, start + ELEMENTS_AT_ONCE)).slice(1, -1);
    yield `${start === 0 ? '[' : ','}${piece}`;
    await nextTurn();
  }
  yield ']';
}
