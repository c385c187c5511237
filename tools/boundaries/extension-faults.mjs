import { withLines } from './sample-repository.mjs';

/** Planted faults for the rules on the extension kit and the extensions. */
export const EXTENSION_FAULTS = [
  {
    rule: 'kit-ports-are-pure',
    fault: 'a port imports Nest',
    changes: withLines(
      'extension-kit/src/domain/index.ts',
      "import { Injectable } from '@nestjs/common';",
      'void Injectable;',
    ),
  },
  {
    rule: 'kit-knows-no-product',
    fault: 'the kit imports the backend',
    changes: withLines(
      'extension-kit/src/index.ts',
      "import { createApp } from '../../backend/src/create-app';",
      'void createApp;',
    ),
  },
  {
    rule: 'extensions-import-only-the-kit',
    fault: 'an extension imports the backend',
    changes: withLines(
      'extensions/hello/src/index.ts',
      "import { kernel } from '../../../backend/src/kernel';",
      'void kernel;',
    ),
  },
  {
    rule: 'extensions-import-only-the-kit',
    fault: 'an extension imports the contracts directly',
    changes: withLines(
      'extensions/hello/src/index.ts',
      "import type { Claim } from '@sellary/contracts';",
      'export type Own = Claim;',
    ),
  },
  {
    rule: 'extensions-are-imported-by-nothing',
    fault: 'the product imports an extension',
    changes: withLines(
      'backend/src/main.ts',
      "import hello from '../../extensions/hello/src';",
      'void hello;',
    ),
  },
];
