export type ScopeStatus = 'granted' | 'declined';

/** The decisions of one person (or one Instagram account) about the app's permissions and pages. */
interface Grant {
  /** Id of the user or the Instagram account. */
  subject: string;
  scopes: Map<string, ScopeStatus>;
  /** The pages chosen in the dialog; empty for an Instagram account. */
  pageIds: Set<string>;
  lastLoginAt: number;
}

export class Grants {
  private readonly bySubject = new Map<string, Grant>();
  /** Number of changes so far. */
  revision = 0;

  grantOf(subject: string): Grant | null {
    return this.bySubject.get(subject) ?? null;
  }

  has(subject: string, scope: string): boolean {
    return this.bySubject.get(subject)?.scopes.get(scope) === 'granted';
  }

  /** Records a grant. It replaces the chosen pages and adds to the permissions. */
  allow(login: {
    subject: string;
    granted: readonly string[];
    declined: readonly string[];
    pageIds: readonly string[];
    at: number;
  }): void {
    this.revision += 1;
    const scopes = new Map(this.bySubject.get(login.subject)?.scopes);
    for (const scope of login.granted) scopes.set(scope, 'granted');
    for (const scope of login.declined) scopes.set(scope, 'declined');
    this.bySubject.set(login.subject, {
      subject: login.subject,
      scopes,
      pageIds: new Set(login.pageIds),
      lastLoginAt: login.at,
    });
  }

  remove(subject: string): void {
    this.revision += 1;
    this.bySubject.delete(subject);
  }

  /** @returns false if the subject has granted nothing */
  add(subject: string, scope: string): boolean {
    const scopes = this.bySubject.get(subject)?.scopes;
    if (scopes === undefined) return false;
    this.revision += 1;
    scopes.set(scope, 'granted');
    return true;
  }

  /** @returns false if the subject never decided about this permission */
  decline(subject: string, scope: string): boolean {
    const scopes = this.bySubject.get(subject)?.scopes;
    if (scopes?.has(scope) !== true) return false;
    this.revision += 1;
    scopes.set(scope, 'declined');
    return true;
  }

  all(): readonly Grant[] {
    return [...this.bySubject.values()];
  }

  restore(grants: readonly Grant[]): void {
    for (const grant of grants) this.bySubject.set(grant.subject, grant);
  }
}
