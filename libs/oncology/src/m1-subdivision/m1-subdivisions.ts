import { chan2022CancersSet1, chan2022CancersSet2 } from './chan-2022-cancers.js';
import { chan2022OralOncol } from './chan-2022-oral-oncol.js';
import { jiang2016 } from './jiang-2016.js';
import type { PublishedSystem } from './published-system.js';
import { qiu2022 } from './qiu-2022.js';
import { shen2015 } from './shen-2015.js';
import { shen2016 } from './shen-2016.js';
import { sun2019 } from './sun-2019.js';
import { tian2016 } from './tian-2016.js';
import { yang2021 } from './yang-2021.js';
import { yao2023 } from './yao-2023.js';
import { zheng2020 } from './zheng-2020.js';
import { zou2017 } from './zou-2017.js';

/** The published subdivisions of M1 disease in the order of the review's table 2. */
export const M1_SUBDIVISIONS: readonly PublishedSystem[] = [
  shen2015,
  jiang2016,
  shen2016,
  tian2016,
  zou2017,
  sun2019,
  zheng2020,
  yang2021,
  chan2022OralOncol,
  chan2022CancersSet1,
  chan2022CancersSet2,
  qiu2022,
  yao2023,
];
