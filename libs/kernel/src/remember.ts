/**
 * A pure function of one immutable object, computed once for as long as that object lives. The facts of a case stay the
 * same objects while others are added, so what rests on a few of them alone need not be computed again.
 */
export function remember<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}
