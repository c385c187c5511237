/** The used part of the allowances of calls, as the platform reports it. */
export interface Usage {
  /** Usage of the allowance that is used up most, percent; may exceed 100. 0 without a report. */
  percent: number;
  /** Time until calls are allowed again, ms; 0 if they are allowed. */
  regainMs: number;
}

/** Usage of a platform that reports none. */
export const NO_USAGE: Usage = { percent: 0, regainMs: 0 };
