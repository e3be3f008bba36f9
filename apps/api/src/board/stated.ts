/** Data without the possibility that a field is there and says nothing. */
export type Stated<Data> = { [Field in keyof Data]: Exclude<Data[Field], undefined> };

/** The data without the fields that say nothing. */
export const stated = <Data extends object>(data: Data): Stated<Data> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Stated<Data>;
