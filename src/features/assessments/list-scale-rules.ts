import type { Scale, ScaleOption } from './scale-schema.ts'

// Sheets of our own: questions that a social worker asks anyway, counted so that a change can be seen. Not tested scales.

const safe: readonly ScaleOption[] = [
  { key: 'ok', value: 0, words: { zh: '没问题', en: 'In order' } },
  { key: 'risk', value: 1, words: { zh: '有隐患', en: 'A danger' } },
  { key: 'none', value: null, words: { zh: '不适用', en: 'Does not apply' } },
]
const own = {
  source: { zh: '本系统自拟', en: 'Our own' },
  licence: { zh: '本系统自拟，随系统使用', en: 'Our own, free with the product' },
}

export const homeSafety: Scale = {
  ...own,
  code: 'home-safety',
  version: '1',
  name: { zh: '居家安全检查', en: 'Safety at home' },
  about: {
    zh: '上门时边看边点，十二处。每处隐患都要有人管。',
    en: 'Twelve places, ticked while looking round. Every danger needs somebody to see to it.',
  },
  items: [
    {
      key: 'floor',
      part: { zh: '走动', en: 'Moving about' },
      words: { zh: '地面平整、不滑，过道没有杂物和电线', en: 'Floors even and not slippery, passages clear of things and cables' },
      options: safe,
    },
    {
      key: 'light',
      words: { zh: '从床到厕所夜里有灯，开关够得着', en: 'Light from bed to toilet at night, switch within reach' },
      options: safe,
    },
    { key: 'steps', words: { zh: '门槛、台阶看得清，有扶手', en: 'Sills and steps easy to see, with a rail' }, options: safe },
    { key: 'toilet', words: { zh: '厕所、洗澡处有扶手和防滑垫', en: 'Rails and mats where one bathes and in the toilet' }, options: safe },
    { key: 'bed', words: { zh: '床、椅的高度坐下站起不费劲', en: 'Bed and chair of a height that is easy to rise from' }, options: safe },
    {
      key: 'wires',
      part: { zh: '用电用火', en: 'Electricity and fire' },
      words: { zh: '电线没有破损、乱接，插线板不过载', en: 'No bare or makeshift wires, no overloaded sockets' },
      options: safe,
    },
    {
      key: 'gas',
      words: { zh: '燃气管没有老化，会关阀门，最好有报警器', en: 'Gas hose sound, valve shut after use, an alarm if possible' },
      options: safe,
    },
    {
      key: 'heating',
      words: { zh: '取暖安全：煤炉通风、电热毯不过夜', en: 'Heating safe: stove ventilated, no electric blanket overnight' },
      options: safe,
    },
    {
      key: 'fire',
      words: { zh: '床边、灶边不堆易燃物，不在床上抽烟', en: 'Nothing that burns beside bed or stove, no smoking in bed' },
      options: safe,
    },
    {
      key: 'medicine',
      part: { zh: '日常', en: 'Every day' },
      words: { zh: '药放得清楚，没有过期药', en: 'Medicines in order, none expired' },
      options: safe,
    },
    { key: 'food', words: { zh: '冰箱和厨房没有变质的食物', en: 'No spoiled food' }, options: safe },
    {
      key: 'phone',
      words: { zh: '电话或呼叫器够得着，旁边有紧急联系人号码', en: 'A telephone or call button within reach, with the numbers to call' },
      options: safe,
    },
  ],
  missing: { rule: 'none' },
  least: 0,
  most: 12,
  better: 'lower',
  againMonths: 12,
  bands: [
    {
      code: 'safe',
      from: 0,
      to: 0,
      words: { zh: '没有发现隐患', en: 'No dangers found' },
      tone: 'good',
      next: { zh: '入冬前再看一次取暖和燃气。', en: 'Look at heating and gas again before winter.' },
    },
    {
      code: 'some',
      from: 1,
      to: 3,
      words: { zh: '有一到三处隐患', en: 'One to three dangers' },
      tone: 'look',
      next: { zh: '每处写成一项需求，定下谁、何时解决。', en: 'Make each a need, and settle who sees to it and when.' },
    },
    {
      code: 'many',
      from: 4,
      to: 12,
      words: { zh: '隐患较多', en: 'Many dangers' },
      tone: 'bad',
      next: {
        zh: '当周告知社区和家属；可申请居家适老化改造；先处理用火用气。',
        en: 'Tell community and family this week; home adaptation may be applied for; fire and gas first.',
      },
    },
  ],
}

