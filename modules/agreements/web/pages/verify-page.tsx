import {
  FileChoice,
  PageHeader,
  PageLink,
  problemOf,
  problemSentence,
  useLanguage,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { agreements } from '../client.ts';
import { VerificationView } from '../parts/verification-view.tsx';
import '../agreements.css';

/** Examines any PDF that somebody brings. */
export function VerifyPage() {
  const t = usePhrases('agreements');
  const { catalogue } = useLanguage();
  const verify = useWrite(agreements.verify, { showsProblems: true });
  return (
    <>
      <PageHeader title={t('verify.title')} note={t('verify.note')} />
      <div className="ag-stack">
        <FileChoice
          label={t('verify.choose')}
          dropNote={t('verify.drop')}
          accept="application/pdf"
          disabled={verify.isPending}
          onFile={(file) => verify.mutate({ file })}
        />
        {verify.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(verify.error))}
          </p>
        ) : null}
        {verify.data === undefined ? null : (
          <>
            {verify.data.onRecord === null ? null : (
              <PageLink to={`/agreements/${verify.data.onRecord.id}`}>
                {t('verify.onRecord', { number: verify.data.onRecord.number })}
              </PageLink>
            )}
            <VerificationView verification={verify.data} />
          </>
        )}
      </div>
    </>
  );
}
