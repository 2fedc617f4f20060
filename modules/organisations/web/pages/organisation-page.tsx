import {
  ErrorState,
  Figure,
  FigureStrip,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  useAddressQuery,
  useNameOf,
  useOperation,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { importers } from '../parts/may.ts';
import { ProfileFacts } from '../parts/profile-facts.tsx';
import { ProfileForm } from '../parts/profile-form.tsx';
import { ProfileLinks } from '../parts/profile-links.tsx';
import '../organisations.css';

const countPages = {
  programme: '/settings/programmes',
  teacher: '/settings/teachers',
  cohort: '/settings/cohorts',
  student: '/settings/students',
  site: '/settings/sites',
  post: '/settings/posts',
  project: '/settings/projects',
  workstation: '/settings/workstations',
  staff: '/settings/mentors',
} as const;
const counted = [
  'programme',
  'teacher',
  'cohort',
  'student',
  'site',
  'post',
  'project',
  'workstation',
  'staff',
] as const;

/** The own organisation: what is counted of it, its facts, and a form to change them. */
export function OrganisationPage() {
  const t = usePhrases('organisations');
  const nameOf = useNameOf();
  const { membership } = useSession();
  const [query, change] = useAddressQuery();
  const found = useOperation('organisations.profile', organisations.profile.get, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const profile = found.data;
  const mayChange = importers.includes(membership.role);
  const isEditing = mayChange && query.edit === '1';
  const isMentor = membership.role === 'mentor';
  const side = profile.kind === 'school' || profile.kind === 'enterprise' ? profile.kind : undefined;
  return (
    <>
      <PageHeader
        title={nameOf(profile)}
        actions={
          mayChange && !isEditing ? (
            <PageLink className="dt-button" to="/organisation?edit=1">
              {t('profile.edit')}
            </PageLink>
          ) : undefined
        }
      />
      <div className="org-page">
        {isEditing ? (
          <ProfileForm profile={profile} onClose={() => change({ edit: undefined })} />
        ) : (
          <>
            <FigureStrip>
              {counted
                .filter((key) => profile.counts[key] !== undefined)
                .map((key) => (
                  <Figure
                    key={key}
                    label={t(`count.${key}`)}
                    definition={t(`count.${key}.means`)}
                    value={profile.counts[key]}
                    to={isMentor && key === 'project' ? undefined : countPages[key]}
                    side={side}
                  />
                ))}
            </FigureStrip>
            <ProfileLinks />
            <Panel title={t('profile.facts')}>
              <ProfileFacts profile={profile} />
            </Panel>
            <Panel title={t('profile.about')}>
              {profile.profile === '' ? (
                <p className="dt-quiet">{t('profile.noAbout')}</p>
              ) : (
                <p className="org-about">{profile.profile}</p>
              )}
            </Panel>
          </>
        )}
      </div>
    </>
  );
}
