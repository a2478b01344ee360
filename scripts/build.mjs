import { ensureWebBuild } from './lib/ensure-web-build.mjs';
import { reportFailure } from './lib/fail.mjs';

/** `npm run build`: the web application (the server side runs from its sources). */
try {
  if (!(await ensureWebBuild())) process.stdout.write('The web application is up to date.\n');
} catch (error) {
  reportFailure(error);
}
