import type { Page } from '@mlmcsc/contracts';
import type { Slice } from '@mlmcsc/core';

/** A slice of records as a page of what the API shows. */
export const presentPage = <Row, Item>(slice: Slice<Row>, present: (row: Row) => Item): Page<Item> => ({
  items: slice.items.map(present),
  next_cursor: slice.nextCursor,
});
