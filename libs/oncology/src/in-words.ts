/** Codes that say more, or other, than their letters with spaces between. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Next steps
    'start-systemic': 'start systemic therapy',
    'continue-systemic': 'continue systemic therapy',
    'change-systemic': 'change systemic therapy',
    'locoregional-rt': 'locoregional radiotherapy',
    're-evaluation': 're-evaluation',
    // Disciplines and specialists
    'pathology-virology': 'pathology and virology',
    'surgery-intervention': 'surgery and intervention',
    'palliative-supportive': 'palliative and supportive care',
    'pharmacy-safety': 'pharmacy and safety',
    // Disease and findings
    'non-nodal': 'non-nodal',
    'non-keratinising-differentiated': 'non-keratinising, differentiated',
    'non-keratinising-undifferentiated': 'non-keratinising, undifferentiated',
    'ebv-dna': 'EBV DNA',
    'ebv-dna-result': 'EBV DNA result',
    'ebv-dna-not-plasma': 'EBV DNA not from plasma',
    'ebv-dna-same-day-results-differ': 'EBV DNA: results of one day differ',
    'ebv-dna-below-detection-limit': 'EBV DNA below the detection limit',
    'ebv-level': 'EBV DNA level',
    'overdue-ebv-dna': 'overdue EBV DNA',
    'eber-unknown': 'EBER unknown',
    'keratinising-eber-positive': 'keratinising, yet EBER positive',
    'n-and-extranodal-extension-disagree': 'N and extranodal extension disagree',
    'recorded-m-and-chart-disagree': 'recorded M and chart disagree',
    'recorded-m-not-certain-on-chart': 'recorded M not certain on the chart',
    'tnm-combination-impossible': 'TNM combination impossible',
    'scan-marker-discordance': 'scan and marker disagree',
    'non-target-not-at-baseline': 'non-target lesion not at baseline',
    'non-target-not-reported': 'non-target lesion not reported',
    // Procedures and scales by the names that clinicians use
    ecog: 'ECOG',
    pps: 'PPS',
    rfa: 'RFA',
    mwa: 'MWA',
    tace: 'TACE',
    sbrt: 'SBRT',
  }),
);

/** A code as clinicians read it: `locoregional-rt` is `locoregional radiotherapy`, `not-done` is `not done`. */
export const inWords = (code: string): string => WORDS.get(code) ?? code.replaceAll('-', ' ');
