import { Injectable } from '@nestjs/common';
import {
  type AuditAction,
  type CopyShowRequest,
  type Currency,
  type Show,
  type ShowRules,
  type SourceInput,
  TITLE_DATE,
  type UseTemplateRequest,
} from '@sellary/contracts';
import type { Principal } from '../../auth';
import { ApiError, BOUNDED_READ, Clock, Transactions } from '../../kernel';
import {
  BroadcastLinks,
  insertDraft,
  readShowRow,
  readStock,
  readTemplate,
  replaceSources,
  RuleCatalog,
  rulesOf,
  ShowTransactions,
  sourcesOf,
  toShow,
  withoutRepeatedRules,
} from '../../shows';
import { addItems } from '../acts/add-items';
import { auditAct } from '../acts/act';
import type { NewItem } from '../acts/item-rows';
import { copiedItems } from './copied-items';

interface Plan {
  name: string | null;
  rules: ShowRules;
  currency: Currency | null;
  items: NewItem[];
  sources: SourceInput[] | undefined;
  audit: { action: AuditAction; from: Record<string, unknown> };
}

/** Creates drafts with items, from shows and from templates. Each draft is one act in one transaction. */
@Injectable()
export class NewShows {
  constructor(
    private readonly transactions: Transactions,
    private readonly showTransactions: ShowTransactions,
    private readonly clock: Clock,
    private readonly catalog: RuleCatalog,
    private readonly links: BroadcastLinks,
  ) {}

  /**
   * Copies rules, currency, and items.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED, LIMIT_REACHED
   */
  async copy(principal: Principal, showId: string, { name, items, sources }: CopyShowRequest): Promise<Show> {
    const { show, stock } = await this.transactions.snapshot(async (tx) => {
      const row = await readShowRow(tx, showId);
      if (row?.workspace_id !== principal.workspaceId) throw ApiError.notFound('show');
      return { show: row, stock: await readStock(tx, showId) };
    }, BOUNDED_READ);
    return this.make(principal, {
      name: name ?? null,
      rules: rulesOf(show),
      currency: show.currency,
      items: copiedItems(stock, items),
      sources,
      audit: { action: 'show.copy', from: { copiedFrom: { id: show.id, name: show.name } } },
    });
  }

  /** @throws ApiError NOT_FOUND, VALIDATION_FAILED, LIMIT_REACHED */
  async fromTemplate(principal: Principal, id: string, { name, sources }: UseTemplateRequest): Promise<Show> {
    const template = await this.transactions.snapshot(
      (tx) => readTemplate(tx, principal.workspaceId, id),
      BOUNDED_READ,
    );
    return this.make(principal, {
      ...template,
      sources,
      name: name ?? template.title.replaceAll(TITLE_DATE, this.clock.iso().slice(0, 10)),
      audit: { action: 'show.create', from: { template: { id, name: template.name } } },
    });
  }

  private async make(principal: Principal, plan: Plan): Promise<Show> {
    const { name, rules, currency, items, audit } = plan;
    // The policy or grammar may come from an extension that has since been removed.
    this.catalog.assertKnown(rules);
    const { workspaceId } = principal;
    const sources = await this.links.completeSources(workspaceId, plan.sources ?? []);
    return this.showTransactions.create(
      async (tx, id) => {
        await insertDraft(tx, { id, workspaceId, name, rules, currency, at: this.clock.iso() });
        await replaceSources(tx, workspaceId, id, sources);
      },
      async (show) => {
        const added = items.length === 0 ? [] : (await addItems(show, principal, items)).items;
        const boundSources = await sourcesOf(show.tx, show.id);
        const after = { ...toShow(show.currentRow(), boundSources), updatedAt: show.at };
        auditAct(show, principal, audit.action, ['show', show.id], {
          after: {
            ...withoutRepeatedRules(after),
            ...audit.from,
            items: added.map(({ itemNumber, title, totalQuantity }) => ({
              itemNumber,
              title,
              totalQuantity,
            })),
          },
        });
        return after;
      },
    );
  }
}
