// `npm run extension:new <name> [folder]`: creates an extension that builds and passes its tests.
import { createExtension, UsageError } from './extensions/create-extension.mjs';
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();

try {
  const [name = '', folder] = process.argv.slice(2);
  const created = createExtension(name, folder);
  console.log(`Created ${created.folder}. Next, in that folder:

  npm install
  npm run build
  npm test

Then, in the product's folder: EXTENSIONS=${created.entry} npm start
docs/extending.md explains the rest.`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exit(1);
}
