import { Panel, problemOf, problemSentence, useLanguage, usePhrases } from '@dualtrack/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { InternshipClassView } from '../../contract/internships.ts';
import { agreements } from '../client.ts';
import { SigningPassword } from './signing-password.tsx';

type Agreement = NonNullable<InternshipClassView['rows'][number]['agreement']>;

/**
 * Signing the agreements of a class one after the other, with the password given once. Each signature is an act of its
 * own over the document of its row; at the first that fails it stops, and what is signed stays signed.
 */
export function InternshipSigning(props: {
  readonly view: InternshipClassView;
  readonly waiting: readonly Agreement[];
}) {
  const { view, waiting } = props;
  const t = usePhrases('internships');
  const ta = usePhrases('agreements');
  const { catalogue } = useLanguage();
  const queries = useQueryClient();
  const [secret, setSecret] = useState('');
  const [hasRead, setRead] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const sign = async () => {
    const total = waiting.length;
    setProblem(undefined);
    try {
      for (const [done, { id, digest }] of waiting.entries()) {
        setProgress({ done, total });
        await agreements.sign({ agreementId: id, secret, digest: digest ?? '' });
      }
    } catch (error) {
      setProblem(problemSentence(catalogue, problemOf(error)));
    } finally {
      setProgress(null);
      setSecret('');
      await queries.invalidateQueries({ queryKey: ['agreements'] });
    }
  };
  const { hasSigningIdentity: isKnown } = view;
  return (
    <Panel title={t('step.sign')} count={waiting.length}>
      <div className="ag-stack">
        <p className="dt-quiet">{t('step.signNote', { count: waiting.length })}</p>
        <p className="ag-verdict">{ta('sign.meaning')}</p>
        <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>
          {t('mine.read')}
        </Checkbox>
        <div className="at-answers">
          <SigningPassword
            label={isKnown ? t('mine.secret') : t('mine.secretNew')}
            hint={t('mine.secretNote')}
            value={secret}
            onChange={setSecret}
          />
        </div>
        {problem === undefined ? null : (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problem}
          </p>
        )}
        <div className="ag-row">
          <Button
            type="primary"
            loading={progress !== null}
            disabled={!hasRead || secret.length < 8}
            onClick={() => void sign()}
          >
            {t('do.sign', { count: waiting.length })}
          </Button>
          {progress === null ? null : <span role="status">{t('step.signing', progress)}</span>}
        </div>
      </div>
    </Panel>
  );
}
