import {
  Day,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  type PageTab,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { BookingPanel } from '../parts/booking-panel.tsx';
import { EquipmentPanel } from '../parts/equipment-panel.tsx';
import { FactsEditor } from '../parts/facts-editor.tsx';
import { InductionPanel } from '../parts/induction-panel.tsx';
import { MentorsPanel } from '../parts/mentors-panel.tsx';
import { ProfilePanel } from '../parts/profile-panel.tsx';
import { StationsPanel } from '../parts/stations-panel.tsx';
import { UnitsPanel } from '../parts/units-panel.tsx';
import '../bases.css';

const offices = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'];

/** One base: plaque, training units, the enterprise's workstations and mentors. */
export function BasePage() {
  const baseId = usePathParam('baseId');
  const found = useOperation('training-bases.get', bases.get, { baseId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <BaseView base={found.data} />;
}

function BaseView(props: { readonly base: BaseDetail }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const { role } = useSession().membership;
  const isOffice = offices.includes(role);
  const isOfferer = role === 'enterprise-hr' || role === 'project-lead';
  const missing = nextStep(base);
  const [isEditing, setEditing] = useState(false);
  return (
    <ObjectPage
      title={nameOf(base)}
      crumbs={[{ label: t('list.title'), to: '/bases' }]}
      actions={
        <div className="tb-actions">
          <PageLink to={`/bases/${base.id}/usage`}>{t('base.usage')}</PageLink>
          {isOffice && !isEditing ? (
            <Button onClick={() => setEditing(true)}>{t('facts.edit')}</Button>
          ) : null}
        </div>
      }
      sides={{
        school: nameOf({ name: base.school, nameEn: base.schoolEn }),
        enterprise: nameOf({ name: base.enterprise, nameEn: base.enterpriseEn }),
      }}
      nextStep={{
        sentence: t(`next.${missing}`),
        ...(missing === 'stations' || missing === 'mentors'
          ? {
              by: 'enterprise' as const,
              action: isOfferer ? (
                <PageLink to={`/bases/${base.id}?tab=${missing}`}>{t(`do.${missing}`)}</PageLink>
              ) : undefined,
            }
          : {}),
        ...(missing === 'plan'
          ? {
              by: 'school' as const,
              action:
                role.startsWith('school') || role === 'programme-head' ? (
                  <PageLink to={`/rotations/new?base=${base.id}`}>{t('do.plan')}</PageLink>
                ) : undefined,
            }
          : {}),
      }}
      facts={[
        { label: t('base.plaque'), value: base.plaque === '' ? t('base.notYet') : base.plaque },
        {
          label: t('base.unveiledOn'),
          value: base.unveiledOn === null ? t('base.notYet') : <Day day={base.unveiledOn} />,
        },
        ...(base.agreementId === null || !isOffice
          ? []
          : [
              {
                label: t('base.agreement'),
                value: <PageLink to={`/agreements/${base.agreementId}`}>{t('base.openAgreement')}</PageLink>,
              },
            ]),
        ...(base.note === '' ? [] : [{ label: t('base.note'), value: base.note }]),
      ]}
      tabs={isEditing ? [] : partsOf(base, t, { isOffice, isOfferer })}
    >
      {isEditing ? <FactsEditor base={base} onClose={() => setEditing(false)} /> : null}
    </ObjectPage>
  );
}

/** The parts of a base, each with an address of its own. */
function partsOf(
  base: BaseDetail,
  t: ReturnType<typeof usePhrases<'training-bases'>>,
  { isOffice, isOfferer }: { isOffice: boolean; isOfferer: boolean },
): PageTab[] {
  return [
    {
      ...{ key: 'overview', label: t('tab.overview') },
      content: () => (
        <div className="tb-parts">
          <UnitsPanel key={JSON.stringify(base.units)} base={base} canEdit={isOffice} />
          <ProfilePanel base={base} canEdit={isOffice} />
        </div>
      ),
    },
    {
      ...{ key: 'stations', label: t('stations.title'), count: base.stations.length },
      content: () => <StationsPanel base={base} canOffer={isOfferer} />,
    },
    {
      ...{ key: 'mentors', label: t('mentors.title'), count: base.mentors.length },
      content: () => <MentorsPanel base={base} canOffer={isOfferer} />,
    },
    {
      ...{ key: 'safety', label: t('induction.title') },
      content: () => <InductionPanel base={base} canEdit={isOffice} />,
    },
    {
      ...{ key: 'equipment', label: t('equipment.title'), count: base.equipment.length },
      content: () => (
        <div className="tb-parts">
          <EquipmentPanel base={base} canEdit={isOfferer} />
          <BookingPanel base={base} isKeeper={isOfferer} />
        </div>
      ),
    },
  ];
}

/** What is missing first before a rotation can be planned here. */
function nextStep(base: BaseDetail): 'units' | 'stations' | 'mentors' | 'plan' {
  const required = base.units.filter((unit) => unit.isRequired);
  if (required.length === 0) return 'units';
  if (required.some((unit) => !base.stations.some((station) => station.unitId === unit.id)))
    return 'stations';
  return base.mentors.length === 0 ? 'mentors' : 'plan';
}
