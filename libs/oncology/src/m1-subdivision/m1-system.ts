/** The published subdivisions of M1 disease: 12 rows of the review's table 2, 13 rule sets. */
export const M1_SYSTEMS = [
  'SHEN15',
  'JIANG16',
  'SHEN16',
  'TIAN16',
  'ZOU17',
  'SUN19',
  'ZHENG20',
  'YANG21',
  'CHAN24',
  'CHAN25-1',
  'CHAN25-2',
  'QIU22',
  'YAO23',
] as const;
export type M1System = (typeof M1_SYSTEMS)[number];
