/** A small plan that uses every field of the format, for tests. Ids are invented. */
export function planExample() {
  return {
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q3',
    quarters: 6,
    occupations: [
      {
        id: 'operator',
        headcount: 120,
        attrition: 0.02,
        retirements: [0, 1, 0, 2, 0, 1],
        ageBands: [
          { from: 18, to: 29, headcount: 40, attrition: 0.04 },
          { from: 30, to: 59, headcount: 80 },
        ],
      },
      {
        id: 'fitter',
        name: 'Fitter',
        headcount: 30,
        attrition: 0.01,
        retirementAge: 60,
        ageBands: [
          { from: 20, to: 39, headcount: 18 },
          { from: 40, to: 64, headcount: 12 },
        ],
      },
    ],
    lines: [
      {
        id: 'line-2',
        units: [14, 14, 15, 16, 16, 17.5],
        staffing: [
          { occupation: 'operator', perUnit: 8 },
          { occupation: 'fitter', perUnit: 1.5 },
        ],
      },
    ],
    projects: [
      {
        id: 'phase-2',
        probability: 0.8,
        delayQuarters: { mean: 1, max: 3 },
        headcount: [{ occupation: 'operator', byQuarter: [0, 0, 4, 12, 20, 20] }],
      },
      {
        id: 'warehouse',
        probability: 0.5,
        headcount: [{ occupation: 'fitter', byQuarter: [0, 2, 2, 4, 4, 4] }],
      },
    ],
    supply: [
      { programme: '470201', occupation: 'operator', graduates: [0, 0, 40, 0, 0, 0], joinRate: 0.35 },
      { programme: '470201', occupation: 'operator', id: 'b', graduates: [0, 5, 0, 0, 0, 0], joinRate: 0.5 },
    ],
    training: [
      {
        programme: '470201',
        occupation: 'operator',
        leadQuarters: 3,
        completion: 0.92,
        joinRate: 0.85,
        classSize: { min: 10, max: 25 },
      },
      {
        programme: '460301',
        occupation: 'fitter',
        leadQuarters: 2,
        completion: 0.9,
        joinRate: 0.8,
        classSize: { min: 4, max: 12 },
      },
    ],
    costs: { shortage: 3, surplus: 1 },
  };
}
