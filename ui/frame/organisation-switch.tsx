import { Dropdown } from 'antd';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import { useNameOf } from '../parts/names.tsx';
import { SideMark } from '../parts/side-tag.tsx';
import { type SessionMembership, sideOfRole, useSession } from '../session/session.tsx';

function Who(props: { readonly membership: SessionMembership }) {
  const t = usePhrases('shell');
  const nameOf = useNameOf();
  const { organisation, role } = props.membership;
  const side = sideOfRole(role);
  return (
    <span className="dt-who">
      {side === undefined ? <Icon name="person" size={16} /> : <SideMark side={side} size={20} />}
      <span className="dt-who-words">
        <span className="dt-who-name">{nameOf(organisation)}</span>
        <span className="dt-quiet dt-small">{t(`role.${role}`)}</span>
      </span>
    </span>
  );
}

/** For whom one acts just now; a menu when one may act for several. */
export function OrganisationSwitch(props: { readonly onSwitch: (membershipId: string) => void }) {
  const t = usePhrases('shell');
  const { membership, memberships } = useSession();
  if (memberships.length < 2) return <Who membership={membership} />;
  const items = memberships.map((one) => ({ key: one.id, label: <Who membership={one} /> }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [membership.id],
        onClick: ({ key }) => {
          if (key !== membership.id) props.onSwitch(key);
        },
      }}
    >
      <button type="button" className="dt-bare dt-who-button" title={t('frame.switch')}>
        <Who membership={membership} />
        <Icon name="swap" size={14} />
        <span className="dt-hidden">{t('frame.switch')}</span>
      </button>
    </Dropdown>
  );
}
