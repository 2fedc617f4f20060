import accounts from './accounts.ts';
import agreementSigning from './agreement-signing.ts';
import agreementTemplates from './agreement-templates.ts';
import agreements from './agreements.ts';
import ceremonies from './ceremonies.ts';
import classLetters from './class-letters.ts';
import classWork from './class-work.ts';
import cli from './cli.ts';
import compliance from './compliance.ts';
import demandLetters from './demand-letters.ts';
import errors from './errors.ts';
import imports from './imports.ts';
import innovation from './innovation.ts';
import innovationNews from './innovation-news.ts';
import innovationProjects from './innovation-projects.ts';
import internships from './internships.ts';
import obligations from './obligations.ts';
import orderClasses from './order-classes.ts';
import organisations from './organisations.ts';
import outcomes from './outcomes.ts';
import recruitment from './recruitment.ts';
import rotationChanges from './rotation-changes.ts';
import rotationRules from './rotation-rules.ts';
import rotations from './rotations.ts';
import shell from './shell.ts';
import talentBooking from './talent-booking.ts';
import talentEvidence from './talent-evidence.ts';
import talentSharing from './talent-sharing.ts';
import trainingBases from './training-bases.ts';
import ui from './ui.ts';
import verification from './verification.ts';
import workforce from './workforce.ts';

export default {
  accounts,
  'agreement-signing': agreementSigning,
  'agreement-templates': agreementTemplates,
  agreements,
  ceremonies,
  'class-letters': classLetters,
  'class-work': classWork,
  cli,
  compliance,
  'demand-letters': demandLetters,
  errors,
  imports,
  innovation,
  'innovation-news': innovationNews,
  'innovation-projects': innovationProjects,
  internships,
  obligations,
  'order-classes': orderClasses,
  organisations,
  outcomes,
  recruitment,
  'rotation-changes': rotationChanges,
  'rotation-rules': rotationRules,
  rotations,
  shell,
  'talent-booking': talentBooking,
  'talent-evidence': talentEvidence,
  'talent-sharing': talentSharing,
  'training-bases': trainingBases,
  ui,
  verification,
  workforce,
};
