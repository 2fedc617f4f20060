import { send, sendJson } from '@dualtrack/ui/plain';
import type { Handwriting, SignRole, SlotState } from '../sign-slots.ts';

/** What a one-time link shows before its code. */
export type LinkFacts = {
  readonly name: string;
  readonly role: SignRole;
  readonly organisation: string;
  readonly codeBy: 'second-mail' | 'office';
  readonly expiresAt: string;
  readonly illustrative: boolean;
};

/** The agreement behind the link. */
export type LinkAgreement = {
  readonly number: string;
  readonly title: string;
  readonly titleEn: string;
  readonly school: string;
  readonly schoolEn: string;
  readonly enterprise: string;
  readonly enterpriseEn: string;
  readonly name: string;
  readonly post: string;
  readonly role: SignRole;
  readonly digest: string;
  readonly canDraw: boolean;
  readonly signers: readonly { name: string; role: SignRole; state: SlotState }[];
  readonly whyNot: string | null;
};

type Signature = { digest: string; name: string; file?: File; password?: string };

/** The calls of somebody who signs by a one-time link, without a session. All reject with `ProblemError`. */
export function linkSigningApi(token: string) {
  const base = `/signing/${encodeURIComponent(token)}` as const;
  const post = <Output>(path: string, input: unknown) => sendJson<Output>('POST', `${base}${path}`, input);
  return {
    show: () => sendJson<LinkFacts>('GET', base),
    enterCode: (code: string) => post<{ pass: string }>('/code', { code }),
    open: (pass: string) => post<LinkAgreement>('/open', { pass }),
    decline: (pass: string, reason: string) => post<unknown>('/decline', { pass, reason }),
    draw: (pass: string, handwriting: Handwriting | null) =>
      sendJson<{ digest: string }>('PUT', `${base}/handwriting`, { pass, handwriting }),
    /** The document as a place in this browser's memory. */
    async document(pass: string): Promise<string> {
      const request = new Request(new URL(`/api${base}/document`, location.href), {
        method: 'POST',
        body: JSON.stringify({ pass }),
        headers: { 'content-type': 'application/json' },
      });
      const answer = await send(request);
      return URL.createObjectURL(await answer.blob());
    },
    async sign(pass: string, signature: Signature): Promise<{ fingerprint: string }> {
      const { file, password, ...plain } = signature;
      if (file === undefined) return post('/signature', { pass, ...plain });
      const form = new FormData();
      for (const [key, value] of Object.entries({ pass, ...plain, password: password ?? '' }))
        form.append(key, value);
      form.append('file', file);
      const request = new Request(new URL(`/api${base}/signature`, location.href), {
        method: 'POST',
        body: form,
      });
      return (await send(request)).json();
    },
  };
}
