import type { OpenAPIObject } from '@nestjs/swagger';
import { useTestApp } from '../test';
import { call } from '../test/caller';

describe('The API description', () => {
  const app = useTestApp();
  let description: OpenAPIObject;

  beforeAll(async () => {
    description = (await call<OpenAPIObject>(app.url, null, 'GET', '/api/docs-json')).body;
  });

  it('The description lists the fields of every request body, with the limits that are enforced.', () => {
    const schemas = description.components?.schemas as Record<
      string,
      { properties?: Record<string, unknown>; required?: string[] }
    >;
    expect(schemas['RegisterDto']).toMatchObject({
      properties: {
        email: { type: 'string', format: 'email' },
        password: { type: 'string', minLength: 10, maxLength: 200 },
      },
      required: ['email', 'password', 'name'],
    });
    expect(schemas['AddItemsDto']?.properties?.['items']).toMatchObject({
      type: 'array',
      items: { $ref: '#/components/schemas/ItemDto' },
    });
    const bodies = JSON.stringify(description.paths).matchAll(
      /"requestBody":\{[^}]*"\$ref":"#\/components\/schemas\/(\w+)"/g,
    );
    const names = [...bodies].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      expect([name, Object.keys(schemas[name]?.properties ?? {})]).not.toEqual([name, []]);
    }
  });

  it('The description is compressed for clients that accept compression.', async () => {
    const response = await fetch(`${app.url}/api/docs-json`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});
