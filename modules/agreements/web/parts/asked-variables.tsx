import { usePhrases } from '@dualtrack/ui';
import { Button, Checkbox, Input, Select } from 'antd';
import { type TemplateColumn, type TemplateVariable, variableKinds } from '../../template-variables.ts';

type Named = { name: string; zh: string; en: string };

function Names<Any extends Named>(props: {
  readonly value: Any;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Any) => void;
}) {
  const t = usePhrases('agreement-templates');
  const { value, isReadOnly, onChange } = props;
  return (['zh', 'en', 'name'] as const).map((key) => (
    <Input
      key={key}
      size="small"
      aria-label={t(`variable.${key}`)}
      placeholder={t(`variable.${key}`)}
      value={value[key]}
      readOnly={isReadOnly}
      onChange={(event) => onChange({ ...value, [key]: event.target.value })}
    />
  ));
}

const changedAt = <Any,>(list: readonly Any[], index: number, next: Any) =>
  list.map((one, place) => (place === index ? next : one));
const without = <Any,>(list: readonly Any[], index: number) => list.filter((_, place) => place !== index);

function Columns(props: {
  readonly columns: TemplateColumn[];
  readonly isReadOnly: boolean;
  readonly onChange: (columns: TemplateColumn[]) => void;
}) {
  const t = usePhrases('agreement-templates');
  const { columns, isReadOnly, onChange } = props;
  const kinds = variableKinds.flatMap((value) =>
    value === 'rows' ? [] : [{ value, label: t(`kind.${value}`) }],
  );
  return (
    <div className="at-columns">
      {columns.map((column, index) => (
        // Names are typed here, so only the place is steady.
        <div key={index} className="at-variable">
          <Names
            value={column}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange(changedAt(columns, index, next))}
          />
          <Select
            size="small"
            aria-label={t('variable.kind')}
            value={column.kind}
            disabled={isReadOnly}
            options={kinds}
            onChange={(kind) => onChange(changedAt(columns, index, { ...column, kind }))}
          />
          {isReadOnly ? null : (
            <Button size="small" type="text" onClick={() => onChange(without(columns, index))}>
              {t('variable.remove', { name: column.zh })}
            </Button>
          )}
        </div>
      ))}
      {isReadOnly ? null : (
        <Button
          size="small"
          onClick={() => onChange([...columns, { name: '', zh: '', en: '', kind: 'text' }])}
        >
          {t('variable.addColumn')}
        </Button>
      )}
    </div>
  );
}

/** The variables that a template asks for, with their kinds; lists of rows with their columns. */
export function AskedVariables(props: {
  readonly variables: readonly TemplateVariable[];
  readonly isReadOnly: boolean;
  readonly onChange: (variables: TemplateVariable[]) => void;
}) {
  const t = usePhrases('agreement-templates');
  const { variables, isReadOnly, onChange } = props;
  const kinds = variableKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <div className="at-asked">
      {variables.length === 0 ? <p className="dt-quiet">{t('variable.none')}</p> : null}
      {variables.map((variable, index) => {
        const change = (next: TemplateVariable) => onChange(changedAt(variables, index, next));
        return (
          // Names are typed here, so only the place is steady.
          <div key={index} className="at-variable">
            <Names value={variable} isReadOnly={isReadOnly} onChange={change} />
            <Select
              size="small"
              aria-label={t('variable.kind')}
              value={variable.kind}
              disabled={isReadOnly}
              options={kinds}
              onChange={(kind) =>
                change({ ...variable, kind, columns: kind === 'rows' ? variable.columns : [] })
              }
            />
            <Checkbox
              checked={variable.isOptional}
              disabled={isReadOnly}
              onChange={(event) => change({ ...variable, isOptional: event.target.checked })}
            >
              {t('variable.optional')}
            </Checkbox>
            {isReadOnly ? null : (
              <Button size="small" type="text" onClick={() => onChange(without(variables, index))}>
                {t('variable.remove', { name: variable.zh })}
              </Button>
            )}
            {variable.kind === 'rows' ? (
              <Columns
                columns={variable.columns}
                isReadOnly={isReadOnly}
                onChange={(columns) => change({ ...variable, columns })}
              />
            ) : null}
          </div>
        );
      })}
      {isReadOnly ? null : (
        <Button
          size="small"
          onClick={() =>
            onChange([
              ...variables,
              { name: '', zh: '', en: '', kind: 'text', isOptional: false, columns: [] },
            ])
          }
        >
          {t('variable.add')}
        </Button>
      )}
    </div>
  );
}
