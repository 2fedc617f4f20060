import {
  ConfirmButton,
  Day,
  DayRange,
  EmptyState,
  Panel,
  today,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { Fragment, useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { MentorEditor } from './mentor-editor.tsx';

/** Mentors that the enterprise offers to the base, and the form to offer some. */
export function MentorsPanel(props: { readonly base: BaseDetail; readonly canOffer: boolean }) {
  const { base, canOffer } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [edited, setEdited] = useState<string>();
  const unitNames = (ids: readonly string[]) =>
    ids.length === 0
      ? t('mentors.allUnits')
      : base.units
          .filter((unit) => ids.includes(unit.id))
          .map(nameOf)
          .join(' · ');
  const withdraw = useWrite(bases.withdrawMentor, {
    invalidates: ['training-bases', 'rotations'],
    done: t('mentors.withdrawn'),
  });
  return (
    <Panel title={t('mentors.title')} count={base.mentors.length}>
      {base.mentors.length === 0 ? (
        <EmptyState title={t('mentors.none')}>{t('mentors.noneNote')}</EmptyState>
      ) : (
        <div className="tb-scroll">
          <table className="tb-table">
            <thead>
              <tr>
                <th>{t('mentors.name')}</th>
                <th>{t('mentors.post')}</th>
                <th>{t('mentors.certificate')}</th>
                <th>{t('mentors.units')}</th>
                <th className="tb-number">{t('mentors.max')}</th>
                {canOffer ? <th aria-label={t('stations.withdraw')} /> : null}
              </tr>
            </thead>
            <tbody>
              {base.mentors.map((mentor) => (
                <Fragment key={mentor.id}>
                  <tr>
                    <td>
                      {mentor.name}
                      {mentor.absences.map((absence) => (
                        <span key={absence.from} className="tb-period">
                          {t('mentors.absent')} <DayRange from={absence.from} to={absence.to} style="short" />
                        </span>
                      ))}
                    </td>
                    <td>{mentor.postTitle}</td>
                    <td>
                      {mentor.certificate}
                      <CertificateEnd until={mentor.certificateUntil} />
                    </td>
                    <td>{unitNames(mentor.unitIds)}</td>
                    <td className="tb-number">{mentor.maxLearners}</td>
                    {canOffer ? (
                      <td className="tb-end">
                        <Button size="small" onClick={() => setEdited(mentor.id)}>
                          {t('stations.edit')}
                        </Button>{' '}
                        <ConfirmButton
                          title={t('mentors.withdrawQuestion', { name: mentor.name })}
                          size="small"
                          consequence={t('stations.withdrawNote')}
                          confirmLabel={t('stations.withdraw')}
                          onConfirm={() => withdraw.mutateAsync({ baseId: base.id, mentorId: mentor.id })}
                        >
                          {t('stations.withdraw')}
                        </ConfirmButton>
                      </td>
                    ) : null}
                  </tr>
                  {canOffer && edited === mentor.id ? (
                    <tr>
                      <td colSpan={6}>
                        <MentorEditor base={base} mentor={mentor} onClose={() => setEdited(undefined)} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {canOffer ? <OfferMentors base={base} /> : null}
    </Panel>
  );
}

function CertificateEnd(props: { readonly until: string | null }) {
  const { until } = props;
  const t = usePhrases('training-bases');
  if (until === null) return null;
  const isOver = until < today();
  return (
    <span className={isOver ? 'tb-period tb-late' : 'tb-period'}>
      {t(isOver ? 'mentors.expired' : 'mentors.until')} <Day day={until} />
    </span>
  );
}

function OfferMentors(props: { readonly base: BaseDetail }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const [staffIds, setStaff] = useState<string[]>([]);
  const offerable = useOperation('training-bases.offerable', bases.offerable, undefined);
  const offer = useWrite(bases.offerMentors, {
    invalidates: ['training-bases', 'rotations'],
    done: t('mentors.offered'),
    onDone: () => setStaff([]),
  });
  const offered = new Set(base.mentors.map((mentor) => mentor.staffId));
  const free = (offerable.data?.mentors ?? []).filter((one) => !offered.has(one.id));
  if (offerable.data !== undefined && free.length === 0) {
    return <p className="dt-quiet">{t('mentors.allOffered')}</p>;
  }
  return (
    <div className="tb-row">
      <Select
        mode="multiple"
        aria-label={t('mentors.offer')}
        placeholder={t('mentors.offer')}
        style={{ minInlineSize: 260, flex: '1 1 260px' }}
        value={staffIds}
        optionFilterProp="label"
        options={free.map((one) => ({
          value: one.id,
          label: `${one.name} · ${one.postTitle}`,
        }))}
        onChange={setStaff}
      />
      <Button
        type="primary"
        disabled={staffIds.length === 0}
        loading={offer.isPending}
        onClick={() => offer.mutate({ baseId: base.id, staffIds })}
      >
        {t('mentors.offerDo')}
      </Button>
    </div>
  );
}
