/** The numbers of EH-bench (docs/model.md, section 10), times in working days, for the programs on simjs. */
export const HORIZON = 1300;
export const WINDOW_START = 260;
export const REFERRALS_PER_DAY = 12;
export const DESKS = 3;
export const DECISION_MEAN = 0.2;
export const SIGNPOSTED = 0.5;
export const URGENT = 0.3;
export const PATIENCE_MEAN = 120;
export const SESSION_INTERVAL = 5;
export const COMES_BACK = 0.15;
export const RETURN_MEAN = 90;
