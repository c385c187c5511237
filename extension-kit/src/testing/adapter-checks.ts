import type { Comment, CommentList, ShowEventList, ShowWithItems, SourceInput } from '@sellary/contracts';
import type { PlatformErrorKind } from '../platforms';
import { type Answer, call, type Caller, newCaller } from './caller';
import { ConformanceError } from './conformance-error';
import { eventually } from './eventually';
import { expectEqual } from './expect-equal';
import { installedProduct } from './installed-product';
import type { Product, ProductOptions, RunningProduct } from './product';
import { messageOf } from '../domain/message-of';

/** A platform under test: its adapter in the product, and functions that simulate its viewers. */
export interface AdapterRig {
  /** The product's environment, adapters, and extensions. */
  options: Omit<ProductOptions, 'databaseUrl'>;
  /**
   * Connects the account, if the platform needs one. `url`: the product's address; `owner`: a workspace
   * admin.
   * @returns the running broadcast
   */
  source(url: string, owner: Caller): Promise<SourceInput>;
  /**
   * A viewer writes a comment.
   * @returns its id
   */
  say(author: string, text: string): string;
  /** The platform reports times only to the second. */
  hasWholeSeconds?: true;
  /** Makes the platform return comments that it has already returned. */
  repeat?(): void;
  /** Makes every call fail, and resolves when the first one has failed. With null, calls succeed again. */
  fail?(kind: PlatformErrorKind | null): Promise<void>;
  /** Failure kinds that the platform can produce; all of them if left out. */
  kinds?: readonly PlatformErrorKind[];
  /** Makes the platform return nonsensical rows. */
  sendGarbage?(): void;
  /** Makes the platform always promise a next page, although there is none. */
  pageEndlessly?(): void;
  /**
   * A viewer whose name the platform hides writes a comment.
   * @returns its id
   */
  sayHidden?(text: string): string;
  /** A viewer or the platform deletes a comment. */
  remove?(commentId: string): void;
  /** A viewer edits a comment. */
  edit?(commentId: string, text: string): void;
  close(): Promise<void>;
}

export interface AdapterCheckOptions {
  /** The product to test with; the installed product if left out. */
  product?: Product;
}

/** One check, for a test runner: `it(title, run)`. */
export interface AdapterCheck {
  title: string;
  run: () => Promise<void>;
}

/** Failures after which the product automatically calls the platform again within seconds. */
const TEMPORARY_FAILURES: PlatformErrorKind[] = [
  'transient',
  'too-large',
  'throttled',
  'not-found',
  'rejected',
];
/** Failures that a user must resolve, each with the code that the show's ledger records. */
const USER_FAILURES: [PlatformErrorKind, string][] = [
  ['permission', 'PERMISSION_MISSING'],
  ['held-back', 'PLATFORM_ERROR'],
  ['misconfigured', 'PLATFORM_ERROR'],
  ['reconnect', 'CONNECTION_EXPIRED'],
  ['revoked', 'CONNECTION_EXPIRED'],
];

/**
 * Checks an adapter through the real poller, engine, and database: no comment is lost or counted twice.
 * `make` starts a new platform for each check. Takes about a minute.
 * @returns the titles of the checks that could not run, because the platform under test lacks what they need
 * @throws ConformanceError
 */
export async function checkAdapter(
  make: () => Promise<AdapterRig>,
  options: AdapterCheckOptions = {},
): Promise<{ skipped: string[] }> {
  const problems: string[] = [];
  const skipped: string[] = [];
  for (const { title, run } of checksOf(make, options, (title) => skipped.push(title))) {
    await run().catch((error: unknown) => {
      problems.push(`${title} ${messageOf(error)}`);
    });
  }
  if (problems.length > 0) throw new ConformanceError('The adapter', problems);
  return { skipped };
}

/**
 * The checks of `checkAdapter` as a list, for a runner that reports each one. A check that cannot run passes.
 */
export const adapterChecks = (
  make: () => Promise<AdapterRig>,
  options: AdapterCheckOptions = {},
): AdapterCheck[] => checksOf(make, options, () => undefined);

