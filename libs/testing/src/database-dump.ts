import type pg from 'pg';

/** Everything that the tables of a database hold, as text in small letters; bytes are in it as hexadecimal digits. */
export async function databaseDump(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const content = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...content.rows.map(({ row }) => row));
  }
  return parts.join('\n').toLowerCase();
}

/** The texts that something holds in clear, also as the bytes of one. */
export const textsIn = (all: string, texts: readonly string[]): string[] => {
  const dump = all.toLowerCase();
  return texts.filter((text) => {
    const small = text.toLowerCase();
    return [small, Buffer.from(small).toString('hex'), Buffer.from(text).toString('hex')].some((form) => dump.includes(form));
  });
};
