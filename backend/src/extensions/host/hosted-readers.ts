import { Injectable } from '@nestjs/common';
import { BuyerReader, type Page, type PageRequest, ShowReader } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { BuyerReads, ClaimReads } from '../../claim-engine';
import { ApiError, isUuid, poolReader } from '../../kernel';
import { ShowReports } from '../../reports';
import { Shows } from '../../shows';

const MAX_LIMIT = 200;
const EMPTY: Page<never> = { rows: [], nextCursor: null };

/** @throws ApiError VALIDATION_FAILED */
function withValidLimit<Request extends PageRequest>(request: Request | undefined): Request {
  const { limit } = request ?? {};
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT)) {
    throw ApiError.invalid('limit', `limit must be a whole number from 1 to ${MAX_LIMIT}`);
  }
  return request ?? ({} as Request);
}

/** @returns null if the work throws NOT_FOUND, or the id is not a UUID */
async function orNull<T>(id: string, work: () => Promise<T>): Promise<T | null> {
  if (!isUuid(id)) return null;
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

@Injectable()
export class HostedShowReader extends ShowReader {
  constructor(
    private readonly shows: Shows,
    private readonly reports: ShowReports,
    private readonly reads: ClaimReads,
    private readonly dataSource: DataSource,
  ) {
    super();
  }

  override list: ShowReader['list'] = async (workspaceId, request) => {
    const { shows, nextCursor } = await this.shows.list(workspaceId, withValidLimit(request));
    return { rows: shows, nextCursor };
  };

  override get: ShowReader['get'] = (workspaceId, showId) =>
    orNull(showId, () => this.reports.show(workspaceId, showId));

  override claim: ShowReader['claim'] = (workspaceId, claimId) =>
    orNull(claimId, () => this.reads.claim(poolReader(this.dataSource), workspaceId, claimId));

  override claims: ShowReader['claims'] = async (workspaceId, showId, request) => {
    const pageRequest = withValidLimit(request);
    if (!(await this.hasShow(workspaceId, showId))) return EMPTY;
    const { claims, nextCursor } = await this.reads.claims(showId, pageRequest);
    return { rows: claims, nextCursor };
  };

  override comments: ShowReader['comments'] = async (workspaceId, showId, request) => {
    const pageRequest = withValidLimit(request);
    if (!(await this.hasShow(workspaceId, showId))) return EMPTY;
    const { comments, nextCursor } = await this.reads.comments(showId, pageRequest);
    return { rows: comments, nextCursor };
  };

  override buyers: ShowReader['buyers'] = async (workspaceId, showId, request) => {
    const { won, ...pageRequest } = withValidLimit(request);
    const found = await orNull(showId, () =>
      this.reports.buyers(workspaceId, showId, { ...pageRequest, won: won === true ? 'true' : 'false' }),
    );
    return found === null ? EMPTY : { rows: found.buyers, nextCursor: found.nextCursor };
  };

  private async hasShow(workspaceId: string, showId: string): Promise<boolean> {
    if (!isUuid(showId)) return false;
    const sql = 'SELECT 1 FROM shows WHERE id = $1 AND workspace_id = $2';
    return (await this.dataSource.query<unknown[]>(sql, [showId, workspaceId])).length > 0;
  }
}

@Injectable()
export class HostedBuyerReader extends BuyerReader {
  constructor(private readonly reads: BuyerReads) {
    super();
  }

  override get: BuyerReader['get'] = (workspaceId, buyerId) =>
    orNull(buyerId, () => this.reads.buyer(workspaceId, buyerId));

  override list: BuyerReader['list'] = async (workspaceId, request) => {
    const { buyers, nextCursor } = await this.reads.list(workspaceId, withValidLimit(request));
    return { rows: buyers, nextCursor };
  };

  override claims: BuyerReader['claims'] = async (workspaceId, buyerId, request) => {
    const pageRequest = withValidLimit(request);
    if (!isUuid(buyerId)) return EMPTY;
    const { claims, nextCursor } = await this.reads.claims(workspaceId, buyerId, pageRequest);
    return { rows: claims, nextCursor };
  };
}
