import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { testApi } from '../../../testing/api';
import { ReportsApi, fileNameIn } from './reports-api';

describe('An export', () => {
  let api: ReportsApi;
  let http: HttpTestingController;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

  beforeEach(() => {
    http = testApi();
    api = TestBed.inject(ReportsApi);
  });

  it('An export has the name that the server gave it.', async () => {
    const file = api.export('show-1', 'claims', { format: 'xlsx' });
    const disposition = `attachment; filename="Fruhling _ 2026-11-23 claims.xlsx"; filename*=UTF-8''Fr%C3%BChling%20%F0%9F%94%A5%202026-11-23%20claims.xlsx`;
    http
      .expectOne(`/api/shows/show-1/export?type=claims&format=xlsx&timeZone=${timeZone}`)
      .flush(new Blob(['a,b']), { headers: { 'Content-Disposition': disposition } });
    const { fileName, content } = await file;
    expect([fileName, content.size]).toEqual(['Frühling 🔥 2026-11-23 claims.xlsx', 3]);
  });

  it('A rejected export shows the reason, even though the error arrives as a file.', async () => {
    const file = api.export('show-1', 'buyers', { format: 'csv', separator: ';' });
    const refusal = '{"error":{"code":"UNAVAILABLE","message":"The database is not responding."}}';
    const body = new Blob([refusal]);
    // jsdom's Blob cannot be read as text yet.
    body.text = () => Promise.resolve(refusal);
    http
      .expectOne(`/api/shows/show-1/export?type=buyers&format=csv&separator=;&timeZone=${timeZone}`)
      .flush(body, { status: 503, statusText: '' });
    await expect(file).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The database is not responding.',
      status: 503,
    });
  });

  it('An export that a proxy rejects with its own error page shows the HTTP status.', async () => {
    const file = api.export('show-1', 'buyers', { format: 'csv', separator: ';' });
    const body = new Blob(['<html>']);
    body.text = () => Promise.resolve('<html>');
    http
      .expectOne(`/api/shows/show-1/export?type=buyers&format=csv&separator=;&timeZone=${timeZone}`)
      .flush(body, { status: 502, statusText: '' });
    await expect(file).rejects.toMatchObject({ code: 'UNEXPECTED', status: 502 });
  });

  it.each([
    [`attachment; filename="plain.csv"`, 'plain.csv'],
    [`attachment; filename="plain.csv"; filename*=UTF-8''%E0%A4%A`, 'plain.csv'],
    ['attachment', null],
    [null, null],
  ])('With Content-Disposition %j, an export is named %j.', (disposition, name) => {
    expect(fileNameIn(disposition)).toBe(name);
  });
});
