/** The extension's own table. The name of each of the extension's tables begins with `x_example_hello_`. */
export class CreateExampleHelloWinners1796200000000 {
  readonly name = 'CreateExampleHelloWinners1796200000000';

  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(
      `CREATE TABLE "x_example_hello_winners" (
         "workspace_id" uuid NOT NULL REFERENCES "workspaces" ("id") ON DELETE CASCADE,
         "claim_id" uuid PRIMARY KEY
       )`,
    );
  }

  async down(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('DROP TABLE "x_example_hello_winners"');
  }
}
