import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '../free-port.ts';

type Claims = Record<string, unknown>;

/** A real OpenID Connect provider (the `oidc-provider` package), whose users sign in without being asked. */
export interface TestOidcProvider {
  readonly issuer: string;
  /** Who signs in next. */
  user: { readonly id: string; readonly claims: Claims };
  /** Changes the ID token before it is signed again, with the provider's key unless another is given. */
  tamper: ((claims: Claims) => Claims) | null;
  /** Signs tampered tokens with a key that the provider does not publish. */
  useForeignKey: boolean;
  /** Begins to sign with a new key and publishes no other. */
  rotateKeys(): Promise<void>;
  /** Whether requests are answered at all. */
  isAway: boolean;
  stop(): Promise<void>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

const newKey = (): SigningKey => ({
  kid: randomUUID(),
  privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
});

/** @param client - as registered; `redirectUri` may be asked for later, when the server under test listens */
export async function startOidcProvider(client: {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: () => string;
}): Promise<TestOidcProvider> {
  // The package brings no types.
  const { default: Provider } = await import('oidc-provider' as string);
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  let key = newKey();
  const foreign = newKey();
  let inner: ReturnType<typeof createProvider> | null = null;

  const createProvider = () =>
    new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [client.redirectUri()],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      cookies: { keys: ['test'] },
      jwks: {
        keys: [{ ...key.privateKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }],
      },
      claims: { openid: ['sub', 'groups', 'preferred_username', 'name'] },
      scopes: ['openid', 'offline_access', 'profile', 'email'],
      findAccount: (_context: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: id, ...provider.user.claims }),
      }),
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
      // Claims come from the userinfo endpoint, as with most providers.
      conformIdTokenClaims: true,
    });

  const provider: TestOidcProvider = {
    issuer,
    user: { id: 'nobody', claims: {} },
    tamper: null,
    useForeignKey: false,
    isAway: false,
    rotateKeys: async () => {
      key = newKey();
      inner = createProvider();
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };

  const signAgain = (token: string, change: (claims: Claims) => Claims): string => {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString());
    const by = provider.useForeignKey ? foreign : key;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = `${part({ alg: 'RS256', typ: 'JWT', kid: key.kid })}.${part(change(claims))}`;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(by.privateKey).toString('base64url')}`;
  };

  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    const { params } = await inner.interactionDetails(request, response);
    const grant = new inner.Grant({ accountId: provider.user.id, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    const result = { login: { accountId: provider.user.id }, consent: { grantId: await grant.save() } };
    await inner.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };

  const server = createServer((request, response) => {
    inner ??= createProvider();
    if (provider.isAway) {
      request.socket.destroy();
      return;
    }
    if (request.url?.startsWith('/interaction/')) {
      interact(request, response).catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
      return;
    }
    const { tamper } = provider;
    if (request.url === '/token' && tamper !== null) {
      const end = response.end.bind(response);
      response.end = ((body: unknown) => {
        const answer = JSON.parse(String(body));
        if (answer.id_token !== undefined) answer.id_token = signAgain(answer.id_token, tamper);
        const text = JSON.stringify(answer);
        response.setHeader('content-length', Buffer.byteLength(text));
        return end(text);
      }) as typeof response.end;
    }
    inner.callback()(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return provider;
}
