import type pg from 'pg';

/** A statement that was asked. */
export interface AskedQuery {
  readonly text: string;
  readonly values: unknown[];
}

/** A pool that notes every statement that is asked through its connections. */
export function capturing(pool: pg.Pool): { readonly pool: pg.Pool; readonly asked: AskedQuery[] } {
  const asked: AskedQuery[] = [];
  const noting = new Proxy(pool, {
    get(target, property) {
      const own: unknown = Reflect.get(target, property);
      if (property !== 'connect') return typeof own === 'function' ? own.bind(target) : own;
      return async () => {
        const client = await target.connect();
        return new Proxy(client, {
          get(inner, name) {
            const value: unknown = Reflect.get(inner, name);
            if (name !== 'query') return typeof value === 'function' ? value.bind(inner) : value;
            return (text: string, values: unknown[]) => {
              asked.push({ text, values });
              return inner.query(text, values);
            };
          },
        });
      };
    },
  }) as pg.Pool;
  return { pool: noting, asked };
}

/** How the database answers a statement, as text. */
export async function planOf(pool: pg.Pool, { text, values }: AskedQuery, options = 'analyze, timing off, costs off'): Promise<string> {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (${options}) ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
