import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles of people across shows, and the accounts that operators merged. */
export class People1796400527813 implements MigrationInterface {
  name = 'People1796400527813';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "people" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "name" text, "tags" text array NOT NULL DEFAULT '{}', "note" text, "language" text, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_people" PRIMARY KEY ("id"), CONSTRAINT "FK_people_buyer" FOREIGN KEY ("id") REFERENCES "buyers"("id") ON DELETE CASCADE)`,
    );
    await runner.query('CREATE INDEX "IDX_people_workspace" ON "people" ("workspace_id", "id")');
    await runner.query('CREATE INDEX "IDX_people_tags" ON "people" USING gin ("tags")');
    await runner.query(
      `CREATE TABLE "person_accounts" ("buyer_id" uuid NOT NULL, "person_id" uuid NOT NULL, "workspace_id" uuid NOT NULL, CONSTRAINT "PK_person_accounts" PRIMARY KEY ("buyer_id"), CONSTRAINT "FK_person_accounts_buyer" FOREIGN KEY ("buyer_id") REFERENCES "buyers"("id") ON DELETE CASCADE, CONSTRAINT "FK_person_accounts_person" FOREIGN KEY ("person_id") REFERENCES "buyers"("id") ON DELETE CASCADE)`,
    );
    await runner.query('CREATE INDEX "IDX_person_accounts_person" ON "person_accounts" ("person_id")');
    await runner.query('CREATE INDEX "IDX_person_accounts_workspace" ON "person_accounts" ("workspace_id")');
    await runner.query(
      `CREATE TABLE "person_merges" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "person_id" uuid NOT NULL, "joined_id" uuid NOT NULL, "position" integer NOT NULL, "buyer_ids" uuid array NOT NULL, "before" json NOT NULL, "after" json NOT NULL, "merged_by" json NOT NULL, "merged_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_person_merges" PRIMARY KEY ("id"), CONSTRAINT "FK_person_merges_person" FOREIGN KEY ("person_id") REFERENCES "buyers"("id") ON DELETE CASCADE, CONSTRAINT "FK_person_merges_joined" FOREIGN KEY ("joined_id") REFERENCES "buyers"("id") ON DELETE CASCADE)`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_person_merges_position" ON "person_merges" ("person_id", "position")',
    );
    await runner.query('CREATE INDEX "IDX_person_merges_joined" ON "person_merges" ("joined_id")');
    await runner.query(
      'CREATE INDEX "IDX_buyers_list" ON "buyers" ("workspace_id", lower("handle"), "id") WHERE NOT hidden',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IDX_buyers_list"');
    await runner.query('DROP TABLE "person_merges"');
    await runner.query('DROP TABLE "person_accounts"');
    await runner.query('DROP TABLE "people"');
  }
}
