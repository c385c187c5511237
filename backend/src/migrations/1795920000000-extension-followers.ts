import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extension followers' cursors in the ledgers, and the rows that the followers set aside. */
export class ExtensionFollowers1795920000000 implements MigrationInterface {
  name = 'ExtensionFollowers1795920000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "extension_followers" ("follower" text NOT NULL, "registered_at" timestamptz(3) NOT NULL, CONSTRAINT "PK_extension_followers" PRIMARY KEY ("follower"))`,
    );
    await runner.query(
      `CREATE TABLE "extension_cursors" ("follower" text NOT NULL, "show_id" uuid NOT NULL, "seq" bigint NOT NULL, "failures" integer NOT NULL DEFAULT 0, "retry_at" timestamptz(3), CONSTRAINT "PK_extension_cursors" PRIMARY KEY ("follower", "show_id"), CONSTRAINT "FK_extension_cursors_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE)`,
    );
    await runner.query(
      `CREATE TABLE "extension_parked_events" ("follower" text NOT NULL, "show_id" uuid NOT NULL, "seq" bigint NOT NULL, "error" text NOT NULL, "parked_at" timestamptz(3) NOT NULL, CONSTRAINT "PK_extension_parked_events" PRIMARY KEY ("follower", "show_id", "seq"), CONSTRAINT "FK_extension_parked_events_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "extension_parked_events"');
    await runner.query('DROP TABLE "extension_cursors"');
    await runner.query('DROP TABLE "extension_followers"');
  }
}
