import { useLanguage, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Select } from 'antd';
import { compliance } from '../client.ts';
import '../compliance.css';

/** Whose law holds for one student's placement; a change judges it anew. */
export function LawChoice(props: {
  readonly classId: string;
  readonly row: { readonly placementId: string; readonly jurisdiction: string };
}) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { classId, row } = props;
  const change = useWrite(compliance.classes.setJurisdiction, {
    invalidates: ['compliance'],
    done: t('law.changed'),
  });
  const library = useOperation('compliance.library', compliance.library, undefined);
  const countries = [...new Set(library.data?.packs.map((one) => one.jurisdiction) ?? [row.jurisdiction])];
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return (
    <Select
      aria-label={t('law.whose')}
      value={row.jurisdiction}
      loading={change.isPending}
      options={countries.map((code) => ({
        value: code,
        label: t('law.of', { country: names.of(code) ?? code }),
      }))}
      onChange={(jurisdiction: string) =>
        change.mutate({ classId, jurisdiction, placementIds: [row.placementId] })
      }
    />
  );
}
