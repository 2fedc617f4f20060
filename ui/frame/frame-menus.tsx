import { isLocale, type Locale, locales } from '@dualtrack/locales/browser';
import { Dropdown, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import { sideOfRole, useSession } from '../session/session.tsx';
import type { Appearance } from '../theme/appearance.ts';
import { useAppearance } from '../theme/appearance-provider.tsx';

/** The language menu; each language in its own words. */
export function LanguageMenu(props: { readonly onChoose: (locale: Locale) => void }) {
  const t = usePhrases('shell');
  const { locale } = useLanguage();
  const items = locales.map((entry) => ({
    key: entry.locale,
    label: (
      <span lang={entry.locale}>
        {entry.isComplete ? entry.ownName : t('frame.inPreparation', { language: entry.ownName })}
      </span>
    ),
  }));
  const own = locales.find((entry) => entry.locale === locale)?.ownName;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [locale],
        onClick: ({ key }) => {
          if (isLocale(key)) props.onChoose(key);
        },
      }}
    >
      <button type="button" className="dt-bare dt-bar-button" aria-label={`${t('frame.language')}: ${own}`}>
        <Icon name="globe" />
        <span className="dt-desk-only">{own}</span>
      </button>
    </Dropdown>
  );
}

/** The bell: how many notices are new, and the list that the application puts behind it. */
export function NoticesMenu(props: { readonly count: number; readonly children?: ReactNode }) {
  const t = usePhrases('shell');
  const words = props.count === 0 ? t('frame.notices') : `${t('frame.notices')} (${props.count})`;
  return (
    <Popover
      trigger={['click']}
      placement="bottomRight"
      content={<div className="dt-notices">{props.children ?? <p>{t('frame.noNotices')}</p>}</div>}
    >
      <button type="button" className="dt-bare dt-bar-button" aria-label={words}>
        <Icon name="bell" />
        {props.count === 0 ? null : <span className="dt-bell-dot" aria-hidden="true" />}
      </button>
    </Popover>
  );
}

const appearances = ['light', 'dark', 'system'] as const;

/** What the account menu can do. */
export type AccountActions = {
  readonly onSignOut: () => void;
  readonly onSignOutEverywhere: () => void;
  /** Opens the person's own page, when there is one. */
  readonly onAccount?: (() => void) | undefined;
};

/** The person: own page, light or dark, sign out here or everywhere. */
export function AccountMenu(props: { readonly actions: AccountActions }) {
  const t = usePhrases('shell');
  const { person, membership } = useSession();
  const { appearance, setAppearance } = useAppearance();
  const { actions } = props;
  const ring = sideOfRole(membership.role);
  const look = (one: Appearance) => ({
    key: `appearance-${one}`,
    label: t(`frame.${one}`),
    icon: (
      <span className="dt-menu-check">{appearance === one ? <Icon name="check" size={14} /> : null}</span>
    ),
    onClick: () => setAppearance(one),
  });
  const items = [
    ...(actions.onAccount ? [{ key: 'account', label: t('entry.account'), onClick: actions.onAccount }] : []),
    {
      key: 'appearance',
      type: 'group' as const,
      label: t('frame.appearance'),
      children: appearances.map(look),
    },
    { key: 'line', type: 'divider' as const },
    { key: 'out', label: t('frame.signOut'), onClick: actions.onSignOut },
    { key: 'everywhere', label: t('frame.signOutEverywhere'), onClick: actions.onSignOutEverywhere },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <button
        type="button"
        className="dt-bare dt-bar-button"
        aria-label={t('frame.account', { name: person.name })}
      >
        <span className={`dt-ring${ring === undefined ? '' : ` dt-ring-${ring}`}`} aria-hidden="true">
          {[...person.name][0]}
        </span>
        <span className="dt-desk-only">{person.name}</span>
      </button>
    </Dropdown>
  );
}
