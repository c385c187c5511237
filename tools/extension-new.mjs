// `npm run extension:new <name> [folder]`: creates an extension that builds and passes its tests.
import { createExtension, UsageError } from './extensions/create-extension.mjs';

try {
  const [name = '', folder] = process.argv.slice(2);
  const created = createExtension(name, folder);
  console.log(`Created ${created.folder}. Next:

  npm install
  npm run build
  cd ${created.folder} && npm run build && npm test
  EXTENSIONS=./${created.folder} npm start

The last command runs in the folder of the product. docs/extending.md explains the rest.`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exit(1);
}
