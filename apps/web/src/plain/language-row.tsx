import { locales } from '@dualtrack/locales/browser';
import { useLanguage, usePhrases } from '@dualtrack/ui/plain';

/** The languages side by side, each in its own words; the present one is not a button's wish but its state. */
export function LanguageRow() {
  const t = usePhrases('shell');
  const { locale, setLocale } = useLanguage();
  return (
    <ul className="dt-languages" aria-label={t('frame.language')}>
      {locales.map((entry) => (
        <li key={entry.locale}>
          <button
            type="button"
            className="dt-bare"
            lang={entry.locale}
            aria-pressed={entry.locale === locale}
            onClick={() => void setLocale(entry.locale)}
          >
            {entry.ownName}
          </button>
        </li>
      ))}
    </ul>
  );
}
