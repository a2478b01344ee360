/** What a signed-in user does over HTTP in the tests. Answers are plain JSON: the tests look at them from outside. */
export interface ApiSession {
  /** Header value of the signed-in session. */
  readonly cookie: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** @returns status and JSON body, whatever the status is */
  upload(bytes: Uint8Array, fileName: string): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** Signs in and keeps the session's cookie. */
export async function signIn(url: string, username: string, password: string): Promise<ApiSession> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 201) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { cookie, origin: url };

  const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const init: RequestInit = { method, headers };
    if (body !== undefined) {
      init.headers = { ...headers, 'content-type': 'application/json' };
      init.body = JSON.stringify(body);
    }
    const answer = await fetch(`${url}${path}`, init);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };

  return {
    cookie,
    get: (path) => request('GET', path),
    post: (path, body) => request('POST', path, body),
    async upload(bytes, fileName) {
      const form = new FormData();
      form.append('file', new Blob([Uint8Array.from(bytes)]), fileName);
      const answer = await fetch(`${url}/api/v1/images`, { method: 'POST', headers, body: form });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}
