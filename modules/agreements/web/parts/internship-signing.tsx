import { Panel, type Problem, problemOf, usePhrases } from '@dualtrack/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useRef, useState } from 'react';
import type { InternshipClassView } from '../../contract/internships.ts';
import { signAll } from '../../sign-all.ts';
import { agreements } from '../client.ts';
import { type SignedRow, SignedRows } from './signed-rows.tsx';
import { SigningPassword } from './signing-password.tsx';

/** A paper of the class that waits for the reader, with the digest shown in its row. */
type WaitingPaper = {
  readonly id: string;
  readonly number: string;
  readonly studentName: string;
  readonly digest: string | null;
};

/**
 * Signing the agreements of a class one after the other, with the password given once. Each signature is an act of its
 * own over the document of its row. One that cannot be signed is named with its reason and keeps nobody from the next;
 * what is signed stays signed, also when the page is left.
 */
export function InternshipSigning(props: {
  readonly view: InternshipClassView;
  readonly waiting: readonly WaitingPaper[];
}) {
  const { view } = props;
  const t = usePhrases('internships');
  const queries = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [rows, setRows] = useState<readonly SignedRow[] | null>(null);
  const isStopped = useRef(false);
  // What has just been signed waits no longer, also while the list is read again.
  const done = new Set(
    (rows ?? []).flatMap(({ id, result: { outcome } }) =>
      outcome === 'signed' || outcome === 'already' ? [id] : [],
    ),
  );
  const waiting = props.waiting.filter(({ id }) => !done.has(id));
  const sign = async (secret: string) => {
    // The papers as they are shown now: the list grows shorter while they are signed.
    const papers = [...waiting];
    const total = papers.length;
    isStopped.current = false;
    setRows(null);
    setProgress({ done: 0, total });
    const results = await signAll<WaitingPaper, Problem>(papers, {
      sign: ({ id, digest }) => agreements.sign({ agreementId: id, secret, digest: digest ?? '' }),
      problemOf,
      isStopped: () => isStopped.current,
      onEach: (done) => setProgress({ done, total }),
    });
    setRows(papers.flatMap((paper, index) => (results[index] ? [{ ...paper, result: results[index] }] : [])));
    setProgress(null);
    await queries.invalidateQueries({ queryKey: ['agreements'] });
  };
  if (progress === null && rows === null && waiting.length === 0) return null;
  return (
    <Panel
      title={t('step.sign')}
      count={progress === null ? waiting.length || undefined : progress.total - progress.done}
    >
      <div className="ag-stack">
        {rows === null ? null : <SignedRows rows={rows} onOver={() => setRows(null)} />}
        {progress === null ? null : (
          <Progress
            {...progress}
            onStop={() => {
              isStopped.current = true;
            }}
          />
        )}
        {progress !== null || waiting.length === 0 ? null : (
          <SignForm
            count={waiting.length}
            isKnown={view.hasSigningIdentity}
            onSign={(secret) => void sign(secret)}
          />
        )}
      </div>
    </Panel>
  );
}

function Progress(props: { readonly done: number; readonly total: number; readonly onStop: () => void }) {
  const t = usePhrases('internships');
  const [isStopping, setStopping] = useState(false);
  const { done, total } = props;
  const words = t('step.signing', { done, total });
  return (
    <div className="ag-row">
      <progress className="in-progress" value={done} max={total} aria-label={words} />
      <span role="status">{words}</span>
      <Button
        size="small"
        disabled={isStopping}
        onClick={() => {
          setStopping(true);
          props.onStop();
        }}
      >
        {t('signed.stop')}
      </Button>
    </div>
  );
}

function SignForm(props: {
  readonly count: number;
  readonly isKnown: boolean;
  readonly onSign: (secret: string) => void;
}) {
  const { count, isKnown } = props;
  const t = usePhrases('internships');
  const ta = usePhrases('agreements');
  const [secret, setSecret] = useState('');
  const [hasRead, setRead] = useState(false);
  return (
    <>
      <p className="dt-quiet">{t('step.signNote', { count })}</p>
      <p className="ag-verdict">{ta('sign.meaning')}</p>
      <Checkbox checked={hasRead} onChange={(event) => setRead(event.target.checked)}>
        {t('step.read', { count })}
      </Checkbox>
      <div className="at-answers">
        <SigningPassword
          label={isKnown ? t('mine.secret') : t('mine.secretNew')}
          hint={t('mine.secretNote')}
          value={secret}
          onChange={setSecret}
        />
      </div>
      <div>
        <Button type="primary" disabled={!hasRead || secret.length < 8} onClick={() => props.onSign(secret)}>
          {t('do.sign', { count })}
        </Button>
      </div>
    </>
  );
}
