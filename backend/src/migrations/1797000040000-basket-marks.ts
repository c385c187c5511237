import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last ledger row that each show's baskets reflect. Only newer rows can change the baskets. */
export class BasketMarks1797000040000 implements MigrationInterface {
  name = 'BasketMarks1797000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "basket_marks" ("show_id" uuid NOT NULL, "seq" bigint NOT NULL, "open_box" boolean NOT NULL, CONSTRAINT "PK_basket_marks" PRIMARY KEY ("show_id"), CONSTRAINT "FK_basket_marks_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "basket_marks"');
  }
}
