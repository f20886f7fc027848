const BASE = new URL('api/v1/analytics/', document.baseURI);

export const STREAM_URL = new URL('stream', BASE);

/** What a call was answered with where that is not what was asked for; status 0: no answer. */
export class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function subject(id, token, signal) {
  return get(new URL(`subjects/${encodeURIComponent(id)}`, BASE), token, signal);
}

async function get(url, token, signal) {
  let response;
  try {
    response = await fetch(url, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
      cache: 'no-store',
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(0, 'The service can not be reached.');
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Refusal(response.status, problem.detail ?? `The service answers ${response.status}.`);
}
