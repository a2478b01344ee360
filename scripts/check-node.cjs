'use strict';

// Loaded with `node -r` before anything else, so it must parse on very old Node.js: no modern syntax here.
var minimum = [20, 19];
var parts = process.versions.node.split('.').map(Number);

if (parts[0] < minimum[0] || (parts[0] === minimum[0] && parts[1] < minimum[1])) {
  process.stderr.write(
    'MLMCSC needs Node.js ' +
      minimum.join('.') +
      ' or newer to start, and this is ' +
      process.versions.node +
      '. Install a current Node.js (https://nodejs.org) and run the same command again.\n',
  );
  process.exit(1);
}
