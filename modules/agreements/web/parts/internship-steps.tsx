import { Panel, useNameOf, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { InternshipClassView } from '../../contract/internships.ts';
import { type GivenValues, sentAnswers } from '../../template-values.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { InternshipRun } from './internship-run.tsx';
import { InternshipSigning } from './internship-signing.tsx';
import { Labelled } from './labelled.tsx';
import { TemplateAnswers } from './template-answers.tsx';
import './templates.css';

type StepProps = { readonly view: InternshipClassView };

/** What an office can do for all agreements of a class at once, in the order in which it is done. */
export function InternshipSteps(props: StepProps) {
  const { view } = props;
  const t = usePhrases('internships');
  const own = useOwnSide();
  const [runId, setRunId] = useState<string | null>(null);
  const rows = view.rows.flatMap(({ agreement }) => (agreement === null ? [] : [agreement]));
  const open = rows.filter((one) => one.state === 'negotiating');
  const ready = open.filter(
    (one) => own !== null && one.missing.length + one.unlawful === 0 && !one.confirmed[own],
  );
  const incomplete = open.filter((one) => one.missing.length > 0).length;
  // Of a minor without a guardian on record none can be made yet; the row says so.
  const unmade = view.rows.filter((row) => row.agreement === null && !row.lacksGuardian).length;
  const toSign = view.rows.flatMap(({ agreement, studentName }) =>
    agreement?.isOwnTurn ? [{ ...agreement, studentName }] : [],
  );
  const isDone =
    rows.length > 0 && rows.length === view.rows.length && rows.every((one) => one.state === 'in-force');
  return (
    <div className="ag-stack">
      {runId === null ? null : <InternshipRun runId={runId} onOver={() => setRunId(null)} />}
      {isDone ? <p className="ag-verdict">{t('step.allDone')}</p> : null}
      {own === 'school' && unmade > 0 && runId === null ? (
        <Make view={view} count={unmade} onRun={setRunId} />
      ) : null}
      {open.length > 0 && runId === null ? (
        <Confirm view={view} ready={ready} incomplete={incomplete} onRun={setRunId} />
      ) : null}
      <InternshipSigning view={view} waiting={toSign} />
    </div>
  );
}

function Make(props: StepProps & { readonly count: number; readonly onRun: (runId: string) => void }) {
  const { view, count, onRun } = props;
  const t = usePhrases('internships');
  const tTemplates = usePhrases('agreement-templates');
  const nameOf = useNameOf();
  const [given, setGiven] = useState<GivenValues>(view.known);
  const [template, setTemplate] = useState('');
  const known = useOperation('agreements.templates', agreements.templates.list, {});
  const own = (known.data?.items ?? []).flatMap(({ id, kind, published, title, titleEn }) =>
    id === null || kind !== 'tripartite' || published === null
      ? []
      : [{ id, version: published, label: nameOf({ name: title, nameEn: titleEn }) }],
  );
  const chosen = own.find((one) => one.id === template);
  const make = useWrite(agreements.internships.make, {
    invalidates: [],
    onDone: ({ runId }) => onRun(runId),
  });
  return (
    <Panel title={t('step.make')} count={count}>
      <div className="ag-stack">
        <p className="dt-quiet">{t('step.makeNote', { count })}</p>
        {own.length === 0 ? null : (
          <Labelled label={tTemplates('use.template')}>
            {(id) => (
              <Select
                id={id}
                value={template}
                options={[
                  { value: '', label: tTemplates('list.standard') },
                  ...own.map((one) => ({ value: one.id, label: one.label })),
                ]}
                onChange={setTemplate}
              />
            )}
          </Labelled>
        )}
        <TemplateAnswers variables={view.questions} given={given} onChange={setGiven} />
        <div>
          <Button
            type="primary"
            loading={make.isPending}
            onClick={() =>
              make.mutate({
                ...{ classId: view.classId, given: sentAnswers(given) },
                ...(chosen === undefined
                  ? {}
                  : { template: { templateId: chosen.id, version: chosen.version } }),
              })
            }
          >
            {t('do.make', { count })}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

type Agreement = NonNullable<InternshipClassView['rows'][number]['agreement']>;

function Confirm(
  props: StepProps & {
    readonly ready: readonly Agreement[];
    readonly incomplete: number;
    readonly onRun: (runId: string) => void;
  },
) {
  const { view, ready, incomplete, onRun } = props;
  const t = usePhrases('internships');
  const [signer, setSigner] = useState('');
  const [signerPost, setPost] = useState('');
  const confirm = useWrite(agreements.internships.confirm, {
    invalidates: [],
    onDone: ({ runId }) => onRun(runId),
  });
  const count = ready.length;
  const seen = ready.map(({ id, version }) => ({ agreementId: id, version }));
  return (
    <Panel title={t('step.confirm')} count={count}>
      <div className="ag-stack">
        <p className="dt-quiet">
          {count === 0 ? t('step.confirmNone') : t('step.confirmNote', { count })}{' '}
          {incomplete === 0 ? null : t('step.incompleteNote', { count: incomplete })}
        </p>
        {count === 0 ? null : (
          <>
            <div className="at-answers">
              <Labelled label={t('step.signer')}>
                {(id) => (
                  <Input
                    id={id}
                    value={signer}
                    maxLength={60}
                    onChange={(event) => setSigner(event.target.value)}
                  />
                )}
              </Labelled>
              <Labelled label={t('step.signerPost')}>
                {(id) => (
                  <Input
                    id={id}
                    value={signerPost}
                    maxLength={100}
                    onChange={(event) => setPost(event.target.value)}
                  />
                )}
              </Labelled>
            </div>
            <div>
              <Button
                type="primary"
                loading={confirm.isPending}
                onClick={() => confirm.mutate({ classId: view.classId, seen, signer, signerPost })}
              >
                {t('do.confirm', { count })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}
