import { PageTabs, usePhrases } from '@dualtrack/ui';
import { Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { checkTemplate, variablesOf } from '../../check-template.ts';
import type { Flaw, Language } from '../../template-language.ts';
import type { TemplateKind, TemplateVariable } from '../../template-variables.ts';
import { AskedVariables } from './asked-variables.tsx';
import { FlawList } from './flaw-list.tsx';
import { flawRanges, MarkedText } from './marked-text.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { VariablePicker } from './variable-picker.tsx';
import './templates.css';

/** What a writer changes of a template. */
export type TemplateWords = {
  title: string;
  titleEn: string;
  body: string;
  bodyEn: string;
  variables: TemplateVariable[];
};

type EditorProps = {
  readonly kind: TemplateKind;
  readonly words: TemplateWords;
  readonly isReadOnly: boolean;
  readonly onChange: (words: TemplateWords) => void;
};

/** Both texts of a template with live checks, the variables it asks for, and the preview. */
export function TemplateEditor(props: EditorProps) {
  const t = usePhrases('agreement-templates');
  const { kind, words, isReadOnly, onChange } = props;
  return (
    <PageTabs
      tabs={[
        { key: 'text', label: `${t('edit.zh')} · ${t('edit.en')}`, content: () => <Texts {...props} /> },
        {
          key: 'variables',
          label: t('edit.variables'),
          count: words.variables.length,
          content: () => (
            <AskedVariables
              variables={words.variables}
              isReadOnly={isReadOnly}
              onChange={(variables) => onChange({ ...words, variables })}
            />
          ),
        },
        {
          key: 'preview',
          label: t('do.preview'),
          content: () => <TemplatePreview template={{ kind, ...words }} />,
        },
      ]}
    />
  );
}

function Texts(props: EditorProps) {
  const { kind, words, isReadOnly, onChange } = props;
  const t = usePhrases('agreement-templates');
  const fields = { zh: useRef<HTMLTextAreaElement>(null), en: useRef<HTMLTextAreaElement>(null) };
  const [last, setLast] = useState<Language>('zh');
  const flaws = useMemo(() => checkTemplate({ kind, ...words }), [kind, words]);
  const variables = variablesOf({ kind, variables: words.variables });
  const key = { zh: 'body', en: 'bodyEn' } as const;
  const go = (flaw: Flaw) => {
    const field = fields[flaw.language].current;
    const [range] = flawRanges(words[key[flaw.language]], [flaw]);
    if (field === null || range === undefined) return;
    field.focus();
    field.setSelectionRange(range.from, range.to);
  };
  const pick = (variable: TemplateVariable) => {
    const text = words[key[last]];
    const field = fields[last].current;
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    const name = last === 'zh' ? variable.zh : variable.name;
    const each = last === 'zh' ? `[逐项 ${name}] ` : `[each ${name}] `;
    const written = variable.kind === 'rows' ? each : `{${name}}`;
    onChange({ ...words, [key[last]]: text.slice(0, from) + written + text.slice(to) });
    field?.focus();
  };
  return (
    <div className="at-editor">
      <div className="at-texts">
        {(['zh', 'en'] as const).map((language) => (
          <div key={language} onFocusCapture={() => setLast(language)}>
            <Input
              aria-label={t(language === 'zh' ? 'edit.title' : 'edit.titleEn')}
              value={language === 'zh' ? words.title : words.titleEn}
              readOnly={isReadOnly}
              onChange={(event) =>
                onChange({ ...words, [language === 'zh' ? 'title' : 'titleEn']: event.target.value })
              }
            />
            <MarkedText
              label={t(`edit.${language}`)}
              language={language}
              value={words[key[language]]}
              flaws={flaws.filter((flaw) => flaw.language === language)}
              isReadOnly={isReadOnly}
              field={fields[language]}
              onChange={(text) => onChange({ ...words, [key[language]]: text })}
            />
          </div>
        ))}
      </div>
      <aside className="at-side">
        <FlawList flaws={flaws} onGo={go} />
        {isReadOnly ? null : <VariablePicker variables={variables} onPick={pick} />}
        <details>
          <summary>{t('edit.help')}</summary>
          {(['helpHeading', 'helpLine', 'helpIf', 'helpEach'] as const).map((each) => (
            <p key={each}>{t(`edit.${each}`)}</p>
          ))}
        </details>
      </aside>
    </div>
  );
}
