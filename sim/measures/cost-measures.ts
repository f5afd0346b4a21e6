/** Measures in pounds, at the prices of the scenario's price year, summed over the window. They have no value where nothing is costed. */
export const COST_MEASURES = {
  cost_staff: {
    unit: 'pounds',
    label: 'Cost of workers',
    meaning:
      'Pounds for workers in post on each working day of the window: salary, on-costs, management and overheads. Vacant posts cost nothing.',
  },
  cost_travel: {
    unit: 'pounds',
    label: 'Cost of travel',
    meaning: 'Pounds for travel to the sessions held or missed in the window.',
  },
  cost_hires: {
    unit: 'pounds',
    label: 'Cost of recruitment',
    meaning: 'Pounds for recruiting the workers who began in the window.',
  },
  cost_front_door: {
    unit: 'pounds',
    label: 'Cost of the front door',
    meaning: 'Pounds for staff hours of decisions, duty visits and calls to the advice line in the window.',
  },
  cost_escalations: {
    unit: 'pounds',
    label: 'Cost of escalations to social care',
    meaning:
      'Pounds to social care for the children of families that escalated in the window: while waiting, at closure or after it. The whole later cost is entered on the day of the escalation.',
  },
  cost_total: {
    unit: 'pounds',
    label: 'Cost in all',
    meaning: 'Workers, travel, recruitment, front door and escalations, in pounds.',
  },
  cost_per_closure: {
    unit: 'pounds',
    label: 'Cost for each case closed',
    meaning:
      'Workers, travel, recruitment and front door in the window, in pounds, over cases closed in it. Escalations are not in it.',
  },
} as const;
