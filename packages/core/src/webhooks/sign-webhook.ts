/** What precedes the key in the text of a secret. */
export const WEBHOOK_SECRET_PREFIX = 'whsec_';
const secretBytes = 24;

/** A fresh secret as it is shown to a person, once. */
export function newWebhookSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(secretBytes));
  return WEBHOOK_SECRET_PREFIX + btoa(String.fromCharCode(...bytes));
}

/** The headers that let a receiver tell that the event is ours, whole and fresh.
 * @param timestamp - seconds since 1970, of this attempt
 * @param secrets - the present one first; the receiver needs only one of them
 * @source Standard Webhooks 1.0, symmetric signatures (`v1`)
 */
export async function signWebhook(message: {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
  readonly secrets: readonly string[];
}): Promise<Readonly<Record<string, string>>> {
  const { id, timestamp, body, secrets } = message;
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(secrets.map((secret) => sign(secret, signed)));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
  };
}

async function sign(secret: string, signed: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(WEBHOOK_SECRET_PREFIX.length)), (char) =>
    char.charCodeAt(0),
  );
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, signed);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
