import type { FindingTexts } from './finding-words.ts'

const what: Readonly<Record<string, readonly [string, string]>> = {
  activity: ['活动总表', 'the list of activities'],
  case: ['个案一览表', 'the list of cases'],
  lot: ['入库登记', 'the list of lots'],
  volunteer: ['志愿者名册', 'the roll of volunteers'],
  carer: ['照护者名单', 'the list of carers'],
  lesson: ['课程表', 'the list of lessons'],
  piece: ['作品登记', 'the list of pieces'],
  exhibition: ['展销表', 'the list of exhibitions'],
  session: ['各节计划', 'the plan of sessions'],
  service: ['已有的服务记录', 'the services on record'],
  budget_line: ['预算表', 'the budget'],
}

/** Findings that any row may have: cells, days, places, numbers, sums. */
export const rowFindings = {
  unreadable: {
    title: { zh: '内容无法识别', en: 'Cannot be read' },
    wrong: (p) => ({
      zh: `“${p['written']}”不是这一列应有的内容，没有采用。`,
      en: `“${p['written']}” is not what this column holds; it was left out.`,
    }),
    toDo: { zh: '请改正后再导入。', en: 'Correct it and import again.' },
  },
  formula_error: {
    title: { zh: '公式出错', en: 'Formula error' },
    wrong: (p) => ({
      zh: `单元格里是公式错误 ${p['written']}，没有内容可用。`,
      en: `The cell shows the formula error ${p['written']} and has nothing to take.`,
    }),
    toDo: { zh: '请改正公式，或直接填写内容后再导入。', en: 'Correct the formula, or type the content, and import again.' },
  },
  day_unreadable: {
    title: { zh: '日期不明确', en: 'Not a day' },
    wrong: (p) => ({
      zh: `“${p['written']}”看不出是哪一天，这一行没有导入。`,
      en: `“${p['written']}” does not say which day; the row was left out.`,
    }),
    toDo: { zh: '请写成年月日，如2024年9月10日，再导入。', en: 'Write year, month and day, such as 2024-09-10, and import again.' },
  },
  day_vague: {
    title: { zh: '日期不明确', en: 'Not a day' },
    wrong: (p) => ({
      zh: `“${p['written']}”看不出是哪一天，这个日期没有采用，其余照常导入。`,
      en: `“${p['written']}” does not say which day; the day was left out, the rest is imported.`,
    }),
    toDo: { zh: '请写成年月日，如2024年9月10日，再导入。', en: 'Write year, month and day, such as 2024-09-10, and import again.' },
  },
  day_impossible: {
    title: { zh: '日期不存在', en: 'No such day' },
    wrong: (p) => ({
      zh: `没有“${p['written']}”这一天；离不开日期的记录没有导入。`,
      en: `There is no day “${p['written']}”; a record that needs its day was left out.`,
    }),
    toDo: { zh: '请改正日期后再导入。', en: 'Correct the day and import again.' },
  },
  day_missing: {
    title: { zh: '缺日期', en: 'No day' },
    wrong: () => ({ zh: '缺日期，这一行没有导入。', en: 'There is no day; the row was left out.' }),
    toDo: { zh: '请补填日期后再导入。', en: 'Fill in the day and import again.' },
  },
  day_in_future: {
    title: { zh: '日期在今天之后', en: 'In the future' },
    wrong: (p) => ({ zh: `${p['day']}还没有到。`, en: `${p['day']} is still to come.` }),
    toDo: { zh: '请核对年份；尚未进行的请把状态写为“计划”。', en: 'Check the year; write “planned” for what has not taken place.' },
  },
  required_empty: {
    title: { zh: '必填项为空', en: 'Needed and empty' },
    wrong: () => ({ zh: '这一项为空，这一行没有导入。', en: 'This is empty, and the row was left out.' }),
    toDo: { zh: '请补填后再导入。', en: 'Fill it in and import again.' },
  },
  community_unknown: {
    title: { zh: '社区名称不认识', en: 'Unknown community' },
    wrong: (p) => ({
      zh: `区划中没有“${p['community']}”，或不止一个。`,
      en: `There is no division “${p['community']}”, or more than one.`,
    }),
    toDo: {
      zh: '请写社区或村的全称，必要时加街道或镇名；“区划”里还没有它的，请先登记。',
      en: 'Write its full name, with the street or town where needed. If it is not among the divisions, add it there first.',
    },
  },
  community_not_in_project: {
    title: { zh: '不是本项目的社区', en: 'Not a community of the project' },
    wrong: (p) => ({
      zh: `“${p['community']}”不在本项目的服务社区中。`,
      en: `“${p['community']}” is not among the project's communities.`,
    }),
    toDo: { zh: '请核对社区，或把它加入项目。', en: 'Check the community, or add it to the project.' },
  },
  number_used_twice: {
    title: { zh: '编号重复', en: 'Number used twice' },
    wrong: (p) => ({ zh: `编号${p['number']}已经用过。`, en: `The number ${p['number']} is in use already.` }),
    toDo: {
      zh: '请改正其中一个编号；如是重复录入，请删去一行。',
      en: 'Change one of the numbers, or remove the row if it is the same record.',
    },
  },
  end_before_start: {
    title: { zh: '结束早于开始', en: 'Ends before it starts' },
    wrong: (p) => ({
      zh: `开始${p['startsAt']}，结束${p['endsAt']}，时长没有计算。`,
      en: `It starts at ${p['startsAt']} and ends at ${p['endsAt']}; no duration was worked out.`,
    }),
    toDo: { zh: '请核对时间。', en: 'Check the times.' },
  },
  outside_period: {
    title: { zh: '在项目期之外', en: 'Outside the project' },
    wrong: (p) => ({
      zh: `${p['day']}在项目期${p['side'] === 'before' ? '开始之前' : '结束之后'}，记录保留，不计入本项目指标。`,
      en: `${p['day']} is ${p['side'] === 'before' ? 'before the project began' : 'after the project ended'}; the record is kept and not counted.`,
    }),
    toDo: { zh: '请核对日期。', en: 'Check the day.' },
  },
  service_unknown: {
    title: { zh: '签到对不上任何一场', en: 'Signed in to nothing known' },
    wrong: (p) => ({
      zh: `${what[p['what'] ?? '']?.[0] ?? '记录'}中没有“${p['number']}”，这一行没有导入。`,
      en: `“${p['number']}” is not in ${what[p['what'] ?? '']?.[1] ?? 'the records'}; the row was left out.`,
    }),
    toDo: { zh: '请核对编号或名称、日期，或一并导入那张表。', en: 'Check the number, or title and day, or import that list too.' },
  },
  reference_unknown: {
    title: { zh: '找不到所引用的编号', en: 'Refers to nothing known' },
    wrong: (p) => ({
      zh: `${what[p['what'] ?? '']?.[0] ?? '记录'}中没有“${p['number']}”。`,
      en: `“${p['number']}” is not in ${what[p['what'] ?? '']?.[1] ?? 'the records'}.`,
    }),
    toDo: { zh: '请核对编号，或一并导入那张表。', en: 'Check the number, or import that list too.' },
  },
  name_contradicts_number: {
    title: { zh: '姓名与编号不符', en: 'Name and number do not fit' },
    wrong: (p) => ({
      zh: `编号${p['number']}登记的是“${p['other']}”，这一行写的是“${p['name']}”；按编号处理。`,
      en: `Number ${p['number']} stands for ${p['other']}, the row says ${p['name']}; the number counts.`,
    }),
    toDo: { zh: '请核对编号和姓名。', en: 'Check number and name.' },
  },
  status_unknown: {
    title: { zh: '状态不认识', en: 'Unknown status' },
    wrong: (p) => ({
      zh: `状态“${p['status']}”不认识，按“计划”处理，不计数。`,
      en: `The status “${p['status']}” is not known; it is taken as planned and not counted.`,
    }),
    toDo: { zh: '请写已完成、计划或取消。', en: 'Write held, planned or cancelled.' },
  },
  stated_count_differs: {
    title: { zh: '所写数量与记录不符', en: 'Stated count differs from the records' },
    wrong: (p) => ({
      zh: `${p['number']}写的是${p['stated']}，记录有${p['counted']}条；以记录为准。`,
      en: `${p['number']} states ${p['stated']}, the records are ${p['counted']}; the records count.`,
    }),
    toDo: { zh: '请核对是否漏录或多写。', en: 'Check whether a record is missing or the number is wrong.' },
  },
  sum_does_not_add_up: {
    title: { zh: '金额对不上', en: 'Sum does not add up' },
    wrong: (p) => ({
      zh: `${p['quantity']}×${p['price']}元＝${p['product']}元，写的是${p['value']}元；按数量乘单价计。`,
      en: `${p['quantity']} × ${p['price']} yuan is ${p['product']}, the list says ${p['value']}; quantity times price is taken.`,
    }),
    toDo: { zh: '请核对数量、单价和金额。', en: 'Check quantity, price and value.' },
  },
} satisfies FindingTexts
