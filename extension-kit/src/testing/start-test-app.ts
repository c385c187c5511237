import type { Claim, ShowEventList, ShowWithItems } from '@sellary/contracts';
import { type Caller, newCaller } from './caller';
import { installedProduct } from './installed-product';
import type { Product, ProductOptions, RunningProduct } from './product';

export interface TestAppOptions extends Omit<ProductOptions, 'databaseUrl'> {
  /** Defaults to the installed product. */
  product?: Product;
}

/** The whole product on its own database, with a signed-in operator. */
export interface TestApp {
  readonly url: string;
  readonly databaseUrl: string;
  readonly operator: Caller;
  /** Creates a show with a rehearsal source and these items, and starts it. */
  show(items: readonly TestItem[], extra?: Record<string, unknown>): Promise<TestShow>;
  /** Queries the server's database, for data that no API returns. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Stops the server and starts it again on the same database. */
  restart(): Promise<void>;
  /** Stops the server and drops the database. */
  close(): Promise<void>;
}

export interface TestItem {
  /** The item number that viewers write. */
  number: string;
  /** Number of units, 1 if left out. */
  units?: number;
}

/** A running show, and its viewers. */
export interface TestShow {
  readonly id: string;
  /**
   * A viewer writes a comment.
   * @returns its outcome, once it is decided: `winner`, `waitlist`, `ignored` …
   */
  comment(viewer: string, text: string): Promise<string>;
  /**
   * The claims on an item (at most 1,000): winners, then the line, then pending claims, then ended claims.
   * @returns `bob winner`, `cat waitlist`, `ann released` …
   */
  claims(number: string): Promise<string[]>;
  /** Releases a viewer's claim on an item, as an operator does. */
  release(viewer: string, number: string): Promise<void>;
  /** The first 200 ledger rows. */
  events(): Promise<ShowEventList['events']>;
}

/**
 * Starts the whole product with extensions, on a real PostgreSQL database. Call `close` at the end of the
 * test.
 * @throws Error if the product is not installed, or if it rejects the extensions
 */
export async function startTestApp({
  product = installedProduct(),
  ...parts
}: TestAppOptions = {}): Promise<TestApp> {
  const databaseUrl = await product.createDatabase();
  const start = (): Promise<RunningProduct> => product.start({ ...parts, databaseUrl });
  let server = await start().catch(async (error: unknown) => {
    await product.dropDatabase(databaseUrl);
    throw error;
  });
  const operator = await newCaller(server.url, () => server.url);
  return {
    get url() {
      return server.url;
    },
    databaseUrl,
    operator,
    show: async (items, extra) => {
      const inputs = items.map(({ number, units = 1 }) => ({ itemNumber: number, totalQuantity: units }));
      return testShow(operator, await operator.activeShow(inputs, extra));
    },
    sql: (text, parameters = []) => product.query(databaseUrl, text, parameters),
    restart: async () => {
      await server.close();
      server = await start();
    },
    close: async () => {
      await server.close();
      await product.dropDatabase(databaseUrl);
    },
  };
}

function testShow(operator: Caller, { id, items }: ShowWithItems): TestShow {
  const read = async (number: string): Promise<Claim[]> => {
    const item = items.find(({ itemNumber }) => itemNumber === number);
    if (item === undefined) throw new Error(`The show has no item ${number}.`);
    const path = `/api/shows/${id}/items/${item.id}/claims`;
    return (await operator.call<{ claims: Claim[] }>('GET', path)).body.claims;
  };
  return {
    id,
    comment: async (viewer, text) => (await operator.say(id, viewer, text)).outcome,
    claims: async (number) => (await read(number)).map(({ buyer, status }) => `${buyer.handle} ${status}`),
    release: async (viewer, number) => {
      const claim = (await read(number)).find(({ buyer }) => buyer.handle === viewer);
      if (claim === undefined) throw new Error(`${viewer} has no claim on item ${number}.`);
      await operator.call('POST', `/api/claims/${claim.id}/release`, {});
    },
    events: async () =>
      (await operator.call<ShowEventList>('GET', `/api/shows/${id}/events?limit=200`)).body.events,
  };
}
