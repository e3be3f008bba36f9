/** Does a work for each of the items, so many at a time. */
export async function sideBySide<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>, atATime = 16): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
