import { DayRange, Panel, today, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';

type Absence = { from: string; to: string };

/** Days on which students of the class cannot be there; what is planned then is named, and a search keeps clear of it. */
export function AbsencePanel(props: { readonly plan: PlanDetail; readonly canEdit: boolean }) {
  const { plan, canEdit } = props;
  const t = usePhrases('rotations');
  const set = useWrite(rotations.setAbsences, { invalidates: ['rotations'], done: t('absent.saved') });
  const save = (placementId: string, absences: Absence[]) =>
    set.mutateAsync({ planId: plan.id, placementId, absences });
  const absent = plan.learners.flatMap((learner) =>
    learner.absences.map((absence) => ({ learner, absence })),
  );
  if (!canEdit && absent.length === 0) return null;
  return (
    <Panel title={t('absent.title')} count={absent.length}>
      <p className="dt-quiet">{t('absent.note')}</p>
      {absent.length === 0 ? null : (
        <ul className="ro-list">
          {absent.map(({ learner, absence }) => (
            <li key={`${learner.placementId} ${absence.from}`}>
              <span>
                {learner.studentName} · <DayRange from={absence.from} to={absence.to} />
              </span>
              {canEdit ? (
                <Button
                  size="small"
                  type="text"
                  onClick={() =>
                    void save(
                      learner.placementId,
                      learner.absences.filter((one) => one.from !== absence.from),
                    )
                  }
                >
                  {t('absent.remove')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canEdit ? <AddAbsence plan={plan} isBusy={set.isPending} onAdd={save} /> : null}
    </Panel>
  );
}

function AddAbsence(props: {
  readonly plan: PlanDetail;
  readonly isBusy: boolean;
  readonly onAdd: (placementId: string, absences: Absence[]) => Promise<unknown>;
}) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const [placementId, setPlacement] = useState<string>();
  const [from, setFrom] = useState(() => later(today(), plan.firstWeek));
  const [to, setTo] = useState(from);
  const known = plan.learners.find((one) => one.placementId === placementId)?.absences ?? [];
  const isWrong = to < from;
  const add = async () => {
    if (placementId === undefined || isWrong) return;
    await props.onAdd(placementId, [...known, { from, to }]);
    setPlacement(undefined);
  };
  return (
    <div className="ro-row">
      <Select
        aria-label={t('chart.student')}
        placeholder={t('chart.student')}
        className="ro-subject"
        showSearch={{ optionFilterProp: 'label' }}
        {...(placementId === undefined ? {} : { value: placementId })}
        options={plan.learners.map((one) => ({ value: one.placementId, label: one.studentName }))}
        onChange={setPlacement}
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
