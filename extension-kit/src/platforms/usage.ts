/** API call quota usage, as the platform reports it. */
export interface Usage {
  /** Usage of the most-used quota, percent; may exceed 100. 0 if not reported. */
  percent: number;
  /** Time until calls are allowed again, ms; 0 if they are allowed now. */
  regainMs: number;
}

/** Usage for a platform that does not report it. */
export const NO_USAGE: Usage = { percent: 0, regainMs: 0 };
