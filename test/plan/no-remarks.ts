import type { Remarks } from "../../src/plan/remarks";

/** Nothing to remark about a plan. */
export const noRemarks: Remarks = {
  columns: [],
  defaults: {},
  articlesFault: null,
  articles: [],
  unread: [],
  name: null,
  warnings: [],
  fixes: [],
};
