import { REVIEW_TABLES, type ReviewTable } from '@tumor-board/knowledge';
import { M1_SYSTEMS } from '@tumor-board/oncology';
import { InvalidArgumentError, Option } from 'commander';

const table = (text: string): ReviewTable => {
  const found = REVIEW_TABLES.find((number) => String(number) === text);
  if (found === undefined) throw new InvalidArgumentError(`Expected a table of the review: ${REVIEW_TABLES.join(', ')}.`);
  return found;
};

export const tableOption = (): Option => new Option('--table <n>', 'only rows of this table of the review: 2 to 7').argParser(table);
export const systemOption = (): Option =>
  new Option('--system <id>', 'only what is about this published system, such as YAO23').choices(M1_SYSTEMS);
