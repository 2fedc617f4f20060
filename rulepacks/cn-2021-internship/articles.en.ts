import type { PackWords } from '@dualtrack/rules';
import { agreement } from './articles/agreement.en.ts';
import { assessment } from './articles/assessment.en.ts';
import { charges } from './articles/charges.en.ts';
import { conduct } from './articles/conduct.en.ts';
import { facts } from './articles/facts.en.ts';
import { guidance } from './articles/guidance.en.ts';
import { limits } from './articles/limits.en.ts';
import { organisation } from './articles/organisation.en.ts';
import { pay } from './articles/pay.en.ts';
import { protection } from './articles/protection.en.ts';
import { reasons } from './articles/reasons.en.ts';
import { safety } from './articles/safety.en.ts';
import { supervision } from './articles/supervision.en.ts';
import { values } from './articles/values.en.ts';
import { workingTime } from './articles/working-time.en.ts';

/** English sentences of the pack, in our own words. */
export default {
  title: 'Regulations on the Management of Internships of Vocational School Students (2021 revision)',
  caution:
    'Paraphrase, not the wording, and no legal advice. Many article numbers are inferred or recalled; each verdict says so. Check them against the text published by the Ministry of Education.',
  rules: {
    ...organisation,
    ...limits,
    ...guidance,
    ...agreement,
    ...protection,
    ...workingTime,
    ...pay,
    ...charges,
    ...conduct,
    ...assessment,
    ...safety,
    ...supervision,
  },
  facts,
  reasons,
  exceptions: {
    familiarisation: 'A familiarisation internship',
    'filed-high-risk': 'High-risk work was filed beforehand',
    'filed-rest-days': 'Work on rest days was filed beforehand',
    'filed-overtime': 'Longer hours were filed beforehand',
    'filed-night': 'Night work was filed beforehand',
  },
  values,
  waivableBy: {
    nobody: 'Nobody may waive it',
    school: 'The school, with its reason on record',
    'competent-department': 'The superior competent department, by a filing beforehand',
    authority: 'The supervising authority',
  },
  confidence: {
    seen: 'article number read in the text',
    inferred: 'article number inferred from the 2016 version',
    recalled: 'article number recalled, not read',
    'recalled-low': 'article number recalled with little certainty',
    'chapter-only': 'only the chapter is known',
    'other-law': 'stands in another law',
    press: 'from press reports',
  },
} satisfies PackWords;
