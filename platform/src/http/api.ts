import type { Locale } from '@dualtrack/locales';
import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, implement, ORPCError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RequestContext } from '../access/index.ts';
import { type ProblemDocument, problemDocument } from '../contract/index.ts';
import { kernelRefusal } from '../errors.ts';
import { executeOperation, type Kernel, type Operation, type OperationTree } from '../operation/index.ts';

type ApiContext = { request: RequestContext };
type Module = { name: string; contract: AnyContractRouter; operations: OperationTree };

/** Makes a problem document of whatever was thrown, in the caller's language. */
export type ToProblem = (error: unknown, locale: Locale) => ProblemDocument;

/** All operations as one router; the kernel validates, so the router itself does not. */
export function apiRouter(kernel: Kernel, modules: readonly Module[], toProblem: ToProblem): AnyRouter {
  const router: Record<string, AnyRouter> = {};
  for (const module of modules) router[module.name] = routerOf(kernel, module.operations, toProblem);
  return router;
}

function routerOf(kernel: Kernel, tree: OperationTree, toProblem: ToProblem): AnyRouter {
  const router: Record<string, AnyRouter> = {};
  for (const [name, entry] of Object.entries(tree)) {
    router[name] = isOperation(entry)
      ? procedureOf(kernel, entry, toProblem)
      : routerOf(kernel, entry, toProblem);
  }
  return router;
}

function isOperation(entry: Operation | OperationTree): entry is Operation {
  return 'procedure' in entry && isContractProcedure(entry.procedure);
}

function procedureOf(kernel: Kernel, operation: Operation, toProblem: ToProblem): AnyRouter {
  const validateNothing = {
    initialInputValidationIndex: Number.NaN,
    initialOutputValidationIndex: Number.NaN,
  };
  return implement(operation.procedure, validateNothing)
    .$context<ApiContext>()
    .handler(async ({ context, input }) => {
      try {
        return await executeOperation(kernel, operation, context.request, input);
      } catch (error) {
        const problem = toProblem(error, context.request.locale);
        throw new ORPCError(problem.code, { status: problem.status, data: problem });
      }
    });
}

/** Serves a router; what the router itself refuses (a body that is no JSON) becomes a problem too. */
export function apiHandler(router: AnyRouter, toProblem: ToProblem): OpenAPIHandler<ApiContext> {
  return new OpenAPIHandler<ApiContext>(router, {
    customErrorResponseBodyEncoder: (error) => {
      const known = problemDocument.safeParse(error.data);
      return known.success
        ? known.data
        : toProblem(error.status < 500 ? kernelRefusal('input.malformed') : error, 'zh-CN');
    },
  });
}

/** OpenAPI 3.1 document of all operations. */
export async function openApiDocument(router: AnyRouter, version: string): Promise<Record<string, unknown>> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(router, {
    info: {
      title: 'Dualtrack',
      version,
      description:
        'School-enterprise cooperation from capacity plan to job. Writes need an Idempotency-Key header; errors are problem documents (RFC 9457).',
    },
    servers: [{ url: '/api' }],
  });
  return { ...document };
}
