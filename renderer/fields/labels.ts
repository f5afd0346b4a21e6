/** What each parameter is called on a screen. One table; what it does not name is called by its key in words. */

/** By path, `*` standing for a name that a person chose. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'Name of the scenario',
  description: 'What it is about',
  'period.start': 'First day',
  'period.weeks': 'Weeks reported',
  'period.warmUpWeeks': 'Weeks to fill up before the start',
  'period.nation': 'Bank holidays of',
  'families.children': 'Children in a family',
  'localities.*.share': 'Share of families living there',
  'demand.referralsPerYear': 'Referrals a year',
  'demand.sources.*.referrals': 'Referrals',
  'demand.sources.*.share': 'Share of all referrals',
  'demand.sources.*.per': 'Referrals are given per',
  'demand.sources.*.monthProfile': 'Busy and quiet months',
  'demand.sources.*.holidayFactor': 'Referrals in school holidays',
  'demand.sources.*.septemberRebound': 'Catching up in September',
  'demand.sources.*.growthPerYear': 'Growth a year',
  'demand.sources.*.overdispersion': 'Bunching of referrals',
  'demand.sources.*.repeatShare': 'Repeat contacts',
  'demand.sources.*.needs.*': 'Share with this need',
  'demand.sources.*.weekly': 'Referrals week by week',
  'demand.sources.*.weeklyCsv.file': 'File with weekly referrals',
  'demand.sources.*.weeklyCsv.column': 'Column in that file',
  'demand.schoolHolidays.*.from': 'First day of the holiday',
  'demand.schoolHolidays.*.to': 'Last day of the holiday',
  'needs.*.priority': 'Priority on the list',
  'needs.*.patience': 'Time before a family gives up waiting',
  'needs.*.escalationPerWeek': 'Chance of escalating, each week waiting',
  'needs.*.declinesBefore': 'Families who do not consent',
  'needs.*.declinesOffer': 'Families who decline the place offered',
  'needs.*.routes.advice': 'Answered with advice',
  'needs.*.routes.socialCare': 'Passed to social care',
  'needs.*.routes.pathways.*': 'Share accepted',
  'frontDoor.desks': 'Decision makers',
  'frontDoor.decisionTime': 'Time for one decision',
  'frontDoor.gatheringTime': 'Time to gather information',
  'frontDoor.timing': 'When decisions are made',
  'frontDoor.panelEveryDays': 'Working days between triage panels',
  'frontDoor.panelMost': 'Most decisions at a panel',
  'frontDoor.decisionHours': 'Staff time for a decision',
  'frontDoor.duty.workers': 'Duty workers',
  'frontDoor.duty.visitTime': 'Time of a duty visit',
  'frontDoor.duty.hoursPerFamily': 'Duty hours for a family',
  'frontDoor.duty.sessionsSaved': 'Sessions that duty saves',
  'frontDoor.adviceLine.calls': 'Calls to the advice line',
  'frontDoor.adviceLine.per': 'Calls are given per',
  'frontDoor.adviceLine.resolved': 'Calls answered on the line',
  'frontDoor.adviceLine.elsewhere': 'Calls passed elsewhere',
  'frontDoor.adviceLine.socialCare': 'Calls passed to social care',
  'frontDoor.adviceLine.frontDoor': 'Calls passed to the front door',
  'frontDoor.adviceLine.hoursPerCall': 'Staff time for a call',
  'frontDoor.adviceLine.needs.*': 'Share of calls with this need',
  'waiting.contactEveryWeeks': 'Weeks between contacts while waiting',
  'waiting.contactHours': 'Staff time for a contact',
  'waiting.withdrawalFactor': 'Giving up, where families are contacted',
  'waiting.escalationFactor': 'Escalating, where families are contacted',
  'waiting.needGrowthPerWeek': 'Growth of need, each week waiting',
  'pathways.*.offer': 'Kind of help',
  'pathways.*.group.places': 'Places on a course',
  'pathways.*.group.startsEveryWeeks': 'Weeks between courses',
  'pathways.*.group.fewest': 'Fewest families for a course',
  'pathways.*.group.sessions': 'Sessions of a course',
  'pathways.*.group.facilitatorHours': 'Facilitator hours for a session',
  'pathways.*.group.team': 'Team that runs the course',
  'pathways.*.partner.most': 'Most families held by partners',
  'pathways.*.partner.coordinationHoursPerWeek': 'Coordination for a family',
  'pathways.*.partner.team': 'Team that coordinates',
  'pathways.*.caseWeight': 'Weight of a case',
  'pathways.*.visitEveryWeeks': 'Weeks between visits',
  'pathways.*.plan.by': 'Work is planned by',
  'pathways.*.plan.length': 'Length of the work',
  'pathways.*.plan.sessions': 'Sessions planned',
  'pathways.*.sessionHours': 'Length of a session',
  'pathways.*.missedShare': 'Sessions that families miss',
  'pathways.*.dropOutPerSession': 'Chance of stopping after a session',
  'pathways.*.whenNoHours': 'When a session finds no hours, it is',
  'pathways.*.recordingHours': 'Recording for a session',
  'pathways.*.caseHoursPerWeek': 'Other work on a case',
  'pathways.*.assessment.by': 'Assessment by',
  'pathways.*.assessment.time': 'Time to the end of the assessment',
  'pathways.*.assessment.hours': 'Worker time for an assessment',
  'pathways.*.outcomes.needsMet': 'Closed with needs met',
  'pathways.*.outcomes.disengaged': 'Closed because the family stopped',
  'pathways.*.outcomes.escalated': 'Closed to social care',
  'pathways.*.outcomes.transferred': 'Closed to another service',
  'pathways.*.outcomes.movedAway': 'Closed because the family moved',
  'pathways.*.outcomes.other': 'Closed for another reason',
  'pathways.*.stepsTo.*': 'Share going over to it',
  'pathways.*.escalationAfter.chance': 'Chance of escalating after closure',
  'pathways.*.escalationAfter.delay': 'Time until escalating',
  'pathways.*.reReferral.version': 'How coming back depends on the work done',
  'pathways.*.reReferral.chance': 'Chance of coming back',
  'pathways.*.reReferral.atSessions': 'That chance holds after',
  'pathways.*.reReferral.slopePerSession': 'Fall with each session more',
  'pathways.*.reReferral.least': 'Chance of coming back, at least',
  'pathways.*.reReferral.most': 'Chance of coming back, at most',
  'pathways.*.reReferral.windowMonths': 'Coming back is counted for',
  'pathways.*.reReferral.recurringShare': 'Families with recurring needs',
  'pathways.*.reReferral.recurringOdds': 'How much likelier they come back',
  'pathways.*.reReferral.delay': 'Time until coming back',
  'pathways.*.reReferral.returnsTo': 'Where families come back to',
  'pathways.*.reReferral.priority': 'Priority of families who come back',
  'allocation.timing': 'When families are allocated',
  'allocation.panelEveryDays': 'Working days between panels',
  'allocation.panelMost': 'Most families at a panel',
  'allocation.order': 'Who is next',
  'allocation.ageingWeeks': 'Weeks of waiting worth one priority',
  'allocation.targetDays': 'Target for allocation',
  'allocation.pooling': 'Lists',
  'allocation.overflowAfterWeeks': 'Other areas may help after',
  'allocation.capsCount': 'Caps count',
  'workload.hoursCounted': 'How worker time is counted',
  'workload.fixedHoursPerWeek': 'Meetings and supervision',
  'teams.*.locality': 'Where the team works',
  'teams.*.area': 'Kind of area',
  'teams.*.travelHoursPerSession': 'Travel for a session',
  'teams.*.serves': 'Takes families of',
  'teams.*.posts.*.role': 'Role',
  'teams.*.posts.*.fte': 'Workers',
  'teams.*.posts.*.workers': 'People',
  'teams.*.posts.*.effectiveFill': 'In post and able to hold cases',
  'teams.*.posts.*.capPerFte': 'Caseload cap',
  'teams.*.posts.*.weeklyHours': 'Contract hours a week',
  'teams.*.posts.*.contactShare': 'Time with families',
  'teams.*.posts.*.absenceShare': 'Time away from work',
  'teams.*.posts.*.from': 'First day of the post',
  'teams.*.posts.*.until': 'Ends on',
  'teams.*.posts.*.serves': 'Takes only families of',
  'teams.*.posts.*.movedFrom.team': 'Moved from team',
  'teams.*.posts.*.movedFrom.post': 'Moved from post',
  'teams.*.posts.*.salary': 'Salary',
  'teams.*.posts.*.staffing': 'Leavers and sickness',
  'teams.*.posts.*.turnoverPerYear': 'Leavers a year',
  'teams.*.posts.*.timeToFill': 'Time to fill a vacancy',
  'teams.*.posts.*.inductionNoCasesWeeks': 'Induction without cases',
  'teams.*.posts.*.inductionHalfCapWeeks': 'Induction at half the cap',
  'teams.*.posts.*.sicknessDaysPerYear': 'Sick days a year',
  'teams.*.posts.*.sicknessSpellDays': 'Length of a spell of sickness',
  'teams.*.posts.*.leaveDays': 'Annual leave',
  'teams.*.posts.*.trainingDays': 'Training days',
  'teams.*.posts.*.vacantAtStart': 'Vacant at the start',
  'teams.*.posts.*.promotedFrom': 'Filled from post',
  'teams.*.posts.*.promotedShare': 'Share filled from that post',
  'costs.counted': 'Count costs',
  'costs.priceYear': 'Price year',
  'costs.onCosts': 'Employer’s on-costs',
  'costs.overheads': 'Overheads',
  'costs.managerSalary': 'Salary of a manager',
  'costs.managerOnCosts': 'Employer’s on-costs of a manager',
  'costs.span': 'Workers to a manager',
  'costs.mileage': 'Mileage',
  'costs.milesPerVisit': 'Miles for a visit',
  'costs.hire': 'Cost of a recruitment',
  'costs.frontDoorHour': 'Cost of a front-door hour',
  'costs.escalation.shareOfChildren': 'Children concerned by an escalation',
  'costs.escalation.*.share': 'Share of these children',
  'costs.escalation.*.perChildYear': 'Cost of a child for a year',
  'costs.escalation.*.years': 'Years',
  'opening.from': 'How the run opens',
  'opening.waiting.*.families': 'Families waiting on the first day',
  'opening.waiting.*.waitedUpToWeeks': 'Longest wait so far',
  'opening.waiting.*.joined': 'Days they joined the list',
  'opening.open.*.plan.by': 'Their plans are said by',
  'opening.open.*.plan.length': 'Length planned for them',
  'opening.open.*.plan.sessions': 'Sessions planned for them',
  'opening.open.*.families': 'Families open on the first day',
  'opening.open.*.sessionsHad': 'Sessions each has had',
  'changes.*.from': 'From',
};

/** "Caseload cap" for `teams.main.posts.worker.capPerFte`; a parameter in a dated change is called what it is called outside it. */
export function labelOf(path: string): string {
  const keys = outsideChanges(path.split('.'));
  const pattern = Object.keys(LABELS).find((candidate) => namesIn(keys, candidate) !== null);
  return pattern ? LABELS[pattern]! : inWords(keys.at(-1)!);
}

