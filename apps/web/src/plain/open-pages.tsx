import { loadSignByLink, loadVerifyOpen } from '@dualtrack/agreements/web';
import { loadHallByLink } from '@dualtrack/ceremonies/web';
import { loadAllPhrases } from '@dualtrack/locales/browser';
import { loadTalentAnswer } from '@dualtrack/talent-sharing/web';
import { loadAnswerByLink } from '@dualtrack/workforce/web';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';

type Open = ComponentType<{ languages: ReactNode }>;

/** A module's page that needs no account, drawn without the product's frame, with the choice of language. */
function openPage(load: () => Promise<Open>): ComponentType {
  const Page = lazy(async () => {
    const [page] = await Promise.all([load(), loadAllPhrases()]);
    return { default: page };
  });
  return () => (
    <Suspense fallback={null}>
      <Page languages={<LanguageRow />} />
    </Suspense>
  );
}

/** Answering published talent demand by its link. */
export const AnswerPage = openPage(loadAnswerByLink);

/** The screen in the hall of a ceremony, by its link. */
export const HallPage = openPage(loadHallByLink);

/** Signing an agreement by a one-time link. */
export const SignPage = openPage(loadSignByLink);

/** Answering as an expert by the link of a mail. */
export const TalentAnswerPage = openPage(loadTalentAnswer);

/** Verifying a signed PDF. */
export const VerifyPage = openPage(loadVerifyOpen);
