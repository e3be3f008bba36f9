import type { KnowledgeRelease } from '../release.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The pathway of a release as a Markdown document: one row a rule, in the order in which they are tried. */
export function pathwayTable(release: Pick<KnowledgeRelease, 'id' | 'basis' | 'pathway' | 'sources'>): string {
  const used = new Set(release.pathway.flatMap((rule) => rule.evidence));
  const rows = release.pathway.map((rule) => {
    const when = rule.when.map((condition) => condition.words).join(' **and** ');
    return `| ${rule.id} | ${cell(rule.question)} | ${cell(when)} | \`${rule.step}\` | ${cell(rule.title)} | ${rule.basis} | ${cell(rule.rationale)} | ${rule.evidence.join(', ')} |`;
  });
  const sources = release.sources
    .filter((source) => used.has(source.id))
    .map(
      (source) =>
        `| ${source.id} | ${cell(source.citation)} | ${source.design} | ${cell(source.population)} | ${source.verified ? 'yes' : 'no'} |`,
    );
  return `# The pathway of release ${release.id}

${release.basis}.

The rows are tried from the top; the first one whose conditions all hold gives the proposed next step. A proposal is
never a command: the board decides. "review" means that the review says so; "product rule" means that the review leaves
a choice, or contradicts itself, and the product settled it.

| row | question | when | step | title | basis | why | evidence |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

## Sources

| id | citation | design | population | verified |
|---|---|---|---|---|
${sources.join('\n')}
`;
}