function checksOf(
  make: () => Promise<AdapterRig>,
  { product = installedProduct() }: AdapterCheckOptions,
  onSkip: (title: string) => void,
): AdapterCheck[] {
  const check = (title: string, work: (test: AdapterTest) => Promise<boolean | void>): AdapterCheck => ({
    title,
    run: async () => {
      const test = await AdapterTest.start(await make(), product);
      try {
        if ((await work(test)) === false) onSkip(title);
      } finally {
        await test.close();
      }
    },
  });
  return [
    check('The unit goes to the comment written first.', async (test) => {
      const ids = ['ann', 'bob', 'cat'].map((author) => test.rig.say(author, 'sold 101'));
      const foundOutcomes = outcomes(await test.waitFor(ids), ids);
      // With whole seconds, the order of the three is unknown, so any of them may win.
      const inOrder = test.rig.hasWholeSeconds === true ? [...foundOutcomes].sort().reverse() : foundOutcomes;
      expectEqual(inOrder, ['winner', 'waitlist', 'waitlist']);
    }),
    check('A comment that the platform returns twice is counted once.', async (test) => {
      const first = test.rig.say('ann', 'sold 101');
      await test.waitFor([first]);
      test.rig.repeat?.();
      const second = test.rig.say('bob', 'sold 101');
      expectEqual(outcomes(await test.waitFor([first, second]), [first, second]), ['winner', 'waitlist']);
      return test.rig.repeat !== undefined;
    }),
    check('After a server restart, reading continues and no comment is missed.', async (test) => {
      const before = test.rig.say('ann', 'sold 101');
      await test.waitFor([before]);
      await test.stop();
      const meanwhile = ['bob', 'cat'].map((author) => test.rig.say(author, 'sold 101'));
      await test.start();
      const ids = [before, ...meanwhile, test.rig.say('dan', 'sold 101')];
      expectEqual(outcomes(await test.waitFor(ids), ids), ['winner', 'waitlist', 'waitlist', 'waitlist']);
    }),
    check('Nonsensical rows do not delay comments.', async (test) => {
      test.rig.sendGarbage?.();
      const id = test.rig.say('ann', 'sold 101');
      expectEqual(outcomes(await test.waitFor([id]), [id]), ['winner']);
      return test.rig.sendGarbage !== undefined;
    }),
    check('Endless paging does not delay comments.', async (test) => {
      if (test.rig.pageEndlessly === undefined) return false;
      test.rig.pageEndlessly();
      const first = test.rig.say('ann', 'sold 101');
      await test.waitFor([first]);
      const second = test.rig.say('bob', 'sold 101');
      expectEqual(outcomes(await test.waitFor([first, second]), [first, second]), ['winner', 'waitlist']);
      return true;
    }),
    check('Two hidden viewers are different buyers.', async (test) => {
      if (test.rig.sayHidden === undefined) return false;
      const ids = [test.rig.sayHidden('sold 101'), test.rig.sayHidden('sold 101')];
      const buyers = new Set((await test.waitFor(ids)).map(({ buyer }) => buyer.id));
      expectEqual(buyers.size, 2);
      return true;
    }),
    check('A deletion on the platform is recorded, and the comment is kept.', async (test) => {
      if (test.rig.remove === undefined) return false;
      const id = test.rig.say('ann', 'sold 101');
      await test.waitFor([id]);
      test.rig.remove(id);
      await test.until(([comment]) => comment?.deletedAt !== undefined, 'the deletion');
      return true;
    }),
    check('An edit on the platform is recorded, and the decision does not change.', async (test) => {
      if (test.rig.edit === undefined) return false;
      const id = test.rig.say('ann', 'sold 101');
      await test.waitFor([id]);
      test.rig.edit(id, 'just looking');
      await test.until(([comment]) => comment?.editedText === 'just looking', 'the edit');
      expectEqual(outcomes(await test.storedComments(), [id]), ['winner']);
      return true;
    }),
    check('Every comment is read after temporary failures.', async (test) => {
      const { rig } = test;
      if (rig.fail === undefined) return false;
      const ids: string[] = [];
      for (const kind of TEMPORARY_FAILURES.filter((failure) => canFail(rig, failure))) {
        await rig.fail(kind);
        ids.push(rig.say(`during ${kind}`, 'sold 101'));
        await rig.fail(null);
        await test.waitFor(ids);
      }
      return true;
    }),
    ...USER_FAILURES.map(([kind, code]) =>
      check(`A "${kind}" failure is reported as ${code}.`, async (test) => {
        if (test.rig.fail === undefined || !canFail(test.rig, kind)) return false;
        await test.rig.fail(kind);
        await eventually(
          () => test.problemCodes(),
          (codes) => codes.includes(code),
        );
        return true;
      }),
    ),
  ];
}

/** A server with a running show on the platform under test. */
class AdapterTest {
  private constructor(
    readonly rig: AdapterRig,
    private readonly product: Product,
    private readonly databaseUrl: string,
    private server: RunningProduct,
    private readonly owner: Caller,
    private readonly show: ShowWithItems,
  ) {}

  static async start(rig: AdapterRig, product: Product): Promise<AdapterTest> {
    const databaseUrl = await product.createDatabase();
    const server = await product.start({ ...rig.options, databaseUrl });
    const owner = await newCaller(server.url);
    await owner.call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, {
      settings: { pollIntervalSeconds: 2 },
    });
    const sources = [await rig.source(server.url, owner)];
    const show = await owner.activeShow([{ itemNumber: '101', totalQuantity: 1 }], { sources });
    return new AdapterTest(rig, product, databaseUrl, server, owner, show);
  }

  async start(): Promise<void> {
    this.server = await this.product.start({ ...this.rig.options, databaseUrl: this.databaseUrl });
  }

  stop(): Promise<void> {
    return this.server.close();
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.product.dropDatabase(this.databaseUrl);
    await this.rig.close();
  }

  async storedComments(): Promise<Comment[]> {
    return (await this.get<CommentList>(`/api/shows/${this.show.id}/comments?limit=200`)).body.comments;
  }

  until(check: (comments: Comment[]) => boolean, what: string): Promise<Comment[]> {
    return eventually(() => this.storedComments(), check).catch((error: unknown) => {
      throw new Error(`Did not see ${what}. ${messageOf(error)}`);
    });
  }

  /** Waits until exactly these comments are stored, once each. */
  async waitFor(ids: readonly string[]): Promise<Comment[]> {
    const stored = await this.until(
      (comments) => ids.every((id) => comments.some(({ commentId }) => commentId === id)),
      `the comments ${ids.join(', ')}`,
    );
    expectEqual(stored.map(({ commentId }) => commentId).sort(), [...ids].sort());
    return stored;
  }

  async problemCodes(): Promise<string[]> {
    return (await this.get<ShowEventList>(`/api/shows/${this.show.id}/events?limit=200`)).body.events.flatMap(
      (event) => (event.type === 'error' ? [event.data.code] : []),
    );
  }

  private get<T>(path: string): Promise<Answer<T>> {
    return call<T>(this.server.url, this.owner.session.accessToken, 'GET', path);
  }
}

const canFail = ({ kinds }: AdapterRig, kind: PlatformErrorKind): boolean => kinds?.includes(kind) ?? true;

const outcomes = (comments: readonly Comment[], ids: readonly string[]): unknown[] =>
  ids.map((id) => comments.find(({ commentId }) => commentId === id)?.outcome);
