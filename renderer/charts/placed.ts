/** Items with their place, for lists in which two may bear one name and only the place tells them apart. */
export const placed = <Item>(items: readonly Item[]) => items.map((item, place) => ({ item, place }));
