import { useLanguage, usePhrases } from '@dualtrack/ui';
import { Button, Input, InputNumber } from 'antd';
import { useId } from 'react';
import type { GivenValues, PlainAnswer } from '../../template-values.ts';
import type { TemplateColumn, TemplateVariable } from '../../template-variables.ts';

const isRows = (value: GivenValues[string]): value is Extract<GivenValues[string], readonly unknown[]> =>
  Array.isArray(value);

type Row = Readonly<Record<string, PlainAnswer>>;

/** One answer of a plain kind; money is typed in yuan and kept in fen, a share in per cent and kept from 0 to 1. */
function Answer(props: {
  readonly field: TemplateColumn;
  readonly value: PlainAnswer;
  readonly isRequired: boolean;
  readonly onChange: (value: PlainAnswer) => void;
}) {
  const { field, value, isRequired, onChange } = props;
  const t = usePhrases('agreement-templates');
  const { locale } = useLanguage();
  const id = useId();
  const label = locale === 'en' ? field.en : field.zh;
  const star = isRequired ? ' *' : '';
  if (field.kind === 'words') {
    const words = typeof value === 'object' && value !== null ? value : { zh: '', en: '' };
    const fields = (['zh', 'en'] as const).map((language) => (
      <label key={language} className="at-answer" htmlFor={`${id}-${language}`}>
        {t(language === 'zh' ? 'use.inZh' : 'use.inEn', { label })}
        {star}
        <Input
          id={`${id}-${language}`}
          value={words[language]}
          onChange={(event) => {
            const next = { ...words, [language]: event.target.value };
            onChange(next.zh === '' && next.en === '' ? null : next);
          }}
        />
      </label>
    ));
    return <div className="at-pair">{fields}</div>;
  }
  const scale = field.kind === 'money' ? 100 : field.kind === 'share' ? 0.01 : null;
  const isNumber = scale !== null || field.kind === 'count';
  return (
    <label className="at-answer" htmlFor={id}>
      {label}
      {star}
      {isNumber ? (
        <InputNumber
          id={id}
          min={0}
          style={{ inlineSize: '100%' }}
          suffix={field.kind === 'money' ? 'CNY' : field.kind === 'share' ? '%' : undefined}
          value={typeof value === 'number' ? value / (scale ?? 1) : null}
          onChange={(number) => {
            const plain = typeof number === 'number' ? number * (scale ?? 1) : null;
            onChange(plain === null || field.kind === 'share' ? plain : Math.round(plain));
          }}
        />
      ) : (
        <Input
          id={id}
          type={field.kind === 'day' ? 'date' : 'text'}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
    </label>
  );
}

function Rows(props: {
  readonly variable: TemplateVariable;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
}) {
  const { variable, rows, onChange } = props;
  const t = usePhrases('agreement-templates');
  const { locale } = useLanguage();
  return (
    <fieldset className="at-answer-rows">
      <legend>
        {locale === 'en' ? variable.en : variable.zh}
        {variable.isOptional ? '' : ' *'}
      </legend>
      {rows.map((row, index) => (
        // Rows have no name of their own; their place is what tells them apart.
        <div key={index} className="at-answers">
          {variable.columns.map((column) => (
            <Answer
              key={column.name}
              field={column}
              value={row[column.name] ?? null}
              isRequired={false}
              onChange={(value) =>
                onChange(rows.map((one, place) => (place === index ? { ...one, [column.name]: value } : one)))
              }
            />
          ))}
          <Button
            size="small"
            type="text"
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
          >
            {t('use.removeRow')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, {}])}>
        {t('use.addRow')}
      </Button>
    </fieldset>
  );
}

/** Fields for what a template asks; those that must be answered carry a star. */
export function TemplateAnswers(props: {
  readonly variables: readonly TemplateVariable[];
  readonly given: GivenValues;
  readonly onChange: (given: GivenValues) => void;
}) {
  const { variables, given, onChange } = props;
  return (
    <div className="at-answers">
      {variables.map((variable) => {
        const value = given[variable.name] ?? null;
        const change = (next: GivenValues[string]) => onChange({ ...given, [variable.name]: next });
        if (variable.kind === 'rows') {
          const rows = isRows(value) ? value : [];
          return <Rows key={variable.name} variable={variable} rows={rows} onChange={change} />;
        }
        return (
          <Answer
            key={variable.name}
            field={{ ...variable, kind: variable.kind }}
            value={isRows(value) ? null : value}
            isRequired={!variable.isOptional}
            onChange={change}
          />
        );
      })}
    </div>
  );
}
