/** Sums of case weights such as 0.1, and of hours, carry rounding: room and hours left are compared with this allowance. */
export const ROUNDING = 1e-9;
