import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Baskets with their lines and history, and a mark on paid claims. */
export class Baskets1797000000000 implements MigrationInterface {
  name = 'Baskets1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "claims" ADD "paid" boolean NOT NULL DEFAULT false`);
    await runner.query(
      `ALTER TABLE "claims" ADD CONSTRAINT "CHK_claims_paid" CHECK (NOT paid OR status = 'winner')`,
    );
    await runner.query(
      `CREATE TABLE "baskets" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "show_id" uuid, "person_id" uuid NOT NULL, "currency" jsonb, "currency_code" text NOT NULL, "number" integer NOT NULL, "state" text NOT NULL, "version" integer NOT NULL, "extras" jsonb NOT NULL DEFAULT '[]', "requested_at" TIMESTAMP(3) WITH TIME ZONE, "requested_total" bigint, "paid_at" TIMESTAMP(3) WITH TIME ZONE, "method" text, "reference" text, "packed_at" TIMESTAMP(3) WITH TIME ZONE, "shipped_at" TIMESTAMP(3) WITH TIME ZONE, "hold_from" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_baskets" PRIMARY KEY ("id"), CONSTRAINT "FK_baskets_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE, CONSTRAINT "FK_baskets_person" FOREIGN KEY ("person_id") REFERENCES "buyers"("id") ON DELETE CASCADE, CONSTRAINT "CHK_baskets_state" CHECK (state IN ('open', 'requested', 'paid', 'packed', 'shipped', 'expired', 'cancelled')))`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_baskets_number" ON "baskets" ("person_id", "workspace_id", "show_id", "currency_code", "number") NULLS NOT DISTINCT',
    );
    await runner.query('CREATE INDEX "IDX_baskets_list" ON "baskets" ("workspace_id", "created_at", "id")');
    await runner.query('CREATE INDEX "IDX_baskets_show" ON "baskets" ("show_id")');
    await runner.query(
      `CREATE TABLE "basket_lines" ("id" uuid NOT NULL, "basket_id" uuid NOT NULL, "claim_id" uuid, "active" boolean NOT NULL, "price" bigint, "written" jsonb, CONSTRAINT "PK_basket_lines" PRIMARY KEY ("id"), CONSTRAINT "FK_basket_lines_basket" FOREIGN KEY ("basket_id") REFERENCES "baskets"("id") ON DELETE CASCADE, CONSTRAINT "FK_basket_lines_claim" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE SET NULL)`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_basket_lines_claim" ON "basket_lines" ("claim_id") WHERE active',
    );
    await runner.query('CREATE INDEX "IDX_basket_lines_claim" ON "basket_lines" ("claim_id")');
    await runner.query('CREATE INDEX "IDX_basket_lines_basket" ON "basket_lines" ("basket_id")');
    await runner.query(
      `CREATE TABLE "basket_changes" ("id" uuid NOT NULL, "basket_id" uuid NOT NULL, "step" text NOT NULL, "from_state" text NOT NULL, "to_state" text NOT NULL, "from_version" text NOT NULL, "undone" boolean NOT NULL DEFAULT false, "details" jsonb NOT NULL, "by" json NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_basket_changes" PRIMARY KEY ("id"), CONSTRAINT "FK_basket_changes_basket" FOREIGN KEY ("basket_id") REFERENCES "baskets"("id") ON DELETE CASCADE)`,
    );
    await runner.query('CREATE INDEX "IDX_basket_changes_basket" ON "basket_changes" ("basket_id", "id")');
    await runner.query(
      `CREATE TABLE "basket_settings" ("workspace_id" uuid NOT NULL, "settings" jsonb NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_basket_settings" PRIMARY KEY ("workspace_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "basket_settings"');
    await runner.query('DROP TABLE "basket_changes"');
    await runner.query('DROP TABLE "basket_lines"');
    await runner.query('DROP TABLE "baskets"');
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "CHK_claims_paid"');
    await runner.query('ALTER TABLE "claims" DROP COLUMN "paid"');
  }
}
