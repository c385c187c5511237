import { StreamableFile } from '@nestjs/common';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { streamLongLists, jsonPieces } from './json-pieces';

const fails = (): never => {
  throw new Error('No text.');
};
const numbers = (count: number): { n: number }[] => Array.from({ length: count }, (_, n) => ({ n }));

/** Returns only a weak reference to the data, so that the caller does not keep it in memory. */
function longResponse(): { response: StreamableFile; data: WeakRef<object> } {
  const data = { claims: numbers(1_000) };
  return { response: streamLongLists(data) as StreamableFile, data: new WeakRef(data) };
}

describe('Responses in pieces', () => {
  it.each([
    [{}],
    [{ show: { name: 'A "quoted" name', at: null }, items: [], lastSeq: 7 }],
    [{ before: undefined, items: numbers(50), claims: numbers(51), after: true }],
    [{ claims: numbers(1_000) }],
  ])('The pieces together form the same text as the whole response.', async (data) => {
    let whole = '';
    for await (const piece of jsonPieces(data)) whole += piece;
    expect(whole).toBe(JSON.stringify(data));
  });

  it('Only a response with a long list is split.', async () => {
    const short = { claims: numbers(50) };
    expect(streamLongLists(short)).toBe(short);
    const long = streamLongLists({ claims: numbers(51) });
    expect(long).toBeInstanceOf(StreamableFile);
    expect(JSON.parse(await text((long as StreamableFile).getStream()))).toEqual({ claims: numbers(51) });
  });

  it('A sent response no longer keeps its data in memory.', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const { response, data } = longResponse();
    await text(response.getStream());
    await new Promise(setImmediate);
    collectGarbage();
    expect(data.deref()).toBeUndefined();
    expect(response.getStream().readableEnded).toBe(true);
  });

  it('A failure while the pieces are being written ends the stream with that error.', async () => {
    const broken = { claims: [...numbers(51), { toJSON: fails }] };
    await expect(text((streamLongLists(broken) as StreamableFile).getStream())).rejects.toThrow('No text.');
  });

  it('The process does other work between two pieces.', async () => {
    let rounds = 0;
    const count = (): void => {
      rounds += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    let pieces = 0;
    for await (const piece of jsonPieces({ claims: numbers(2_000) })) pieces += piece.length > 0 ? 1 : 0;
    clearImmediate(counting);
    expect(pieces).toBeGreaterThan(10);
    expect(rounds).toBeGreaterThanOrEqual(10);
  });
});
