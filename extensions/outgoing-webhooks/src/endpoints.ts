import { Injectable } from '@nestjs/common';
import { ExtensionSecrets } from '@sellary/extension-kit';
import { randomUUID } from 'node:crypto';
import { DataSource, type Repository } from 'typeorm';
import { EndpointEntity } from './endpoint.entity';
import { newSecret } from './signature';

/** Maximum number of endpoints per workspace. */
export const MAX_ENDPOINTS = 20;
/** Time after a rotation during which the previous secret is also used to sign. */
const ROTATION_MS = 24 * 3_600_000;

export interface EndpointChange {
  url?: string;
  eventTypes?: string[];
  enabled?: boolean;
}

/** Stores each workspace's endpoints. */
@Injectable()
export class Endpoints {
  private readonly rows: Repository<EndpointEntity>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: ExtensionSecrets,
  ) {
    this.rows = dataSource.getRepository(EndpointEntity);
  }

  list(workspaceId: string): Promise<EndpointEntity[]> {
    return this.rows.find({ where: { workspaceId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  find(workspaceId: string, id: string): Promise<EndpointEntity | null> {
    return this.rows.findOneBy({ id, workspaceId });
  }

  /** @returns the endpoint and its secret, shown once; null if the workspace already has `MAX_ENDPOINTS` */
  async add(
    workspaceId: string,
    { url, eventTypes }: { url: string; eventTypes: string[] },
  ): Promise<{ endpoint: EndpointEntity; secret: string } | null> {
    const [id, secret] = [randomUUID(), newSecret()];
    const endpoint = this.rows.create({
      id,
      workspaceId,
      url,
      eventTypes,
      secret: this.secrets.seal(secret, id),
      previousSecret: null,
      previousUntil: null,
      enabled: true,
      createdAt: new Date(),
    });
    return this.dataSource.transaction(async (tx) => {
      // Otherwise two simultaneous calls could both add the last endpoint.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `x_outgoing_webhooks_endpoints ${workspaceId}`,
      ]);
      if ((await tx.countBy(EndpointEntity, { workspaceId })) >= MAX_ENDPOINTS) return null;
      await tx.insert(EndpointEntity, endpoint);
      return { endpoint, secret };
    });
  }

  /** @returns null if the workspace has no such endpoint */
  async change(workspaceId: string, id: string, change: EndpointChange): Promise<EndpointEntity | null> {
    if (Object.keys(change).length > 0) await this.rows.update({ id, workspaceId }, change);
    return this.find(workspaceId, id);
  }

  /** @returns false if the endpoint was removed or its URL was changed */
  async switchOff({ workspaceId, id, url }: EndpointEntity): Promise<boolean> {
    const { affected } = await this.rows.update({ id, workspaceId, url }, { enabled: false });
    return affected === 1;
  }

  /** @returns false if the workspace has no such endpoint */
  async remove(workspaceId: string, id: string): Promise<boolean> {
    const { affected } = await this.rows.delete({ id, workspaceId });
    return affected === 1;
  }

  /**
   * Replaces the secret. For a day, the previous secret is also used to sign.
   * @returns the new secret; null if the workspace has no such endpoint
   */
  async rotate(workspaceId: string, id: string): Promise<string | null> {
    const secret = newSecret();
    const { affected } = await this.rows.update(
      { id, workspaceId },
      {
        secret: this.secrets.seal(secret, id),
        // Read by the same statement, so that simultaneous rotations do not lose a secret.
        previousSecret: () => 'secret',
        previousUntil: new Date(Date.now() + ROTATION_MS),
      },
    );
    return affected === 1 ? secret : null;
  }

  /** The secrets currently used to sign, newest first. */
  secretsOf({ id, secret, previousSecret, previousUntil }: EndpointEntity, now: Date): string[] {
    const isRotating = previousSecret !== null && previousUntil !== null && previousUntil > now;
    return [secret, ...(isRotating ? [previousSecret] : [])].map((sealed) => this.secrets.open(sealed, id));
  }
}
