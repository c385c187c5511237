import type { Buyer } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { ERASED_NAME, erasedUserId } from '../erasure/redaction';
import { type Columns, columnDifferences, differingColumns } from './column-differences';
import { isRecordedElsewhere, readBuyerRows, type RecordedBuyer, type RecordedComment } from './records';

const PAGE_SIZE = 500;
/** Two processes' clocks, and the timestamps of concurrent transactions, differ by less than this. */
const MAX_TIME_DIFFERENCE_MS = 60_000;

/**
 * Buyers, as the ledger rows name them. Viewers rename themselves, and all shows in a workspace share its
 * buyers, so a buyer's name is compared only in a replay of the last show that recorded the buyer.
 */
export class ReplayedBuyers {
  /** Latest names of the buyers to compare at the end. */
  private readonly names = new Map<string, { columns: Columns; at: Date }>();

  /** The show's workspace, to which all of its buyers belong. */
  workspaceId = '';

  /** Remembers the buyer for the comparison at the end, unless it equals the buyer stored with `comment`. */
  remember(at: Date, buyer: Buyer, comment?: RecordedComment): void {
    if (comment !== undefined && this.isAsStored(buyer, comment)) this.names.delete(buyer.id);
    else this.names.set(buyer.id, { columns: this.columnsOf(buyer), at });
  }

  erase(at: Date, buyerId: string): void {
    const columns = {
      handle: ERASED_NAME,
      display_name: ERASED_NAME,
      platform_user_id: erasedUserId(buyerId),
    };
    this.names.set(buyerId, { columns, at });
  }

  /** @returns the differences from the stored buyers, as text */
  async compare(reader: Reader, showId: string): Promise<string[]> {
    const differences: string[] = [];
    const ids = [...this.names.keys()];
    for (let from = 0; from < ids.length; from += PAGE_SIZE) {
      for (const row of await readBuyerRows(reader, ids.slice(from, from + PAGE_SIZE))) {
        const latest = this.names.get(row.id);
        if (latest === undefined || cannotCompareErased(row, latest.columns)) continue;
        const isRenamedElsewhere =
          differingColumns(row, latest.columns).some((column) => NAMES.has(column)) &&
          (await isNamedLater(reader, showId, row, latest.at));
        const expected = isRenamedElsewhere ? withoutNames(latest.columns) : latest.columns;
        differences.push(...columnDifferences('buyers', row.id, row, expected));
      }
    }
    return differences;
  }

  private columnsOf({ platform, platformUserId, handle, displayName, hidden }: Buyer): Columns {
    return {
      workspace_id: this.workspaceId,
      platform,
      hidden,
      platform_user_id: platformUserId,
      handle,
      display_name: displayName,
    };
  }

  private isAsStored(buyer: Buyer, comment: RecordedComment): boolean {
    return (
      buyer.id === comment.buyer_id &&
      buyer.platform === comment.buyer_platform &&
      buyer.platformUserId === comment.buyer_platform_user_id &&
      buyer.handle === comment.buyer_handle &&
      buyer.displayName === comment.buyer_display_name &&
      buyer.hidden === comment.buyer_hidden &&
      this.workspaceId === comment.buyer_workspace_id
    );
  }
}

/** Columns that another show may change. */
const NAMES: ReadonlySet<string> = new Set(['platform_user_id', 'handle', 'display_name']);

const withoutNames = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([column]) => !NAMES.has(column)));

/** True if another show has recorded the buyer since then, or at nearly the same time. */
async function isNamedLater(reader: Reader, showId: string, row: RecordedBuyer, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - MAX_TIME_DIFFERENCE_MS);
  return row.updated_at > at || (await isRecordedElsewhere(reader, showId, row, since));
}

/**
 * Until an erasure is finished, a marker is stored in place of the id. The hidden buyers of an erased
 * viewer's comments keep their rows, which do not contain a name.
 */
const cannotCompareErased = ({ id, platform_user_id, hidden }: RecordedBuyer, columns: Columns): boolean =>
  (platform_user_id.startsWith('erasing:') && platform_user_id.endsWith(id)) ||
  (hidden && columns['platform_user_id'] === erasedUserId(id));
