import { useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { StretchEditor } from './stretch-editor.tsx';

/** How many learners a mentor takes at once, in which units, and when none. */
export function MentorEditor(props: {
  readonly base: BaseDetail;
  readonly mentor: BaseDetail['mentors'][number];
  readonly onClose: () => void;
}) {
  const { base, mentor } = props;
  const t = usePhrases('training-bases');
  const [maxLearners, setMost] = useState(mentor.maxLearners);
  const [certificateUntil, setUntil] = useState(mentor.certificateUntil);
  const [unitIds, setUnits] = useState(mentor.unitIds);
  const nameOf = useNameOf();
  const [absences, setAbsences] = useState(mentor.absences);
  const save = useWrite(bases.setMentor, {
    invalidates: ['training-bases', 'rotations'],
    done: t('mentors.saved'),
    onDone: props.onClose,
  });
  return (
    <section className="tb-editor" aria-label={mentor.name}>
      <h3>{mentor.name}</h3>
      <div className="tb-row">
        <span>{t('mentors.max')}</span>
        <InputNumber
          aria-label={t('mentors.max')}
          min={1}
          max={50}
          value={maxLearners}
          onChange={(count) => setMost(count ?? 1)}
        />
        <span>{t('mentors.until')}</span>
        <Input
          type="date"
          aria-label={t('mentors.until')}
          className="tb-date"
          value={certificateUntil ?? ''}
          onChange={(event) => setUntil(event.target.value || null)}
        />
      </div>
      <div className="tb-row">
        <span>{t('mentors.units')}</span>
        <Select
          mode="multiple"
          aria-label={t('mentors.units')}
          placeholder={t('mentors.allUnits')}
          style={{ minInlineSize: 220, flex: '1 1 220px' }}
          value={unitIds}
          optionFilterProp="label"
          options={base.units.map((unit) => ({ value: unit.id, label: nameOf(unit) }))}
          onChange={setUnits}
        />
      </div>
      <p className="dt-quiet">{t('mentors.untilNote')}</p>
      <p className="dt-quiet">{t('stretch.mentorNote')}</p>
      <StretchEditor
        stretches={absences}
        hasPlaces={false}
        addLabel={t('stretch.addAbsence')}
        onChange={(list) => setAbsences(list.map(({ from, to, note }) => ({ from, to, note })))}
      />
      <div className="tb-row">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ...{ baseId: base.id, mentorId: mentor.id },
              ...{ maxLearners, absences, certificateUntil, unitIds },
            })
          }
        >
          {t('stations.save')}
        </Button>
        <Button type="text" onClick={props.onClose}>
          {t('units.cancel')}
        </Button>
      </div>
    </section>
  );
}
