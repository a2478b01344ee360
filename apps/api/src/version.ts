import packageJson from '../package.json' with { type: 'json' };

/** Version of the API, as in its package. */
export const API_VERSION: string = packageJson.version;
