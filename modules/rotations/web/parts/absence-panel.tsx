import { DayRange, Panel, today, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';
import { MissedList } from './missed-list.tsx';

type Absence = { from: string; to: string; isMadeUp: boolean };

/** Days on which students of the class cannot be there; what is planned then is named, and a search keeps clear of it. */
export function AbsencePanel(props: { readonly plan: PlanDetail; readonly canEdit: boolean }) {
  const { plan } = props;
  const t = usePhrases('rotation-changes');
  const set = useWrite(rotations.setAbsences, { invalidates: ['rotations'], done: t('absent.saved') });
  const save = (placementId: string, absences: Absence[]) =>
    set.mutateAsync({ planId: plan.id, placementId, absences });
  const absent = plan.learners.flatMap((learner) =>
    learner.absences.map((absence) => ({ learner, absence })),
  );
  const isOver = plan.state === 'superseded' || dayAfter(plan.firstWeek, plan.weeks * 7) <= today();
  const canEdit = props.canEdit && !isOver;
  // What is over can use no absence; what was missed in it is still told.
  if (isOver) return plan.missed.length === 0 ? null : <MissedPanel plan={plan} />;
  if (!canEdit && absent.length + plan.missed.length === 0) return null;
  return (
    <Panel title={t('absent.title')} count={absent.length}>
      <p className="dt-quiet">{t('absent.note')}</p>
      {plan.state === 'published' && canEdit ? <p>{t('absent.onPublished')}</p> : null}
      {absent.length === 0 ? null : (
        <ul className="ro-list">
          {absent.map(({ learner: { placementId, studentName, absences }, absence }) => (
            <li key={`${placementId} ${absence.from}`}>
              <span>
                {studentName} · <DayRange from={absence.from} to={absence.to} />
                <span className="dt-quiet"> · {t('absent.weeksAre', { what: t(wordOf(absence)) })}</span>
              </span>
              {canEdit ? (
                <span className="ro-row">
                  <Button
                    size="small"
                    type="text"
                    onClick={() =>
                      void save(
                        placementId,
                        absences.map((one) => (one === absence ? { ...one, isMadeUp: !one.isMadeUp } : one)),
                      )
                    }
                  >
                    {t(absence.isMadeUp ? 'absent.doLetGo' : 'absent.doMakeUp')}
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    onClick={() =>
                      void save(
                        placementId,
                        absences.filter((one) => one !== absence),
                      )
                    }
                  >
                    {t('absent.remove')}
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canEdit ? <AddAbsence plan={plan} isBusy={set.isPending} onAdd={save} /> : null}
      <MissedList plan={plan} />
    </Panel>
  );
}

const wordOf = ({ isMadeUp }: Absence) => (isMadeUp ? 'absent.madeUp' : 'absent.letGo');

function MissedPanel(props: { readonly plan: PlanDetail }) {
  const t = usePhrases('rotation-changes');
  return (
    <Panel title={t('absent.missed')}>
      <MissedList plan={props.plan} />
    </Panel>
  );
}

function AddAbsence(props: {
  readonly plan: PlanDetail;
  readonly isBusy: boolean;
  readonly onAdd: (placementId: string, absences: Absence[]) => Promise<unknown>;
}) {
  const { plan } = props;
  const t = usePhrases('rotation-changes');
  const words = usePhrases('rotations');
  const [placementId, setPlacement] = useState<string>();
  const [from, setFrom] = useState(() => later(today(), plan.firstWeek));
  const [to, setTo] = useState(from);
  const [isMadeUp, setMadeUp] = useState(true);
  const known = plan.learners.find((one) => one.placementId === placementId)?.absences ?? [];
  const isWrong = to < from;
  const add = async () => {
    if (placementId === undefined || isWrong) return;
    await props.onAdd(placementId, [...known, { from, to, isMadeUp }]);
    setPlacement(undefined);
  };
  return (
    <div className="ro-row">
      <Select
        aria-label={words('chart.student')}
        placeholder={words('chart.student')}
        className="ro-subject"
        showSearch={{ optionFilterProp: 'label' }}
        value={placementId ?? null}
        options={plan.learners.map((one) => ({ value: one.placementId, label: one.studentName }))}
        onChange={(value: string) => setPlacement(value)}
      />
      <Input
        type="date"
        aria-label={t('absent.from')}
        className="ro-date"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      –
      <Input
        type="date"
        aria-label={t('absent.to')}
        className="ro-date"
        value={to}
        status={isWrong ? 'error' : ''}
        onChange={(event) => setTo(event.target.value)}
      />
      <Select
        aria-label={t('absent.weeks')}
        value={isMadeUp}
        options={[
          { value: true, label: t('absent.weeksAre', { what: t('absent.madeUp') }) },
          { value: false, label: t('absent.weeksAre', { what: t('absent.letGo') }) },
        ]}
        onChange={setMadeUp}
      />
      <Button
        disabled={placementId === undefined || isWrong}
        loading={props.isBusy}
        onClick={() => void add().catch(() => undefined)}
      >
        {t('absent.add')}
      </Button>
      {isWrong ? <span className="ro-warn">{t('absent.wrong')}</span> : null}
    </div>
  );
}

function later(one: string, other: string): string {
  return [one, other].sort()[1] ?? one;
}