const yes: readonly ScaleOption[] = [
  { key: 'no', value: 0, words: { zh: '否', en: 'No' } },
  { key: 'yes', value: 1, words: { zh: '是', en: 'Yes' } },
]

export const fallRisk: Scale = {
  ...own,
  code: 'fall-risk',
  version: '1',
  name: { zh: '跌倒风险询问', en: 'Risk of falling' },
  about: { zh: '十个问题，问和看结合。', en: 'Ten questions, asked and looked at.' },
  items: [
    { key: 'fell', words: { zh: '近一年跌倒过', en: 'Fell in the last year' }, options: yes },
    { key: 'twice', words: { zh: '近一年跌倒两次以上，或摔伤过', en: 'Fell twice or more, or was hurt' }, options: yes },
    { key: 'afraid', words: { zh: '走路时怕跌倒', en: 'Is afraid of falling' }, options: yes },
    { key: 'unsteady', words: { zh: '站起、转身时不稳，要扶东西', en: 'Unsteady when rising or turning' }, options: yes },
    { key: 'aid', words: { zh: '走路用拐杖、助行器或要人扶', en: 'Walks with a stick, a frame or support' }, options: yes },
    { key: 'dizzy', words: { zh: '起身时头晕', en: 'Is dizzy on rising' }, options: yes },
    { key: 'night', words: { zh: '夜里要起来两次以上上厕所', en: 'Goes to the toilet twice or more a night' }, options: yes },
    { key: 'eyes', words: { zh: '看不清脚下的路', en: 'Does not see the ground clearly' }, options: yes },
    {
      key: 'drugs',
      words: { zh: '每天吃四种以上的药，或吃安眠药', en: 'Takes four or more medicines a day, or sleeping pills' },
      options: yes,
    },
    { key: 'feet', words: { zh: '脚痛、脚麻，或鞋不跟脚', en: 'Painful or numb feet, or loose shoes' }, options: yes },
  ],
  missing: { rule: 'none' },
  least: 0,
  most: 10,
  better: 'lower',
  againMonths: 12,
  bands: [
    {
      code: 'low',
      from: 0,
      to: 1,
      words: { zh: '风险较低', en: 'Low' },
      tone: 'good',
      next: { zh: '讲一次防跌倒；鼓励练平衡。', en: 'Talk about falls once; encourage balance exercise.' },
    },
    {
      code: 'some',
      from: 2,
      to: 3,
      words: { zh: '有一定风险', en: 'Some' },
      tone: 'look',
      next: {
        zh: '做居家安全检查；建议社区医生看用药和视力。',
        en: 'Go through safety at home; advise the community doctor on medicines and eyes.',
      },
    },
    {
      code: 'high',
      from: 4,
      to: 10,
      words: { zh: '风险较高', en: 'High' },
      tone: 'bad',
      next: {
        zh: '两周内做居家安全检查，装扶手、夜灯；建议就医评估；告知家属。',
        en: 'Safety at home within two weeks, rails and night lights; advise a medical check; tell the family.',
      },
    },
  ],
}

const content: readonly ScaleOption[] = [
  { key: '5', value: 5, words: { zh: '非常满意', en: 'Very satisfied' } },
  { key: '4', value: 4, words: { zh: '满意', en: 'Satisfied' } },
  { key: '3', value: 3, words: { zh: '一般', en: 'Neither' } },
  { key: '2', value: 2, words: { zh: '不满意', en: 'Dissatisfied' } },
  { key: '1', value: 1, words: { zh: '非常不满意', en: 'Very dissatisfied' } },
]

/** The question that says whether somebody counts as satisfied. */
export const overallItem = 'overall'

