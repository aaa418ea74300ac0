import type { FindingTexts } from './finding-words.ts'

const pulseOrGlucose = { zh: '请与原始登记核对后改正。', en: 'Check it against the sheet of the day.' }

/** Findings about services: casework, activities, clinics, visits, volunteers. */
export const serviceFindings = {
  case_not_accepted: {
    title: { zh: '未接案', en: 'Case not accepted' },
    wrong: (p) => ({
      zh: `${p['number']}未接案，不计入个案数和受益人。`,
      en: `${p['number']} was not accepted: neither a case nor a beneficiary.`,
    }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  session_typed_twice: {
    title: { zh: '服务记录重复录入', en: 'Session typed twice' },
    wrong: (p) => ({
      zh: `${p['number']}在${p['day']} ${p['startsAt']}已有一条记录，这一行保留但不计次。`,
      en: `${p['number']} has a record of ${p['day']} ${p['startsAt']} already; this row is kept and not counted.`,
    }),
    toDo: { zh: '请确认；如是两次，请改正日期或时间。', en: 'Confirm it, or correct the day or the time.' },
  },
  scale_out_of_range: {
    title: { zh: '量表得分超出范围', en: 'Score out of range' },
    wrong: (p) => ({
      zh: `${p['scale']}总分应在${p['least']}至${p['most']}之间，${p['score']}没有采用。`,
      en: `A total of ${p['scale']} lies between ${p['least']} and ${p['most']}; ${p['score']} was not taken.`,
    }),
    toDo: { zh: '请按原始量表核对。', en: 'Check it against the filled-in scale.' },
  },
  cancelled_activity: {
    title: { zh: '活动已取消', en: 'Activity cancelled' },
    wrong: (p) => ({ zh: `“${p['title']}”已取消，不计场次。`, en: `“${p['title']}” was cancelled and is not counted.` }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  planned_after_close: {
    title: { zh: '计划在项目期之后', en: 'Planned after the project' },
    wrong: (p) => ({
      zh: `“${p['title']}”计划在${p['day']}，已在项目期之外，不计场次。`,
      en: `“${p['title']}” is planned for ${p['day']}, after the project's end; it is not counted.`,
    }),
    toDo: { zh: '请确认是否属于本项目。', en: 'Confirm that it belongs to the project.' },
  },
  planned_day_past: {
    title: { zh: '计划日期已过', en: 'Planned for a past day' },
    wrong: (p) => ({
      zh: `“${p['title']}”计划在${p['day']}，日期已过，状态还是计划，不计场次。`,
      en: `“${p['title']}” was planned for ${p['day']}, which has passed, and is still marked as planned; it is not counted.`,
    }),
    toDo: { zh: '如已开展，请改为“已开展”；如未开展，请改为“取消”。', en: 'Mark it as held or as cancelled.' },
  },
  signed_in_at_cancelled: {
    title: { zh: '已取消的活动有签到', en: 'Signed in at a cancelled activity' },
    wrong: (p) => ({
      zh: `${p['number']}已取消，却有签到；签到保留，不计人次。`,
      en: `${p['number']} was cancelled, and still has sign-ins; they are kept and not counted.`,
    }),
    toDo: { zh: '请核对活动编号或活动状态。', en: 'Check the number, or the status of the activity.' },
  },
  activity_only_in_sign_in: {
    title: { zh: '只有签到表的活动', en: 'Known by its sign-in sheet alone' },
    wrong: (p) => ({
      zh: `没有活动总表，按签到表建立活动${p['number']}“${p['title']}”。`,
      en: `There is no list of activities; ${p['number']} “${p['title']}” is taken from its sign-in sheet.`,
    }),
    toDo: { zh: '请确认，并补交活动总表。', en: 'Confirm it, and hand in the list of activities.' },
  },
  bp_impossible: {
    title: { zh: '血压超出合理范围', en: 'Impossible blood pressure' },
    wrong: (p) => ({
      zh: `血压${p['written']}超出合理范围，没有采用；其他数据和本次义诊保留。`,
      en: `A blood pressure of ${p['written']} cannot be; it was refused, the visit and its other readings are kept.`,
    }),
    toDo: pulseOrGlucose,
  },
  bp_reversed: {
    title: { zh: '收缩压小于舒张压', en: 'Pressures the wrong way round' },
    wrong: (p) => ({
      zh: `收缩压${p['systolic']}小于舒张压${p['diastolic']}，疑填反；没有采用，未计入预警。`,
      en: `Systolic ${p['systolic']} is below diastolic ${p['diastolic']}, perhaps swapped; it was refused and raises no alarm.`,
    }),
    toDo: pulseOrGlucose,
  },
  glucose_impossible: {
    title: { zh: '血糖超出合理范围', en: 'Impossible glucose' },
    wrong: (p) => ({
      zh: `血糖${p['written']}超出合理范围（${p['least']}至${p['most']} mmol/L），没有采用，可能漏了小数点或单位。`,
      en: `A glucose of ${p['written']} is outside ${p['least']} to ${p['most']} mmol/L; it was refused. A decimal point or the unit may be missing.`,
    }),
    toDo: pulseOrGlucose,
  },
  glucose_no_context: {
    title: { zh: '血糖缺测量时机', en: 'Glucose without its context' },
    wrong: () => ({ zh: '有血糖值，没有写测量时机。', en: 'There is a glucose value, and nothing on when it was taken.' }),
    toDo: { zh: '请补填空腹、餐后或随机。', en: 'Add fasting, after a meal, or at random.' },
  },
  pulse_impossible: {
    title: { zh: '脉搏超出合理范围', en: 'Impossible pulse' },
    wrong: (p) => ({
      zh: `脉搏${p['written']}超出合理范围（${p['least']}至${p['most']}），没有采用。`,
      en: `A pulse of ${p['written']} is outside ${p['least']} to ${p['most']}; it was refused.`,
    }),
    toDo: pulseOrGlucose,
  },
  visit_not_met: {
    title: { zh: '未见到老人', en: 'Nobody met' },
    wrong: (p) => ({
      zh: `这次探访没有见到${p['name']}，也没有其他服务记录；不计完成探访，也不计受益人。`,
      en: `${p['name']} was not met, and has no other service on record: neither a visit done nor a beneficiary.`,
    }),
    toDo: {
      zh: '请安排再次探访；连续两次未见，请联系家属和社区。',
      en: 'Visit again; after two attempts ask the family and the community.',
    },
  },
  respite_cancelled: {
    title: { zh: '喘息服务已取消', en: 'Respite cancelled' },
    wrong: (p) => ({
      zh: `${p['carer']}的这次服务已取消，不计次，也不因此计为受益人。`,
      en: `This session for ${p['carer']} was cancelled: it is not counted, and makes nobody a beneficiary.`,
    }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  shift_no_show: {
    title: { zh: '志愿者未到岗', en: 'No show' },
    wrong: (p) => ({ zh: `${p['name']}未到岗，不计班次。`, en: `${p['name']} did not come; it is no shift.` }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  shift_overlaps: {
    title: { zh: '班次时间重叠', en: 'Shifts overlap' },
    wrong: (p) => ({
      zh: `${p['startsAt']}至${p['endsAt']}与该志愿者同日${p['otherStartsAt']}至${p['otherEndsAt']}的班次重叠；两班都保留。`,
      en: `${p['startsAt']}–${p['endsAt']} overlaps with a shift of the same volunteer at ${p['otherStartsAt']}–${p['otherEndsAt']}; both are kept.`,
    }),
    toDo: { zh: '请核对两班的时间和时长。', en: 'Check the times and hours of both.' },
  },
  shift_self_confirmed: {
    title: { zh: '自己确认自己的时长', en: 'Confirmed by the volunteer' },
    wrong: (p) => ({ zh: `确认人${p['name']}就是志愿者本人。`, en: `${p['name']} confirmed their own hours.` }),
    toDo: { zh: '请由社工或活动负责人重新确认。', en: 'Have a social worker or the person in charge confirm them.' },
  },
  claimed_more_than_present: {
    title: { zh: '申报时长多于在岗时间', en: 'More claimed than present' },
    wrong: (p) => ({
      zh: `申报${p['claimed']}小时，签到到签退只有${p['present']}分钟。`,
      en: `${p['claimed']} hours are claimed; from signing in to signing out it was ${p['present']} minutes.`,
    }),
    toDo: { zh: '请核对时长。', en: 'Check the hours.' },
  },
  no_check_out: {
    title: { zh: '缺签退时间', en: 'No signing out' },
    wrong: () => ({
      zh: '有签到，没有签退，时长只能凭确认人所写。',
      en: 'There is a signing in and no signing out; the hours rest on whoever confirmed them.',
    }),
    toDo: { zh: '请补填签退时间。', en: 'Fill in when they left.' },
  },
  family_listed_twice: {
    title: { zh: '志愿家庭重复', en: 'Family listed twice' },
    wrong: (p) => ({ zh: `家庭编号${p['number']}重复，按一户计。`, en: `Family ${p['number']} is listed twice and counts once.` }),
    toDo: { zh: '请确认；如是两户，请改正编号。', en: 'Confirm it, or change the number if they are two.' },
  },
  guardian_consent_missing: {
    title: { zh: '未成年志愿者缺监护人同意', en: 'No consent of a guardian' },
    wrong: (p) => ({
      zh: `${p['name']}未满18周岁，没有监护人同意的记录。`,
      en: `${p['name']} is under 18, and no guardian's consent is on record.`,
    }),
    toDo: { zh: '请取得监护人同意并登记。', en: 'Obtain it and put it on record.' },
  },
} satisfies FindingTexts