/** "Caseload cap (main, worker)": with the names that say where. A single name that is obvious is still said. */
export function labelInPlace(path: string): string {
  const keys = outsideChanges(path.split('.'));
  const names = Object.keys(LABELS).flatMap((candidate) => namesIn(keys, candidate) ?? []);
  return names.length === 0 ? labelOf(path) : `${labelOf(path)} (${names.join(', ')})`;
}

/** The same with the dated change it belongs to: "From “spring” on: Caseload cap (main, worker)". */
export function labelWithChange(path: string): string {
  const [room, change, ...inner] = path.split('.');
  if (room !== 'changes' || change === undefined) return labelInPlace(path);
  if (inner.length === 0) return `The change “${change}”`;
  if (inner.length === 1 && inner[0] === 'from') return `First day of the change “${change}”`;
  return `From “${change}” on: ${labelInPlace(inner.join('.'))}`;
}

function outsideChanges(keys: readonly string[]): readonly string[] {
  return keys[0] === 'changes' && keys.length > 3 ? keys.slice(2) : keys;
}

/** The keys that stand for `*`; `null` where the path is another. */
function namesIn(keys: readonly string[], pattern: string): string[] | null {
  const wanted = pattern.split('.');
  if (keys.length !== wanted.length) return null;
  if (wanted.some((key, i) => key !== '*' && key !== keys[i])) return null;
  return keys.filter((_, i) => wanted[i] === '*');
}

/** "holidayFactor" as "Holiday factor". */
function inWords(key: string): string {
  const words = key.replaceAll(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
