import { FactList, oneOf, useLanguage, usePhrases } from '@dualtrack/ui';
import { levels } from '../../import/major-categories.ts';
import { choiceWord } from './choice-word.ts';
import { CreditCodeCheck } from './credit-code-field.tsx';
import { industrySections } from './industry-sections.ts';
import type { Profile } from './profile-form.tsx';

const kinds = ['school', 'enterprise', 'authority', 'host'] as const;

/** Name, code, people in charge and place of an organisation; what is missing says so. */
export function ProfileFacts(props: { readonly profile: Profile }) {
  const t = usePhrases('organisations');
  const { locale } = useLanguage();
  const { profile } = props;
  const kind = oneOf(kinds, profile.kind);
  const section = oneOf(industrySections, profile.industrySection);
  const missing = <span className="dt-quiet">{t('profile.notFilled')}</span>;
  const level = profile.schoolLevel === null ? missing : choiceWord(levels, profile.schoolLevel, locale);
  return (
    <FactList
      facts={[
        { label: t('profile.kind'), value: kind === undefined ? profile.kind : t(`kind.${kind}`) },
        {
          label: t('profile.code'),
          value: (
            <>
              {profile.code}
              {kind === 'host' ? null : (
                <span className="dt-quiet dt-small org-check">
                  <CreditCodeCheck code={profile.code} />
                </span>
              )}
            </>
          ),
        },
        { label: t('profile.legalRepresentative'), value: profile.legalRepresentative || missing },
        { label: t('profile.address'), value: profile.address || missing },
        profile.kind === 'school'
          ? { label: t('profile.schoolLevel'), value: level }
          : {
              label: t('profile.industrySection'),
              value: section === undefined ? missing : t(`section.${section}`),
            },
      ]}
    />
  );
}
