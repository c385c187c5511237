/** Used part of an allowance, as the platform reports it. */
export interface Usage {
  /** Usage of the fullest allowance, percent; may exceed 100. 0 without a report. */
  percent: number;
  /** Time until access returns, ms; 0 if it was not lost. */
  regainMs: number;
}

/** Usage of a platform that reports none. */
export const NO_USAGE: Usage = { percent: 0, regainMs: 0 };
