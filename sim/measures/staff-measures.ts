/** Measures of who is there to do the work, and of what their hours go on. Hours are an average for each week of the window. */
export const STAFF_MEASURES = {
  staff_in_post_mean: {
    unit: 'full-time equivalents',
    label: 'Staff in post, on average',
    meaning: 'Time-average of the full-time equivalents of workers in post, those off sick included.',
  },
  staff_vacant_mean: {
    unit: 'full-time equivalents',
    label: 'Vacant posts, on average',
    meaning: 'Time-average of the full-time equivalents of posts that are there and nobody holds.',
  },
  leavers: {
    unit: 'workers',
    label: 'Workers who left their post',
    meaning:
      'Workers who left by chance or for another post in the window. Posts that end on a date are not counted.',
  },
  hires: {
    unit: 'workers',
    label: 'Workers who began',
    meaning:
      'Workers who took up a post in the window: one that had fallen vacant, by promotion too, or one that is new. Workers who move with their cases are not counted.',
  },
  hours_sessions: {
    unit: 'hours a week',
    label: 'Hours in sessions',
    meaning: 'Hours with families, in sessions held or missed and in assessments by their workers.',
  },
  hours_travel: {
    unit: 'hours a week',
    label: 'Hours of travel',
    meaning:
      'Hours of travel for sessions held or missed, whether or not they come out of the hours available.',
  },
  hours_recording: {
    unit: 'hours a week',
    label: 'Hours of recording',
    meaning:
      'Hours of writing up sessions held or missed, whether or not they come out of the hours available.',
  },
  hours_cases: {
    unit: 'hours a week',
    label: 'Hours of case work',
    meaning: 'Hours that open cases take besides sessions (recording, liaison) and that were there to take.',
  },
  hours_waiting_contact: {
    unit: 'hours a week',
    label: 'Hours with families waiting',
    meaning: 'Hours of contact with families on the list that were there to take.',
  },
  hours_groups: {
    unit: 'hours a week',
    label: 'Hours in courses',
    meaning: 'Facilitators’ hours in courses that were there to take.',
  },
  hours_coordination: {
    unit: 'hours a week',
    label: 'Hours of co-ordination',
    meaning: 'Hours of co-ordination of partner-held cases that were there to take.',
  },
  hours_front_door: {
    unit: 'hours a week',
    label: 'Hours at the front door',
    meaning:
      'Staff hours of decisions, duty visits and calls to the advice line. They come on top of workers’ hours.',
  },
} as const;
