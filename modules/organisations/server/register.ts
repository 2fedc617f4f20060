import { organisationByCode, putOrganisation } from '@dualtrack/accounts/server';
import { invalidField, kernelRefusal } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { checkCreditCode } from '../import/credit-code.ts';
import { columnOf } from '../import/tables.ts';
import type { OrganisationsTables } from './tables.ts';

const operation = operationsOn<OrganisationsTables>();

/** Registers an organisation by hand; a code that is not well made, or that is taken, is refused at its field. */
export const registerByHand = operation(contract.register, async (ctx, input) => {
  const issues = [];
  const problem = checkCreditCode(input.code);
  const value = input.code;
  if (problem !== undefined)
    issues.push({ pointer: '/code', code: `import.credit-code-${problem}`, params: { value } });
  const region = columnOf('organisations', 'regionCode')?.parse(input.regionCode);
  if (region !== undefined && 'fault' in region)
    issues.push({ pointer: '/regionCode', code: region.fault.code, params: { ...region.fault.params } });
  if (issues.length > 0) throw kernelRefusal('input.invalid', {}, issues);
  if ((await organisationByCode(ctx.kernel, input.code)) !== undefined)
    throw invalidField('/code', 'organisation.code-taken');
  const id = newId();
  await ctx.within({ tenant: id, enterprise: null }, (inner) =>
    putOrganisation(inner, { id, ...input, nameEn: input.nameEn || input.name, isIllustrative: false }),
  );
  ctx.audit(id, { kind: input.kind });
  return { id };
});
