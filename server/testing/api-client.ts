import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  data: T | null;
  errors?: { message: string; extensions: { code: string; requestId?: string } }[];
}

/** A file for a variable of type Upload. */
export const file = (bytes: Buffer | string, name = 'photo.jpg'): File => new File([bytes], name);

/** Speaks to a running server as an integrator would: HTTP with JSON or multipart, and graphql-ws. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  as(token: string | undefined): ApiClient {
    return new ApiClient(this.url, token);
  }

  /** Sends an operation; `File`s in `variables`, also in lists, go by the GraphQL multipart request specification. */
  async send<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const files = new Map<string, File>();
    const withoutFiles = JSON.parse(
      JSON.stringify({ query, variables }, (_key, value: unknown) => (value instanceof File ? null : value)),
    ) as object;
    collectFiles(variables, 'variables', files);
    const body = files.size > 0 ? multipart(withoutFiles, files) : JSON.stringify(withoutFiles);
    const kind: Record<string, string> =
      files.size > 0 ? { 'apollo-require-preflight': 'true' } : { 'content-type': 'application/json' };
    const response = await this.post(new Request(`${this.url}/graphql`, { method: 'POST', headers: kind, body }));
    return { status: response.status, ...((await response.json()) as Omit<Answer<T>, 'status'>) };
  }

  protected post(request: Request): Promise<Response> {
    if (this.token) request.headers.set('authorization', `Bearer ${this.token}`);
    return fetch(request);
  }

  /** As `send`, where an error would be a surprise. */
  async ask<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** A graphql-ws client that does not reconnect by itself. */
  socket(): Client {
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: this.token ? { authorization: `Bearer ${this.token}` } : {},
    });
  }
}

function collectFiles(value: unknown, path: string, files: Map<string, File>): void {
  if (value instanceof File) files.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) collectFiles(inner, `${path}.${key}`, files);
  }
}

function multipart(operations: object, files: Map<string, File>): FormData {
  const form = new FormData();
  const paths = [...files.keys()];
  form.append('operations', JSON.stringify(operations));
  form.append('map', JSON.stringify(Object.fromEntries(paths.map((path, index) => [index, [path]]))));
  paths.forEach((path, index) => form.append(String(index), files.get(path)!));
  return form;
}
