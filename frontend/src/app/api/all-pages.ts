export interface Page {
  nextCursor: string | null;
}

/** Query for one page of a list. */
export interface PageParams {
  limit: number;
  cursor?: string | undefined;
}

const MAX_PAGE_SIZE = 200;

/** Reads a list to the end, page by page, starting from the cursor `start` if given. */
export async function allPages<P extends Page>(
  read: (params: PageParams) => Promise<P>,
  start?: string,
): Promise<P[]> {
  const pages: P[] = [];
  let cursor: string | null | undefined = start;
  do {
    const page: P = await read({ limit: MAX_PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}
