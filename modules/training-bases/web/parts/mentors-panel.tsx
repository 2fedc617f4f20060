import {
  ConfirmButton,
  Day,
  DayRange,
  EmptyState,
  PageLink,
  Panel,
  SaveRows,
  today,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { Fragment, useState } from 'react';
import { careState } from '../../care.ts';
import { certificateName } from '../../certificate-name.ts';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { MentorEditor } from './mentor-editor.tsx';
import { useShownRows } from './use-shown-rows.tsx';

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
  const { locale } = useLanguage();
  const postName = (one: BaseDetail['mentors'][number]) =>
    nameOf({ name: one.postTitle, nameEn: one.postTitleEn });
  const { shown, search, more } = useShownRows(base.mentors, {
    label: t('mentors.search'),
    textOf: (one) => [one.name, one.staffNumber, one.postTitle, one.postTitleEn, one.certificate].join(' '),
  });
  const save = (
    <SaveRows
      rows={base.mentors}
      fileName={`${t('mentors.title')} ${nameOf(base)}`}
      columns={[
        [t('mentors.number'), (one) => one.staffNumber],
        [t('mentors.name'), (one) => one.name],
        [t('mentors.post'), postName],
        [t('mentors.certificate'), (one) => certificateName(one.certificate, locale)],
        [t('mentors.until'), (one) => one.certificateUntil],
        [t('mentors.units'), (one) => unitNames(one.unitIds)],
        [t('mentors.max'), (one) => one.maxLearners],
        [t('mentors.absences'), (one) => one.absences.map(({ from, to }) => `${from}–${to}`).join('; ')],
      ]}
    />
  );
  return (
    <Panel title={t('mentors.title')} count={base.mentors.length} actions={save}>
      {search}
      {base.mentors.length === 0 ? (
        <EmptyState title={t('mentors.none')}>{t('mentors.noneNote')}</EmptyState>
      ) : (
        <div className="tb-scroll">
          <table className="tb-table tb-cards">
            <thead>
              <tr>
                <th>{t('mentors.name')}</th>
                <th>{t('mentors.post')}</th>
                <th>{t('mentors.certificate')}</th>
                <th>{t('mentors.units')}</th>
                <th className="tb-number">{t('mentors.max')}</th>
                {canOffer ? (
                  <th>
                    <span className="dt-hidden">{t('rows.deeds')}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {shown.map((mentor) => (
                <Fragment key={mentor.id}>
                  <tr>
                    <td>
                      <PageLink
                        to={`/rotation-calendar?by=mentor&id=${mentor.id}`}
                        title={t('mentors.openCalendar')}
                      >
                        {mentor.name}
                      </PageLink>{' '}
                      <span className="dt-quiet">{mentor.staffNumber}</span>
                      {mentor.absences.map((absence) => (
                        <span key={absence.from} className="tb-period">
                          {t('mentors.absent')} <DayRange from={absence.from} to={absence.to} style="short" />
                        </span>
                      ))}
                    </td>
                    <td data-label={t('mentors.post')}>{postName(mentor)}</td>
                    <td data-label={t('mentors.certificate')}>
                      {certificateName(mentor.certificate, locale)}
                      <CertificateEnd until={mentor.certificateUntil} />
                    </td>
                    <td data-label={t('mentors.units')}>{unitNames(mentor.unitIds)}</td>
                    <td className="tb-number" data-label={t('mentors.max')}>
                      {mentor.maxLearners}
                    </td>
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
      {more}
      {canOffer ? <OfferMentors base={base} /> : null}
    </Panel>
  );
}

function CertificateEnd(props: { readonly until: string | null }) {
  const { until } = props;
  const t = usePhrases('training-bases');
  if (until === null) return null;
  const state = careState('certificate', until, today());
  const look = { over: 'tb-period tb-late', soon: 'tb-period tb-soon', fine: 'tb-period' };
  const word = { over: 'mentors.expired', soon: 'mentors.endsSoon', fine: 'mentors.until' } as const;
  return (
    <span className={look[state]}>
      {t(word[state])} <Day day={until} />
    </span>
  );
}

function OfferMentors(props: { readonly base: BaseDetail }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const [staffIds, setStaff] = useState<string[]>([]);
  const offerable = useOperation('training-bases.offerable', bases.offerable, undefined);
  const offer = useWrite(bases.offerMentors, {
    invalidates: ['training-bases', 'rotations'],
    done: t('mentors.offered'),
    onDone: () => setStaff([]),
  });
  const offered = new Set(base.mentors.map((mentor) => mentor.staffId));
  const free = (offerable.data?.mentors ?? []).filter((one) => !offered.has(one.id));
  const refresh = <RefreshMentors base={base} offerable={offerable.data?.mentors ?? []} />;
  if (offerable.data !== undefined && free.length === 0) {
    return (
      <div className="tb-row">
        <span className="dt-quiet">{t('mentors.allOffered')}</span>
        {refresh}
      </div>
    );
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
          label: `${one.name} ${one.staffNumber} · ${nameOf({ name: one.postTitle, nameEn: one.postTitleEn })}`,
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
      {refresh}
    </div>
  );
}

type Offerable = Awaited<ReturnType<typeof bases.offerable>>['mentors'];

/** Takes over what has changed in the enterprise's list of staff since the mentors were offered. */
function RefreshMentors(props: { readonly base: BaseDetail; readonly offerable: Offerable }) {
  const { base, offerable } = props;
  const t = usePhrases('training-bases');
  const offer = useWrite(bases.offerMentors, {
    invalidates: ['training-bases', 'rotations'],
    done: t('mentors.refreshed'),
  });
  const known = new Map(base.mentors.map((mentor) => [mentor.staffId, mentor]));
  const stale = offerable.filter((one) => {
    const kept = known.get(one.id);
    return kept !== undefined && facts.some((fact) => kept[fact] !== one[fact]);
  });
  if (stale.length === 0) return null;
  return (
    <Button
      loading={offer.isPending}
      onClick={() => offer.mutate({ baseId: base.id, staffIds: stale.map((one) => one.id) })}
    >
      {t('mentors.refresh', { count: stale.length })}
    </Button>
  );
}

const facts = ['staffNumber', 'name', 'postTitle', 'postTitleEn', 'certificate'] as const;
