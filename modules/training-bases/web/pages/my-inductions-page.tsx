import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  StateTag,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { bases } from '../client.ts';
import '../bases.css';

type Exam = Awaited<ReturnType<typeof bases.induction.mine>>['items'][number];

/** Made for the phone: a student's own safety exams, one below the other. */
export function MyInductionsPage() {
  const t = usePhrases('training-bases');
  const found = useOperation('training-bases.mine', bases.induction.mine, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader title={t('mine.title')} />
      {found.data.items.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.noneNote')}</EmptyState>
      ) : (
        <div className="tb-parts">
          {found.data.items.map((exam) => (
            <ExamPanel key={exam.unitId} exam={exam} />
          ))}
        </div>
      )}
    </>
  );
}

function ExamPanel(props: { readonly exam: Exam }) {
  const { exam } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [isOpen, setOpen] = useState(false);
  const { best } = exam;
  return (
    <Panel
      title={nameOf({ name: exam.unitName, nameEn: exam.unitNameEn })}
      actions={
        <StateTag tone={best === null ? 'plain' : best.isPassed ? 'done' : 'danger'}>
          {best === null ? t('mine.open') : best.isPassed ? t('induction.isPassed') : t('induction.isFailed')}
        </StateTag>
      }
    >
      <p className="dt-quiet">
        {nameOf({ name: exam.baseName, nameEn: exam.baseNameEn })}
        {' · '}
        {t('induction.exam', { count: exam.questions.length, mark: exam.passMark })}
        {best === null ? null : ` · ${t('induction.best', { score: best.score })}`}
      </p>
      {isOpen ? (
        <ExamForm exam={exam} onClose={() => setOpen(false)} />
      ) : best?.isPassed ? null : (
        <Button type="primary" onClick={() => setOpen(true)}>
          {best === null ? t('mine.take') : t('mine.again')}
        </Button>
      )}
    </Panel>
  );
}

function ExamForm(props: { readonly exam: Exam; readonly onClose: () => void }) {
  const { exam } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [answers, setAnswers] = useState<Record<string, number>>({});
  const take = useWrite(bases.induction.take, { invalidates: ['training-bases', 'rotations'] });
  const open = exam.questions.filter((one) => answers[one.id] === undefined).length;
  const guide = nameOf({ name: exam.guide, nameEn: exam.guideEn });
  const result = take.data;
  return (
    <div className="tb-exam">
      {guide === '' ? null : <p className="tb-guide">{guide}</p>}
      {exam.questions.map((one, at) => (
        <fieldset key={one.id} className="tb-question">
          <legend>
            {at + 1}. {nameOf({ name: one.text, nameEn: one.textEn })}{' '}
            {result?.wrong.includes(one.id) ? <StateTag tone="danger">{t('mine.wrong')}</StateTag> : null}
          </legend>
          <Radio.Group
            className="tb-choices"
            value={answers[one.id] ?? null}
            onChange={(event) => setAnswers({ ...answers, [one.id]: Number(event.target.value) })}
          >
            {one.choices.map((choice, index) => (
              <Radio key={choice.text} value={index}>
                {nameOf({ name: choice.text, nameEn: choice.textEn })}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      ))}
      {result === undefined ? null : (
        <p role="status" className={result.isPassed ? undefined : 'tb-late'}>
          {t('mine.result', { score: result.score, mark: result.passMark })}{' '}
          {result.isPassed ? t('mine.passed') : t('mine.failed')}
        </p>
      )}
      <div className="tb-row">
        {result?.isPassed ? null : (
          <Button
            type="primary"
            disabled={open > 0}
            loading={take.isPending}
            onClick={() => take.mutate({ unitId: exam.unitId, answers })}
          >
            {t('mine.hand')}
          </Button>
        )}
        {open > 0 ? <span className="dt-quiet">{t('mine.unanswered', { count: open })}</span> : null}
        <Button type="text" onClick={props.onClose}>
          {t('units.cancel')}
        </Button>
      </div>
    </div>
  );
}