export const satisfaction: Scale = {
  ...own,
  code: 'satisfaction',
  version: '1',
  name: { zh: '服务满意度', en: 'Satisfaction with the service' },
  about: {
    zh: '六题。满意与否看最后一题“总的来说”；最好由不经办的人来问。',
    en: 'Six questions. The last decides; best asked by somebody who does not serve this person.',
  },
  items: [
    { key: 'manner', words: { zh: '工作人员的态度', en: 'The manner of the staff' }, options: content },
    { key: 'timely', words: { zh: '服务来得及时', en: 'The service came in time' }, options: content },
    { key: 'useful', words: { zh: '服务对您有帮助', en: 'It helped' }, options: content },
    { key: 'respect', words: { zh: '尊重您的意见和隐私', en: 'Your wishes and privacy were respected' }, options: content },
    { key: 'place', words: { zh: '时间和地点方便', en: 'Time and place suited' }, options: content },
    { key: overallItem, words: { zh: '总的来说，您对服务满意吗？', en: 'All in all, are you satisfied?' }, options: content },
  ],
  missing: { rule: 'carry', most: 2 },
  least: 6,
  most: 30,
  better: 'higher',
  decides: 'overall',
  againMonths: 12,
  bands: [
    {
      code: 'satisfied',
      from: 4,
      to: 5,
      words: { zh: '满意', en: 'Satisfied' },
      tone: 'good',
      next: { zh: '把好的做法记下来。', en: 'Note what was done well.' },
    },
    {
      code: 'neither',
      from: 3,
      to: 3,
      words: { zh: '一般', en: 'Neither' },
      tone: 'look',
      next: { zh: '问一句“哪里可以更好”，写进备注。', en: 'Ask what could be better, and write it down.' },
    },
    {
      code: 'dissatisfied',
      from: 1,
      to: 2,
      words: { zh: '不满意', en: 'Dissatisfied' },
      tone: 'bad',
      next: { zh: '一周内由负责人回访，说明怎么改。', en: 'The manager calls back within a week and says what changes.' },
    },
  ],
}

const often: readonly ScaleOption[] = [
  { key: '0', value: 0, words: { zh: '没有', en: 'Never' } },
  { key: '1', value: 1, words: { zh: '有时', en: 'Sometimes' } },
  { key: '2', value: 2, words: { zh: '经常', en: 'Often' } },
  { key: '3', value: 3, words: { zh: '总是', en: 'Always' } },
]

export const carerStrain: Scale = {
  ...own,
  code: 'carer-strain',
  version: '1',
  name: { zh: '照护者压力询问', en: 'Strain of a family carer' },
  about: {
    zh: '问照护老人的家里人，十题，看最近一个月。由照护者本人回答。',
    en: 'Ten questions to the family carer about the last month, answered by the carer.',
  },
  stem: { zh: '最近一个月，照顾老人的时候，您有没有：', en: 'In the last month, while caring, did you:' },
  items: [
    { key: 'sleep', words: { zh: '因为照护睡不好', en: 'Sleep badly because of it' }, options: often },
    { key: 'body', words: { zh: '腰酸背痛，身体吃不消', en: 'Have pains, or find it too much for your body' }, options: often },
    { key: 'time', words: { zh: '没有一点自己的时间', en: 'Have no time of your own' }, options: often },
    { key: 'out', words: { zh: '不放心出门，走不开', en: 'Feel unable to leave the house' }, options: often },
    { key: 'mood', words: { zh: '心里烦、想哭或发火', en: 'Feel upset, close to tears, or angry' }, options: often },
    { key: 'alone', words: { zh: '觉得只有自己在扛', en: 'Feel that it is all on you' }, options: often },
    { key: 'money', words: { zh: '为照护的花费发愁', en: 'Worry about what it costs' }, options: often },
    { key: 'work', words: { zh: '耽误了工作或家里别的事', en: 'Neglect work or the rest of the family' }, options: often },
    { key: 'skill', words: { zh: '不知道该怎么照护才对', en: 'Not know how to do it right' }, options: often },
    { key: 'on', words: { zh: '觉得快撑不下去了', en: 'Feel that you cannot go on' }, options: often },
  ],
  missing: { rule: 'none' },
  least: 0,
  most: 30,
  better: 'lower',
  againMonths: 6,
  bands: [
    {
      code: 'light',
      from: 0,
      to: 9,
      words: { zh: '压力较轻', en: 'Light' },
      tone: 'good',
      next: { zh: '告诉他有喘息服务，需要时可以约。', en: 'Say that respite exists and can be asked for.' },
    },
    {
      code: 'some',
      from: 10,
      to: 19,
      words: { zh: '压力明显', en: 'Marked' },
      tone: 'look',
      next: { zh: '约一次喘息服务；介绍照护技能课和照护者小组。', en: 'Arrange respite once; offer a course and a carers’ group.' },
    },
    {
      code: 'heavy',
      from: 20,
      to: 30,
      words: { zh: '压力很重', en: 'Heavy' },
      tone: 'bad',
      next: {
        zh: '一周内安排喘息；与督导商量；可做 PHQ-9。',
        en: 'Respite within a week; discuss with the supervisor; the PHQ-9 may follow.',
      },
    },
  ],
}
