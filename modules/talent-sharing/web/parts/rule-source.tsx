import { usePhrases } from '@dualtrack/ui';
import type { RuleNumber } from '../../contract.ts';

/** Where a number of a rule stands, and whether its text was read. */
export function RuleSource(props: { readonly number: RuleNumber }) {
  const { law, article, isVerified } = props.number;
  const t = usePhrases('talent-sharing');
  return (
    <>
      {t('teacher.law')}: {article === '–' ? law : t('teacher.article', { law, article })}
      {isVerified ? '' : ` · ${t('teacher.unverified')}`}
    </>
  );
}
