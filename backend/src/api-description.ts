import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

/**
 * Serves the OpenAPI description of every route, as a page at `/api/docs` and as JSON at `/api/docs-json`.
 * Builds it on the first request.
 */
export function describeApi(app: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDescription(app), { jsonDocumentUrl: 'api/docs-json' });
}

/** Describes bodies by their validation rules, so that the description cannot differ from the validation. */
function apiDescription(app: NestExpressApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Sellary Live Assist')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, description);
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  });
  for (const [name, schema] of Object.entries(schemas)) {
    Object.assign(((document.components ??= {}).schemas ??= {}), { [name]: schema });
  }
  return document;
}
