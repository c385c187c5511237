import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes PostgreSQL reject every change to the audit log, even by the server. The only exception is a
 * transaction that runs `SET LOCAL sellary.redacting = 'on'`. It can change `before` and `after`, to remove
 * names when a viewer is erased or a show's retention period is over.
 */
export class AuditLogIsFinal1795411200000 implements MigrationInterface {
  name = 'AuditLogIsFinal1795411200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('sellary.redacting', true) = 'on' THEN
          IF to_jsonb(NEW) - '{before,after}'::text[] = to_jsonb(OLD) - '{before,after}'::text[] THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'Rows of the audit log are final' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(
      'CREATE TRIGGER "TRG_audit_log_final" BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()',
    );
    await runner.query(
      'CREATE TRIGGER "TRG_audit_log_kept" BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "TRG_audit_log_kept" ON "audit_log"');
    await runner.query('DROP TRIGGER "TRG_audit_log_final" ON "audit_log"');
    await runner.query('DROP FUNCTION refuse_audit_change()');
  }
}
