import { Injectable } from '@nestjs/common';
import type { Person, PersonProfile, UpdatePersonRequest } from '@sellary/contracts';
import { auditedBy, type Principal } from '../../auth';
import { Clock, recordAudit, Transactions, type Tx } from '../../kernel';
import { readPerson } from './person-reads';
import { lockPeople, personIdOf, readProfile } from './person-rows';
import { tidyTags, tidyText } from './profiles';

/** Changes what operators have written about a person. */
@Injectable()
export class People {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes only the fields that `change` contains; null clears a field. A request that changes nothing
   * writes nothing.
   * @throws ApiError NOT_FOUND
   */
  update(principal: Principal, buyerId: string, change: UpdatePersonRequest): Promise<Person> {
    const { workspaceId } = principal;
    return this.transactions.run(async (tx) => {
      await lockPeople(tx, workspaceId);
      const id = await personIdOf(tx, workspaceId, buyerId);
      const before = await readProfile(tx, id);
      const after: PersonProfile = {
        name: change.name === undefined ? before.name : tidyText(change.name),
        tags: change.tags === undefined ? before.tags : tidyTags(change.tags),
        note: change.note === undefined ? before.note : tidyText(change.note),
        language: change.language === undefined ? before.language : change.language,
      };
      const fields = changedFields(before, after);
      if (fields.length > 0) {
        const at = this.clock.iso();
        await writeProfile(tx, { workspaceId, id, at }, after);
        await recordAudit(tx, {
          ...auditedBy(principal, at),
          action: 'person.update',
          entityType: 'person',
          entityId: id,
          before: pick(before, fields),
          after: pick(after, fields),
        });
      }
      return readPerson(tx, workspaceId, id);
    });
  }
}

/** Inserts or updates a person's profile. Call it while holding the `lockPeople` lock. */
export const writeProfile = (
  tx: Tx,
  { workspaceId, id, at }: { workspaceId: string; id: string; at: string },
  { name, tags, note, language }: PersonProfile,
): Promise<unknown> =>
  tx.query(
    `INSERT INTO people (id, workspace_id, name, tags, note, language, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, tags = excluded.tags, note = excluded.note, language = excluded.language, updated_at = excluded.updated_at`,
    [id, workspaceId, name, tags, note, language, at],
  );

const FIELDS = ['name', 'tags', 'note', 'language'] as const satisfies readonly (keyof PersonProfile)[];
type Field = (typeof FIELDS)[number];

const changedFields = (before: PersonProfile, after: PersonProfile): Field[] =>
  FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

const pick = (profile: PersonProfile, fields: readonly Field[]): Partial<PersonProfile> =>
  Object.fromEntries(fields.map((field) => [field, profile[field]]));
