import { FileChoice, problemOf, problemSentence, useLanguage, usePhrases } from '@dualtrack/ui';
import { Logo, PageLink, send } from '@dualtrack/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Verification } from '../../verification.ts';
import { VerificationView } from '../parts/verification-view.tsx';
import '../agreements.css';
import '../parts/signing.css';

async function verifyFile(file: File): Promise<Verification> {
  const form = new FormData();
  form.append('file', file);
  const address = new URL('/api/verification', location.href);
  return (await send(new Request(address, { method: 'POST', body: form }))).json();
}

/** Examines a PDF for whoever brings one, without an account; nothing of it is kept. */
export function VerifyOpen(props: { readonly languages: ReactNode }) {
  const t = usePhrases('verification');
  const tPage = usePhrases('agreements');
  const tShell = usePhrases('shell');
  const { catalogue } = useLanguage();
  const verify = useMutation({ mutationFn: verifyFile });
  const title = t('open.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="ag-open">
      <div className="ag-open-brand">
        <Logo size={28} />
        <span>{tShell('frame.name')}</span>
      </div>
      <h1>{title}</h1>
      <p>{t('open.note')}</p>
      <FileChoice
        label={tPage('verify.choose')}
        dropNote={tPage('verify.drop')}
        accept="application/pdf"
        disabled={verify.isPending}
        onFile={(file) => verify.mutate(file)}
      />
      {verify.isPending ? <p role="status">{t('open.busy')}</p> : null}
      {verify.error ? (
        <p className="ag-verdict ag-verdict-failed" role="alert">
          {problemSentence(catalogue, problemOf(verify.error))}
        </p>
      ) : null}
      {verify.data === undefined || verify.isPending ? null : (
        <VerificationView
          verification={verify.data}
          facts={[
            { label: t('file.digest'), value: <span className="ag-digest">{verify.data.digest}</span> },
          ]}
        />
      )}
      <p className="dt-quiet">
        {t('open.record')} <PageLink to="/sign-in">{t('open.signIn')}</PageLink>
      </p>
      {props.languages}
    </main>
  );
}
