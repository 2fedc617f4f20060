import { useLanguage, usePhrases } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { TemplateVariable } from '../../template-variables.ts';

/** Variables by name in the page's language; choosing one writes it where the cursor stands. */
export function VariablePicker(props: {
  readonly variables: readonly TemplateVariable[];
  readonly onPick: (variable: TemplateVariable) => void;
}) {
  const t = usePhrases('agreement-templates');
  const { locale } = useLanguage();
  const [wanted, setWanted] = useState('');
  const plain = wanted.trim().toLowerCase();
  const found = props.variables.filter(({ name, zh, en }) =>
    `${name} ${zh} ${en}`.toLowerCase().includes(plain),
  );
  return (
    <div className="at-picker">
      <h3>{t('edit.insert')}</h3>
      <Input
        size="small"
        allowClear
        aria-label={t('edit.search')}
        placeholder={t('edit.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="at-variables">
        {found.map((variable) => (
          <Button key={variable.name} size="small" onClick={() => props.onPick(variable)}>
            {locale === 'en' ? variable.en : variable.zh}
            {variable.isOptional ? <span className="dt-small dt-quiet"> · {t('edit.optional')}</span> : null}
          </Button>
        ))}
      </div>
    </div>
  );
}
