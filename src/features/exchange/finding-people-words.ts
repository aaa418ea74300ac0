import type { FindingTexts } from './finding-words.ts'

/** Findings about who somebody is: numbers, what stands beside them, one person twice, and who is meant. */
export const peopleFindings = {
  id_missing: {
    title: { zh: '缺身份证号', en: 'No identity number' },
    wrong: () => ({
      zh: '没有填身份证号，先按姓名和出生日期建档。',
      en: 'There is no identity number; the file is kept by name and birthday.',
    }),
    toDo: { zh: '请补录身份证号；本人不愿提供的，请注明“拒绝提供”。', en: 'Add the number, or write that the person declines to give it.' },
  },
  id_full_width: {
    title: { zh: '身份证号为全角', en: 'Full-width identity number' },
    wrong: () => ({
      zh: '身份证号写成了全角字符，已转为半角。',
      en: 'The number was typed in full-width characters; they were converted.',
    }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  id_with_spaces: {
    title: { zh: '身份证号有空格', en: 'Spaces in the identity number' },
    wrong: () => ({ zh: '身份证号中有空格或横线，已去除。', en: 'The number had spaces or hyphens in it; they were removed.' }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  id_lower_x: {
    title: { zh: '身份证号末位小写x', en: 'Lower-case x in the identity number' },
    wrong: () => ({ zh: '身份证号末位是小写x，已转为大写X。', en: 'The number ended in a small x; it was made a capital X.' }),
    toDo: { zh: '不需处理。', en: 'Nothing to do.' },
  },
  id_15_digit: {
    title: { zh: '15位旧身份证号', en: '15-digit identity number' },
    wrong: () => ({
      zh: '这是15位的旧身份证号，已按规则扩为18位。',
      en: 'This is an old number of 15 digits; it was extended to 18 by the rule.',
    }),
    toDo: { zh: '请与证件核对。', en: 'Check it against the card.' },
  },
  id_leading_zeros_lost: {
    title: { zh: '身份证号丢失开头的0', en: 'Leading zeros lost' },
    wrong: () => ({
      zh: '身份证号曾被存为数字，开头的0丢失；补足18位后校验通过，已采用。',
      en: 'The number was stored as a quantity and lost its leading zeros; padded to 18 digits its checksum holds, so it is used.',
    }),
    toDo: { zh: '请与证件核对；今后请把这一列设为文本。', en: 'Check it against the card, and keep this column as text.' },
  },
  id_precision_damaged: {
    title: { zh: '身份证号末三位变成000', en: 'Identity number cut by the spreadsheet' },
    wrong: () => ({
      zh: '身份证号曾被表格软件存为数字，末三位变成000，无法还原；不用它认人。',
      en: 'The spreadsheet stored the number as a quantity and its last three digits became 000. They cannot be restored; it identifies nobody.',
    }),
    toDo: { zh: '请按证件补录原号，并把这一列设为文本。', en: 'Enter the number from the card, and keep this column as text.' },
  },
  id_wrong_checksum: {
    title: { zh: '身份证号校验位不对', en: 'Checksum does not hold' },
    wrong: () => ({
      zh: '身份证号的校验位不对，号码先留存，标为未核实。',
      en: 'The checksum of the number does not hold; it is kept as unverified.',
    }),
    toDo: { zh: '请与证件核对后改正。', en: 'Check it against the card.' },
  },
  id_wrong_length: {
    title: { zh: '身份证号位数不对', en: 'Identity number of a wrong length' },
    wrong: () => ({
      zh: '身份证号不是18位或15位，号码先留存，标为未核实。',
      en: 'The number has neither 18 nor 15 characters; it is kept as unverified.',
    }),
    toDo: { zh: '请与证件核对后改正；其他证件请在备注中注明。', en: 'Check it against the card; write other documents into the note.' },
  },
  id_impossible: {
    title: { zh: '身份证号不成立', en: 'Impossible identity number' },
    wrong: () => ({
      zh: '身份证号中的出生日期或顺序码不成立，号码先留存，标为未核实。',
      en: 'The birthday or the sequence inside the number cannot be; it is kept as unverified.',
    }),
    toDo: { zh: '请与证件核对后改正。', en: 'Check it against the card.' },
  },
  id_belongs_to_other: {
    title: { zh: '身份证号与他人相同', en: 'Number of somebody else' },
    wrong: (p) => ({
      zh: `此号与${p['household'] === 'same' ? '同户' : ''}${p['other']}相同，而性别、出生日期或姓名对不上；两人没有合并。`,
      en: `${p['other']}${p['household'] === 'same' ? ', of the same household,' : ''} has this number too, and sex, birthday or name do not fit; the two were not merged.`,
    }),
    toDo: { zh: '请核对两人的证件，改正填错的一个。', en: 'Check both cards and correct the wrong number.' },
  },
  birth_contradicts_id: {
    title: { zh: '出生日期与身份证号不一致', en: 'Birthday contradicts the number' },
    wrong: (p) => ({
      zh: `所填出生日期${p['stated']}与身份证号中的${p['number']}不一致，暂以身份证号为准。`,
      en: `The birthday given is ${p['stated']}, the number says ${p['number']}; the number counts for now.`,
    }),
    toDo: { zh: '请与证件核对。农历生日请另外注明。', en: 'Check it against the card. Mark a lunar birthday as such.' },
  },
  birth_impossible: {
    title: { zh: '出生日期不存在', en: 'No such birthday' },
    wrong: (p) => ({
      zh: `没有“${p['written']}”这一天；身份证号可用时，取其中的日期。`,
      en: `There is no day “${p['written']}”; where the number is usable its birthday is taken.`,
    }),
    toDo: { zh: '请改正出生日期。', en: 'Correct the birthday.' },
  },
  birth_without_day: {
    title: { zh: '出生日期缺日', en: 'Birthday without its day' },
    wrong: (p) => ({
      zh: `出生日期只写到“${p['written']}”，没有可用的身份证号补足，先不记出生日期。`,
      en: `The birthday says no more than “${p['written']}”, and no usable number completes it; none is kept for now.`,
    }),
    toDo: { zh: '请补填出生年月日，或补录身份证号。', en: 'Fill in year, month and day, or the identity number.' },
  },
  dead_on_register: {
    title: { zh: '名册注明已去世', en: 'Noted as deceased' },
    wrong: (p) => ({
      zh: `名册注明“${p['written']}”，仍按在册老人导入，没有登记去世。`,
      en: `The register notes “${p['written']}”; the elder is imported as living, and no death is on record.`,
    }),
    toDo: {
      zh: '请在此人档案中登记去世日期；不应在册的，请从名册中删去。',
      en: 'Put the day of death on file, or take the row off the register.',
    },
  },
  sex_contradicts_id: {
    title: { zh: '性别与身份证号不一致', en: 'Sex contradicts the number' },
    wrong: () => ({
      zh: '所填性别与身份证号不一致，暂以身份证号为准。',
      en: 'The sex given does not fit the number; the number counts for now.',
    }),
    toDo: { zh: '请与证件核对。', en: 'Check it against the card.' },
  },
  age_contradicts_birth: {
    title: { zh: '年龄与出生日期不符', en: 'Age contradicts the birthday' },
    wrong: (p) => ({
      zh: `所填年龄${p['stated']}岁，按出生日期应为${p['age']}岁。`,
      en: `The age given is ${p['stated']}; by the birthday it is ${p['age']}.`,
    }),
    toDo: { zh: '请核对年龄和出生日期。', en: 'Check age and birthday.' },
  },
  phone_wrong_length: {
    title: { zh: '电话位数不对', en: 'Telephone number of a wrong length' },
    wrong: () => ({
      zh: '电话的位数不对，先按原样保留。',
      en: 'The telephone number has too many or too few digits; it is kept as written.',
    }),
    toDo: { zh: '请核对电话。', en: 'Check the telephone number.' },
  },
  under_60: {
    title: { zh: '未满60周岁', en: 'Under 60' },
    wrong: (p) => ({ zh: `出生于${p['birth']}，到项目结束时未满60周岁。`, en: `Born on ${p['birth']}, not yet 60 when the project ends.` }),
    toDo: {
      zh: '请确认是否纳入（如在册残疾人）。',
      en: 'Confirm that they belong on the register, for instance with a certified disability.',
    },
  },
  household_number_missing: {
    title: { zh: '缺户号', en: 'No household number' },
    wrong: (p) => ({
      zh: `缺户号，按同社区户主“${p['head']}”归入${p['number']}户。`,
      en: `There is no household number; by its head ${p['head']} it is taken for household ${p['number']}.`,
    }),
    toDo: { zh: '请确认。', en: 'Confirm it.' },
  },
  household_unknown: {
    title: { zh: '找不到所在户', en: 'Household not found' },
    wrong: (p) => ({
      zh: p['number'] === '' ? `缺户号，同社区没有或不止一户的户主叫“${p['head']}”，先按户主另立一户。` : `名册中没有户号${p['number']}。`,
      en:
        p['number'] === ''
          ? `There is no household number, and none or more than one household of a head named ${p['head']} in the community; a household of that head is added.`
          : `The register has no household ${p['number']}.`,
    }),
    toDo: { zh: '请补填或核对户号。', en: 'Fill in or check the household number.' },
  },
  duplicate_same_community: {
    title: { zh: '同一人重复登记', en: 'Registered twice' },
    wrong: (p) => ({
      zh: `${p['name']}在第${p['row']}行已经登记过，身份证号相同，两行合并为一人。`,
      en: `${p['name']} is in row ${p['row']} already, with the same number; the two rows are one person.`,
    }),
    toDo: { zh: '请确认，可删去多余的一行。', en: 'Confirm it; one of the rows may go.' },
  },
  duplicate_name_typo: {
    title: { zh: '疑为同一人，姓名差一字', en: 'Taken for one person, spelled differently' },
    wrong: (p) => ({
      zh: `与${p['sheet']}第${p['row']}行“${p['other']}”身份证号、出生日期、电话相同，姓名读音相同而写法不同，合并为一人。`,
      en: `Number, birthday and telephone are those of ${p['other']} (${p['sheet']}, row ${p['row']}), and the names sound alike: taken for one person.`,
    }),
    toDo: { zh: '请确认哪个写法正确。', en: 'Say which spelling is right.' },
  },
  duplicate_damaged_id: {
    title: { zh: '疑为同一人，身份证号已损坏', en: 'Taken for one person, one number unusable' },
    wrong: (p) => ({
      zh: `姓名、出生日期、电话与${p['sheet']}第${p['row']}行相同，两行中有身份证号不可用，合并为一人。`,
      en: `Name, birthday and telephone are those of ${p['sheet']}, row ${p['row']}, and one of the numbers cannot be used: taken for one person.`,
    }),
    toDo: { zh: '请确认，并补正身份证号。', en: 'Confirm it, and correct the number.' },
  },
  moved_between_communities: {
    title: { zh: '同时在两个社区登记', en: 'Registered in two communities' },
    wrong: (p) => ({
      zh: `${p['name']}同时在${p['community'] === '' ? `“${p['sheet']}”第${p['row']}行` : p['community']}登记，现住社区取登记日期较晚的一处。`,
      en: `${p['name']} is registered in ${p['community'] === '' ? `row ${p['row']} of “${p['sheet']}”` : p['community']} too; the later registration is taken for home.`,
    }),
    toDo: { zh: '请确认现住社区。', en: 'Confirm where they live now.' },
  },
  name_not_on_register: {
    title: { zh: '名册中没有此人', en: 'Not on the register' },
    wrong: (p) => ({
      zh: `${p['community']}名册中没有“${p['name']}”${p['candidates'] === '' ? '' : `，相近的有：${p['candidates']}`}。认领前只计人次，不计人数。`,
      en: `The register${p['community'] === '' ? '' : ` of ${p['community']}`} has no ${p['name']}${p['candidates'] === '' ? '' : `; similar: ${p['candidates']}`}. Until somebody resolves it, it is an attendance and not a person.`,
    }),
    toDo: {
      zh: '请在“待认领”中指认是谁，或注明不在名册。',
      en: 'Say who it is in the list of names to be resolved, or that it is nobody on the register.',
    },
  },
  name_ambiguous: {
    title: { zh: '有同名，无法确定是谁', en: 'Namesakes, nobody can tell who' },
    wrong: (p) => ({
      zh: `${p['community']}有${p['count']}位“${p['name']}”，此行没有能分清的年龄、尾号或户号。认领前只计人次，不计人数。`,
      en: `${p['community']} has ${p['count']} people named ${p['name']}, and nothing in the row tells them apart. Until somebody resolves it, it is an attendance and not a person.`,
    }),
    toDo: { zh: '请在“待认领”中指认是哪一位。', en: 'Say which of them it is in the list of names to be resolved.' },
  },
  hints_contradict: {
    title: { zh: '尾号、年龄等与名册不符', en: 'What stands beside the name does not fit' },
    wrong: (p) => ({
      zh: `这一行写的${p['hints']}与名册上的${p['name']}（${p['known']}）不符；本社区只有一人叫此名，暂按此人。`,
      en: `The row says ${p['hints']}, the register has ${p['name']} with ${p['known']}; as nobody else in the community bears the name, it is taken for that person.`,
    }),
    toDo: {
      zh: '请确认是否同一人；如是另一位同名老人，请先补入名册。',
      en: 'Confirm that it is one person; a namesake has to be put on the register first.',
    },
  },
  row_without_name: {
    title: { zh: '缺姓名', en: 'No name' },
    wrong: () => ({ zh: '这一行没有姓名，没有导入。', en: 'The row names nobody and was left out.' }),
    toDo: { zh: '请补填姓名后再导入。', en: 'Fill in the name and import again.' },
  },
  signed_in_twice: {
    title: { zh: '重复签到', en: 'Signed in twice' },
    wrong: (p) => ({
      zh: `${p['name']}在本场已经签到，这一行保留但不计人次。`,
      en: `${p['name']} is on this sheet already; the row is kept and not counted.`,
    }),
    toDo: { zh: '如是同名的另一人，请补填尾号或年龄。', en: 'If it is a namesake, add a tail number or an age.' },
  },
} satisfies FindingTexts
