import { Injectable, Logger } from '@nestjs/common';
import { GraphClient } from './graph-client';
import { GraphError } from './graph-error';
import { idOf, textOf } from './graph-json';
import type { UserGrant } from './page-login';
import { type Fields, messageOf } from '../../../kernel';

/** The Pages that a person granted: the Pages that the app can read, and the ids of the others. */
interface OpenedPages {
  pages: OpenedPage[];
  missed: string[];
}

export interface OpenedPage {
  id: string;
  name: string;
  token: string;
  fields: Fields;
}

const FIELDS = 'id,name,access_token,tasks,category,instagram_business_account';
/** Maximum number of result pages in the list, each with up to 100 Facebook Pages. */
const MAX_RESULT_PAGES = 10;
/** Maximum number of Pages requested at the same time. */
const MAX_BATCH_SIZE = 5;

/**
 * Finds every Page that a person granted to the app. The account list omits a business portfolio's Pages,
 * which only the grant itself lists, so both are read. The portfolio's own list is not read, because it also
 * contains Pages that were never granted.
 */
@Injectable()
export class GrantedPages {
  private readonly log = new Logger('Connections');

  constructor(private readonly graph: GraphClient) {}

  /** @throws GraphError if the list cannot be read and the grant lists no Pages */
  async open(grant: UserGrant): Promise<OpenedPages> {
    const list = await this.listPages(grant);
    const pages = list.flatMap(openedPage);
    const grantedIds = [...list.map((fields) => idOf(fields['id'])), ...grant.pageIds].filter(
      (id) => id !== null,
    );
    const unopenedIds = [...new Set(grantedIds)].filter((id) => !pages.some((page) => page.id === id));
    const missed: string[] = [];
    for (let from = 0; from < unopenedIds.length; from += MAX_BATCH_SIZE) {
      const batch = unopenedIds.slice(from, from + MAX_BATCH_SIZE);
      const opened = await Promise.all(batch.map((id) => this.openById(id, grant.token)));
      pages.push(...opened.filter((page) => page !== null));
      missed.push(...batch.filter((_, index) => opened[index] === null));
    }
    return { pages, missed };
  }

  private listPages({ token, pageIds }: UserGrant): Promise<Fields[]> {
    return this.graph
      .listAll({ path: '/me/accounts', token, query: { fields: FIELDS, limit: '100' } }, MAX_RESULT_PAGES)
      .catch((error: unknown) => {
        if (pageIds.length === 0) throw error;
        this.log.warn(`The list of Pages could not be read: ${messageOf(error)}`);
        return [];
      });
  }

  /** @returns null if the person may not act for the Page, or the Page cannot be read */
  private async openById(id: string, token: string): Promise<OpenedPage | null> {
    try {
      const { body } = await this.graph.read(id, FIELDS, { token });
      return openedPage(body)[0] ?? null;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      this.log.warn(`The Page ${id} could not be opened: ${error.message}`);
      return null;
    }
  }
}

/** Empty if the Page has no token. The person then has no role that may act for it, so it cannot be read. */
function openedPage(fields: Fields): OpenedPage[] {
  const [id, token] = [idOf(fields['id']), textOf(fields['access_token'])];
  return id === null || token === ''
    ? []
    : [{ id, name: textOf(fields['name']) || `Page ${id}`, token, fields }];
}
