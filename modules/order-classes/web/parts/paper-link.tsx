import { useLanguage, usePhrases, writeNumber } from '@dualtrack/ui';
import type { ApplicationDocument } from '../../contract/documents.ts';

/** A paper by its kind and name, to be saved or read. */
export function PaperLink(props: { readonly paper: ApplicationDocument }) {
  const { id, kind, fileName, size } = props.paper;
  const t = usePhrases('recruitment');
  const { locale } = useLanguage();
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return (
    <span className="oc-paper">
      <a href={`/api/application-documents/${id}/file`} target="_blank" rel="noreferrer">
        {fileName}
      </a>
      <span className="dt-quiet dt-small">
        {t(`papers.${kind}`)} · {writeNumber(locale, kilobytes)} kB
      </span>
    </span>
  );
}
