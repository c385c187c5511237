import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links to the pages that a show's viewers may see. */
export class ViewerPages1796700000000 implements MigrationInterface {
  name = 'ViewerPages1796700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "viewer_pages" ("show_id" uuid NOT NULL, "kind" text NOT NULL, "token_hash" bytea NOT NULL, "names" text NOT NULL, "created_at" timestamptz(3) NOT NULL, "expires_at" timestamptz(3) NOT NULL, CONSTRAINT "PK_viewer_pages" PRIMARY KEY ("show_id", "kind"), CONSTRAINT "FK_viewer_pages_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE, CONSTRAINT "CHK_viewer_pages_kind" CHECK (kind IN ('overlay', 'board')), CONSTRAINT "CHK_viewer_pages_names" CHECK (names IN ('none', 'letters', 'full')))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "UQ_viewer_pages_token" ON "viewer_pages" ("token_hash")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "viewer_pages"');
  }
}
