import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEndpoints1796110000000 implements MigrationInterface {
  name = 'CreateEndpoints1796110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "x_outgoing_webhooks_endpoints" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "url" text NOT NULL, "event_types" text array NOT NULL, "secret" text NOT NULL, "previous_secret" text, "previous_until" timestamptz(3), "enabled" boolean NOT NULL, "created_at" timestamptz(3) NOT NULL, CONSTRAINT "x_outgoing_webhooks_endpoints_pkey" PRIMARY KEY ("id"), CONSTRAINT "x_outgoing_webhooks_endpoints_workspace_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE)`,
    );
    await runner.query(
      'CREATE INDEX "x_outgoing_webhooks_endpoints_workspace" ON "x_outgoing_webhooks_endpoints" ("workspace_id")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "x_outgoing_webhooks_endpoints"');
  }
}
