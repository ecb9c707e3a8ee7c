/** See html-service-safe.mjs. */
export function htmlServiceSafe(html: string): string;
export function safeScript(code: string): string;
