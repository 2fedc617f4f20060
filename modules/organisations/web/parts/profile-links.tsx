import { PageLink, Panel, type Role, usePhrases, useSession } from '@dualtrack/ui';

const school: readonly Role[] = ['school-office', 'programme-head', 'teacher'];
const offices: readonly Role[] = ['school-office', 'programme-head'];
const enterprise: readonly Role[] = ['enterprise-hr', 'project-lead'];
const workplace: readonly Role[] = [...enterprise, 'mentor'];

/** Where these facts lead in the cooperation; each place only for the roles that it is open to. */
const places = [
  { key: 'gap', path: '/demand', roles: enterprise },
  { key: 'orders', path: '/talent-orders', roles: enterprise },
  { key: 'ordersOfEnterprises', path: '/talent-orders', roles: offices },
  { key: 'bases', path: '/bases', roles: [...school, ...workplace] },
  { key: 'capacity', path: '/settings/capacity', roles: enterprise },
  { key: 'headcount', path: '/settings/headcount', roles: enterprise },
  { key: 'partners', path: '/settings/partners', roles: [...offices, ...enterprise] },
] as const;

/** The ways from the own organisation to its bases, its demand and its partners. */
export function ProfileLinks() {
  const t = usePhrases('organisations');
  const { membership } = useSession();
  const open = places.filter((place) => place.roles.includes(membership.role));
  if (open.length === 0) return null;
  return (
    <Panel title={t('links.title')}>
      <ul className="org-places">
        {open.map(({ key, path }) => (
          <li key={key}>
            <PageLink to={path}>{t(`links.${key}`)}</PageLink>
            <span className="dt-quiet dt-small">{t(`links.${key}.note`)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
