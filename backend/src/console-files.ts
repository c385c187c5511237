import { Module } from '@nestjs/common';
import { ServeStaticModule } from '@nestjs/serve-static';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

/** The built console, served from the same port as the API. */
const FILES = join(__dirname, '..', '..', 'frontend', 'dist', 'browser');

@Module({
  imports: existsSync(FILES)
    ? [
        ServeStaticModule.forRoot({
          rootPath: FILES,
          exclude: ['/api/{*path}', '/health/{*path}', '/metrics'],
          serveStaticOptions: {
            // Files named by their content never change; the page that names them always may.
            setHeaders: (response: ServerResponse, path: string) =>
              response.setHeader('Cache-Control', /-[A-Z0-9]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
          },
        }),
      ]
    : [],
})
export class ConsoleModule {}
