/** How long a step of a run may work. */
export interface StepOptions {
  /** No wave leaves later than this after the step began, in milliseconds. */
  budgetMs: number;
  /** The longest wait for the rate limit that is slept through, in milliseconds; longer ones are handed back. */
  longestSleepMs: number;
}

/**
 * Orders of a plan that are keyed at once; the others are while the first waves are under way, so that the first result
 * comes as soon in a sheet of ten thousand orders as in one of a hundred.
 */
export const firstPortion = 100;

/** A step of the sidebar: short, so that progress and Stop are never far away. */
export const sidebarStep: StepOptions = { budgetMs: 25_000, longestSleepMs: 4_000 };

/** A menu click: one execution, with room for one slow wave before the platform ends it at six minutes. */
export const menuStep: StepOptions = { budgetMs: 240_000, longestSleepMs: 65_000 };
