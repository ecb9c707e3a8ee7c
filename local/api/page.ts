/** Which page of a collection is asked for. `page` counts from 1; the API takes a `limit` of 100 at most. */
export interface PageQuery {
  page: number;
  limit: number;
}

/** One page of a collection as the API answers it. `total` counts the items on all pages. */
export interface Page<Item> {
  data: Item[];
  meta: { page: number; limit: number; total: number; hasNextPage: boolean };
}

/** Cuts one page out of `items`; a page past the end is empty. */
export function pageOf<Item>(items: readonly Item[], query: PageQuery): Page<Item> {
  const startIndex = (query.page - 1) * query.limit;
  const endIndex = startIndex + query.limit;
  return {
    data: items.slice(startIndex, endIndex),
    meta: {
      page: query.page,
      limit: query.limit,
      total: items.length,
      hasNextPage: endIndex < items.length,
    },
  };
}

/** The same page with each item shown in another form. */
export function mapPage<Item, Shown>(page: Page<Item>, show: (item: Item) => Shown): Page<Shown> {
  return { data: page.data.map(show), meta: page.meta };
}
