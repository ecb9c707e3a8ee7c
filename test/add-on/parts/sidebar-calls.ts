import * as z from "zod/mini";
import { type LocalRuntime, sidebarCall } from "../../../local/runtime/local-runtime";

/** What a test needs of an answer about a run. */
export const stateShape = z.object({ run: z.object({ runId: z.string() }) });

/** What a test needs of a plan. */
export const planShape = z.object({ plan: z.object({ token: z.string() }) });

const refusalShape = z.object({ ok: z.literal(false), message: z.string() });

/** How a run stands. */
export const answerShape = z.object({ run: z.object({ state: z.string(), summary: z.string() }) });

/** Calls an endpoint as the sidebar does. @throws Error with the sentence that the sidebar would show. */
export function callEndpoint(runtime: LocalRuntime, name: string, args: readonly unknown[]): unknown {
  const answer = sidebarCall(runtime, name, args);
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  const refused = refusalShape.safeParse(answer.value);
  if (refused.success) throw new Error(`${name}: ${refused.data.message}`);
  return answer.value;
}
