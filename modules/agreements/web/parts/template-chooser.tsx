import { useAddressQuery, useGo, useNameOf, useOperation, usePhrases } from '@dualtrack/ui';
import { Select } from 'antd';
import { agreements } from '../client.ts';
import { Labelled } from './labelled.tsx';

/**
 * Which of the published own templates, or of the standard ones, an agreement is begun from. The choice stands in the
 * address. Tripartite agreements are made from their class.
 */
export function TemplateChooser() {
  const t = usePhrases('agreement-templates');
  const ta = usePhrases('agreements');
  const nameOf = useNameOf();
  const go = useGo();
  const [query] = useAddressQuery();
  const found = useOperation('agreements.templates', agreements.templates.list, {});
  const rows = (found.data?.items ?? []).filter((row) => row.kind !== 'tripartite');
  const labelled = (kind: (typeof rows)[number]['kind'], name: string) => `${ta(`kind.${kind}`)} · ${name}`;
  const own = rows.flatMap(({ id, kind, published, title, titleEn }) => {
    if (id === null || published === null) return [];
    const name = t('use.version', { title: nameOf({ name: title, nameEn: titleEn }), version: published });
    return [{ value: `template=${id}&version=${published}`, label: labelled(kind, name) }];
  });
  const standard = rows.flatMap(({ id, kind, title, titleEn }) =>
    id === null
      ? [{ value: `kind=${kind}`, label: labelled(kind, nameOf({ name: title, nameEn: titleEn })) }]
      : [],
  );
  const value = query.template
    ? `template=${query.template}&version=${query.version ?? ''}`
    : `kind=${query.kind ?? 'order-class'}`;
  const order = query.order ? `&order=${query.order}` : '';
  return (
    <div className="ag-chooser">
      <Labelled label={t('use.template')}>
        {(id) => (
          <Select
            id={id}
            value={value}
            loading={found.isPending}
            style={{ inlineSize: '100%' }}
            options={[
              ...(own.length === 0 ? [] : [{ label: t('list.own'), options: own }]),
              { label: t('list.standard'), options: standard },
            ]}
            onChange={(next) => go(`/agreements/new?${next}${order}`)}
          />
        )}
      </Labelled>
    </div>
  );
}
