import { useLanguage, usePhrases } from '@dualtrack/ui';
import { Button, Dropdown } from 'antd';
import type { PlanDetail } from '../../contract.ts';

/** The plan as a workbook or as A3 pages for the wall, in the reader's language. */
export function PrintMenu(props: { readonly plan: PlanDetail }) {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const language = locale === 'zh-CN' ? 'zh' : 'en';
  const path = `/api/rotation-plans/${props.plan.id}`;
  const link = (key: string, label: string, query: string) => ({
    key,
    label: (
      <a href={`${path}/${query}`} download>
        {label}
      </a>
    ),
  });
  const items = [
    link('student', t('paper.wallStudent'), `wall?by=student&language=${language}`),
    link('station', t('paper.wallStation'), `wall?by=station&language=${language}`),
    link('mentor', t('paper.wallMentor'), `wall?by=mentor&language=${language}`),
    link('both', t('paper.wallBoth'), 'wall?by=student&language=zh-en'),
    link('book', t('paper.book'), `book?language=${language}`),
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>{t('paper.do')}</Button>
    </Dropdown>
  );
}
