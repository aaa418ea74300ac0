/** A person of whom only a name and a sex are known. */
export const blankPerson = {
  name: '张三',
  sex: 'male',
  birthDate: null,
  birthday: { calendar: 'solar', month: null, day: null, leap: false },
  ethnicity: null,
  phone: null,
  otherPhone: null,
  address: null,
  livingWith: null,
  householdNumber: null,
  note: null,
}
/** A hardship label. */
export const label = {
  code: 'DB',
  grade: null,
  category: null,
  basis: null,
  source: '社区',
  startedOn: null,
  reviewOn: null,
  endedOn: null,
  endReason: null,
}
/** A project of the matrix. */
export const projectFacts = {
  name: '项目',
  agencyId: null,
  funderId: null,
  startsOn: '2024-09-01',
  endsOn: '2025-05-01',
  served: null,
  budgetFen: null,
}
