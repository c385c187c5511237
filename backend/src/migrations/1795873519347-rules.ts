import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rules1795873519347 implements MigrationInterface {
  name = 'Rules1795873519347';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shows" ADD "rules" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(
      `UPDATE shows SET rules = jsonb_build_object('claimWords', claim_words, 'passWords', pass_words, 'maxClaimsPerComment', max_claims_per_comment,
         'fairnessWindowSeconds', fairness_window_seconds, 'policy', policy)`,
    );
    await runner.query(
      `ALTER TABLE "shows" DROP COLUMN "claim_words", DROP COLUMN "pass_words", DROP COLUMN "max_claims_per_comment",
         DROP COLUMN "fairness_window_seconds", DROP COLUMN "policy"`,
    );
    await runner.query(`ALTER TABLE "workspaces" ADD "rules" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(
      `UPDATE workspaces SET rules = settings - '{pollIntervalSeconds,retentionDays}'::text[],
         settings = settings - '{claimWords,passWords,maxClaimsPerComment,fairnessWindowSeconds}'::text[]`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE workspaces SET settings = settings || (rules - 'policy')`);
    await runner.query('ALTER TABLE "workspaces" DROP COLUMN "rules"');
    await runner.query(
      `ALTER TABLE "shows" ADD "claim_words" text array NOT NULL DEFAULT '{sold}', ADD "pass_words" text array NOT NULL DEFAULT '{pass}',
         ADD "fairness_window_seconds" integer NOT NULL DEFAULT '0', ADD "max_claims_per_comment" integer NOT NULL DEFAULT '1',
         ADD "policy" text NOT NULL DEFAULT 'first-come@1',
         ADD CONSTRAINT "CHK_shows_window" CHECK (fairness_window_seconds BETWEEN 0 AND 10),
         ADD CONSTRAINT "CHK_shows_max_claims" CHECK (max_claims_per_comment BETWEEN 1 AND 10)`,
    );
    await runner.query(
      `UPDATE shows SET claim_words = ARRAY(SELECT jsonb_array_elements_text(coalesce(rules->'claimWords', '["sold"]'))),
         pass_words = ARRAY(SELECT jsonb_array_elements_text(coalesce(rules->'passWords', '["pass"]'))),
         fairness_window_seconds = coalesce((rules->>'fairnessWindowSeconds')::int, 0),
         max_claims_per_comment = coalesce((rules->>'maxClaimsPerComment')::int, 1), policy = coalesce(rules->>'policy', 'first-come@1')`,
    );
    await runner.query(
      'ALTER TABLE "shows" ALTER COLUMN "claim_words" DROP DEFAULT, ALTER COLUMN "pass_words" DROP DEFAULT',
    );
    await runner.query('ALTER TABLE "shows" DROP COLUMN "rules"');
  }
}
