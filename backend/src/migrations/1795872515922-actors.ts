import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Actors1795872515922 implements MigrationInterface {
  name = 'Actors1795872515922';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "claims" ADD "actor" json');
    await runner.query(
      `UPDATE claims SET actor = json_build_object('kind', 'person', 'id', actor_id, 'name', coalesce(actor_name, '')) WHERE actor_id IS NOT NULL`,
    );
    await runner.query('ALTER TABLE "claims" DROP COLUMN "actor_id", DROP COLUMN "actor_name"');
    await runner.query('ALTER TABLE "audit_log" ADD "actor_kind" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "audit_log" DROP COLUMN "actor_kind"');
    await runner.query('ALTER TABLE "claims" ADD "actor_id" uuid, ADD "actor_name" text');
    await runner.query(
      `UPDATE claims SET actor_id = (actor->>'id')::uuid, actor_name = coalesce(actor->>'name', actor->>'reason')`,
    );
    await runner.query('ALTER TABLE "claims" DROP COLUMN "actor"');
  }
}
