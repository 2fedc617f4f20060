import { usePhrases } from '@dualtrack/ui';
import type { RuleNumber } from '../../contract.ts';
import { useWords } from '../words.ts';

/** Where a number of a rule stands, and whether its text was read. */
export function RuleSource(props: { readonly number: RuleNumber }) {
  const { article, isVerified } = props.number;
  const law = useWords().pick(props.number.law, props.number.lawEn);
  const t = usePhrases('talent-sharing');
  return (
    <>
      {t('teacher.law')}: {article === '–' ? law : t('teacher.article', { law, article })}
      {isVerified ? '' : ` · ${t('teacher.unverified')}`}
    </>
  );
}
