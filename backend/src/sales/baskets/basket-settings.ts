import { Injectable } from '@nestjs/common';
import type { BasketSettings, BasketSettingsView, UpdateBasketSettingsRequest } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { auditedBy, type Principal } from '../../auth';
import { ApiError, Clock, poolReader, type Reader, recordAudit, Transactions } from '../../kernel';
import type { HoldRule } from './basket-rows';
import { defaultTemplates, unknownPlaceholders } from './basket-templates';

/** The settings, with `hold.since`, which the API does not return. */
interface BasketRuleSet extends BasketSettings {
  hold: HoldRule;
}

const DEFAULT_BASKET_SETTINGS: BasketRuleSet = {
  openBox: false,
  closeBoxAfterDays: 0,
  hold: { hours: 0, atEnd: 'nothing', since: null },
  howToPay: '',
  templates: {},
  language: 'en',
};

/** Reads and changes the rules and texts of a workspace's baskets. */
@Injectable()
export class BasketRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  read(workspaceId: string): Promise<BasketRuleSet> {
    return readSettings(poolReader(this.dataSource), workspaceId);
  }

  async view(workspaceId: string): Promise<BasketSettingsView> {
    return viewOf(await this.read(workspaceId));
  }

  /**
   * Changes only the fields that `change` contains.
   * @throws ApiError VALIDATION_FAILED if a text has a placeholder that it cannot use
   */
  async update(principal: Principal, change: UpdateBasketSettingsRequest): Promise<BasketSettingsView> {
    assertUsablePlaceholders(change);
    const { workspaceId } = principal;
    const at = this.clock.iso();
    const after = await this.transactions.run(async (tx) => {
      await tx.query(
        "SELECT pg_advisory_xact_lock(hashtextextended('sellary basket rules ' || $1::text, 0))",
        [workspaceId],
      );
      const before = await readSettings(tx, workspaceId);
      const changedRules: BasketRuleSet = {
        ...before,
        ...change,
        hold: changedHold(before.hold, change.hold, at),
      };
      await tx.query(
        `INSERT INTO basket_settings (workspace_id, settings, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (workspace_id) DO UPDATE SET settings = excluded.settings, updated_at = excluded.updated_at`,
        [workspaceId, JSON.stringify(changedRules), at],
      );
      await recordAudit(tx, {
        ...auditedBy(principal, at),
        action: 'basket.settings',
        entityType: 'workspace',
        entityId: workspaceId,
        before,
        after: changedRules,
      });
      return changedRules;
    });
    return viewOf(after);
  }
}

const viewOf = ({ hold: { hours, atEnd }, ...settings }: BasketRuleSet): BasketSettingsView => ({
  ...settings,
  hold: { hours, atEnd },
  defaultTemplates: defaultTemplates(atEnd),
});

const changedHold = (before: HoldRule, after: BasketSettings['hold'] | undefined, at: string): HoldRule =>
  after === undefined || (after.hours === before.hours && after.atEnd === before.atEnd)
    ? before
    : { hours: after.hours, atEnd: after.atEnd, since: at };

async function readSettings(reader: Reader, workspaceId: string): Promise<BasketRuleSet> {
  const [row] = await reader.query<{ settings: Partial<BasketRuleSet> }>(
    'SELECT settings FROM basket_settings WHERE workspace_id = $1',
    [workspaceId],
  );
  const { hold, ...settings } = row?.settings ?? {};
  const { hold: defaultHold, ...defaults } = DEFAULT_BASKET_SETTINGS;
  return { ...defaults, ...settings, hold: { ...defaultHold, ...hold } };
}

/** @throws ApiError VALIDATION_FAILED */
function assertUsablePlaceholders({ templates = {}, howToPay = '' }: UpdateBasketSettingsRequest): void {
  for (const [language, template] of Object.entries(templates)) {
    assertNoUnusablePlaceholder(`templates.${language}`, unknownPlaceholders(template));
  }
  assertNoUnusablePlaceholder(
    'howToPay',
    howToPay.includes(HOW_TO_PAY) ? [HOW_TO_PAY] : unknownPlaceholders(howToPay),
  );
}

/** Not allowed in the text `howToPay`, which would then contain itself. */
const HOW_TO_PAY = '{howToPay}';

/** @throws ApiError VALIDATION_FAILED */
function assertNoUnusablePlaceholder(field: string, [placeholder]: readonly string[]): void {
  if (placeholder === undefined) return;
  throw ApiError.invalid(
    field,
    `${field} contains ${placeholder}, which cannot be used there. Correct or remove it.`,
  );
}
