import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Side } from '../agreement.ts';
import type { ProposalState, Route } from '../proposal.ts';
import type { GivenValues } from '../template-values.ts';
import type { TemplateKind, TemplateVariable } from '../template-variables.ts';

type Bilateral = { tenantId: string; enterpriseId: string; agreementId: string };

/** A template's words as they are kept. */
type Words = {
  title: string;
  titleEn: string;
  body: string;
  bodyEn: string;
  variables: Json<TemplateVariable[]>;
};

export type TemplateTables = {
  agreementTemplate: {
    tenantId: string;
    id: string;
    kind: TemplateKind;
    basedOn: string;
    createdBy: string | null;
    createdAt: Date;
  };
  agreementTemplateVersion: Words & {
    tenantId: string;
    templateId: string;
    version: number;
    state: 'draft' | 'published';
    revision: number;
    changedBy: string | null;
    changedName: string;
    changedAt: Date;
    publishedName: string;
    publishedAt: Date | null;
  };
  agreementSource: Bilateral &
    Words & {
      kind: TemplateKind;
      /** Whose template it was; null for a standard one. */
      ownerSide: Side | null;
      templateId: string | null;
      version: number | null;
      given: Json<GivenValues>;
    };
  agreementRoute: Bilateral & { route: Route };
  sectionProposal: Bilateral & {
    id: string;
    clause: string;
    baseRevision: number;
    body: string;
    bodyEn: string;
    reason: string;
    state: ProposalState;
    side: Side;
    personId: string | null;
    personName: string;
    at: Date;
    answer: string;
    answeredBy: string | null;
    answeredName: string;
    answeredAt: Date | null;
  };
  sectionComment: Bilateral & {
    id: string;
    threadId: string;
    clause: string;
    body: string;
    side: Side;
    personId: string | null;
    personName: string;
    at: Date;
    resolvedName: string;
    resolvedAt: Date | null;
  };
};

export const templateTables = defineTables({
  agreementTemplate: 'tenant',
  agreementTemplateVersion: 'tenant',
  agreementSource: 'bilateral',
  agreementRoute: 'bilateral',
  sectionProposal: 'bilateral',
  sectionComment: 'bilateral',
});
