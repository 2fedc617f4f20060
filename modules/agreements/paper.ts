import type { AgreementPdfData } from '@dualtrack/platform/pdf';
import type { AgreementOrder, AgreementTerms, Party } from './shapes.ts';

export type PaperSection = {
  clause: string;
  revision: number;
  title: string;
  titleEn: string;
  body: string;
  bodyEn: string;
};

/** The paragraphs of a body, one a line; empty lines do not count. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const words = (zh: string, en: string) => ({ zh: zh || en, en: en || zh });

function printedParty(party: Party): AgreementPdfData['parties'][number] {
  const { side, name, nameEn, code, address, legalRepresentative, signer, signerPost } = party;
  return {
    side,
    name: words(name, nameEn),
    ...(/^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(code) ? { creditCode: code } : {}),
    ...(address ? { address: { zh: address } } : {}),
    ...(legalRepresentative ? { legalRepresentative: { name: { zh: legalRepresentative } } } : {}),
    signatory: {
      name: { zh: signer || '—' },
      ...(signerPost ? { post: { zh: signerPost } } : {}),
    },
  };
}

function printedOrder(order: AgreementOrder): NonNullable<AgreementPdfData['orderLines']> {
  // One line a post: pay is agreed by post, and a range over all of them would promise nothing.
  return order.posts.map((post) => ({
    programme: words(order.programmeName, order.programmeNameEn),
    programmeCode: order.majorCode,
    className: words(order.className, order.className),
    seats: post.seats,
    posts: [words(post.title, post.titleEn)],
    monthlyPay: {
      fromMinor: Math.min(post.internPay, post.monthlyPay),
      toMinor: Math.max(post.internPay, post.monthlyPay),
      currency: 'CNY',
    },
  }));
}

export type Paper = {
  number: string;
  title: string;
  titleEn: string;
  parties: readonly Party[];
  order: AgreementOrder | null;
  terms: AgreementTerms | null;
  sections: readonly PaperSection[];
  illustrative: boolean;
  /** SHA-256 of the agreed text. */
  textDigest: string;
};

/** The agreement as the typesetter takes it: Chinese and English beside one another, the school first. */
export function printedAgreement(paper: Paper): AgreementPdfData {
  const of = (side: Party['side']) => paper.parties.find((party) => party.side === side);
  const school = of('school');
  const enterprise = of('enterprise');
  if (school === undefined || enterprise === undefined) throw new Error('an agreement has two parties');
  const { place } = paper.terms ?? {};
  return {
    languages: 'zh-en',
    title: words(paper.title, paper.titleEn),
    number: paper.number,
    parties: [printedParty(school), printedParty(enterprise)],
    clauses: paper.sections.map((section) => {
      const english = paragraphsOf(section.bodyEn);
      return {
        title: words(section.title, section.titleEn),
        paragraphs: paragraphsOf(section.body).map((zh, index) => ({ zh, en: english[index] ?? zh })),
        ...(section.clause === 'O03' ? { orderTable: true } : {}),
      };
    }),
    ...(paper.order === null ? {} : { orderLines: printedOrder(paper.order) }),
    signing: { mode: 'electronic', ...(place ? { place: { zh: place } } : {}) },
    textDigest: paper.textDigest,
    illustrative: paper.illustrative,
  };
}

/** The agreed text in one fixed form, of which the digest is printed: parties, terms, order, and every section. */
export function canonicalText(paper: Omit<Paper, 'textDigest' | 'illustrative'>): string {
  const { number, title, titleEn, parties, order, terms } = paper;
  const sections = paper.sections.map((section) => [
    section.clause,
    section.revision,
    section.title,
    section.titleEn,
    paragraphsOf(section.body),
    paragraphsOf(section.bodyEn),
  ]);
  return JSON.stringify([number, title, titleEn, parties, order, terms, sections]);
}
