import type { Words } from '../../kernel/words.ts'
import type {
  Attainment,
  CaseFormKind,
  CaseSource,
  CaseStage,
  CaseStep,
  CloseReason,
  Means,
  NeedDomain,
  Review,
  Risk,
  SuspendReason,
} from './vocabulary-schema.ts'

export const stageWords: Record<CaseStage, Words> = {
  intake: { zh: '接案', en: 'Intake' },
  assessment: { zh: '预估', en: 'Assessment' },
  plan: { zh: '计划', en: 'Plan' },
  intervention: { zh: '介入', en: 'Intervention' },
  evaluation: { zh: '评估', en: 'Evaluation' },
  closed: { zh: '已结案', en: 'Closed' },
  not_accepted: { zh: '不接案', en: 'Not accepted' },
}

export const sourceWords: Record<CaseSource, Words> = {
  self: { zh: '主动求助', en: 'Came by themselves' },
  outreach: { zh: '外展发现', en: 'Found by outreach' },
  community: { zh: '社区转介', en: 'From the community' },
  agency: { zh: '机构转介', en: 'From an agency' },
  family: { zh: '家属求助', en: 'The family asked' },
  screening: { zh: '筛查预警', en: 'From a screening' },
}

export const closeReasonWords: Record<CloseReason, Words> = {
  goals_met: { zh: '目标达成', en: 'Goals met' },
  elder_ends: { zh: '服务对象要求终止', en: 'The elder ends it' },
  referred: { zh: '转介完成', en: 'Referred' },
  moved: { zh: '迁出', en: 'Moved away' },
  died: { zh: '死亡', en: 'Died' },
  lost: { zh: '失联', en: 'Lost touch' },
  beyond_us: { zh: '超出服务能力', en: 'Beyond what we can do' },
  project_over: { zh: '项目结束', en: 'The project is over' },
  other: { zh: '其他', en: 'Other' },
}

export const suspendReasonWords: Record<SuspendReason, Words> = {
  lost: { zh: '失联', en: 'Lost touch' },
  declines: { zh: '拒绝服务', en: 'Declines' },
  away: { zh: '外出、暂住外地', en: 'Away' },
  in_hospital: { zh: '住院', en: 'In hospital' },
  other: { zh: '其他', en: 'Other' },
}

export const riskWords: Record<Risk, Words> = {
  usual: { zh: '一般', en: 'Usual' },
  watch: { zh: '关注', en: 'To be watched' },
  high: { zh: '高风险', en: 'High' },
  crisis: { zh: '危机', en: 'Crisis' },
}

export const needDomainWords: Record<NeedDomain, Words> = {
  physical: { zh: '生理健康', en: 'Physical health' },
  mental: { zh: '心理情绪', en: 'Feelings' },
  cognition: { zh: '认知', en: 'Cognition' },
  family: { zh: '家庭关系', en: 'Family' },
  care: { zh: '照护', en: 'Care' },
  economic: { zh: '经济', en: 'Money' },
  housing: { zh: '居住环境', en: 'Housing' },
  social: { zh: '社会交往', en: 'Social contact' },
  rights: { zh: '权益', en: 'Rights' },
  information: { zh: '信息与数字', en: 'Information' },
  bereavement: { zh: '临终哀伤', en: 'Dying and grief' },
  other: { zh: '其他', en: 'Other' },
}

export const attainmentWords: Record<Attainment, Words> = {
  fully: { zh: '完全达成', en: 'Fully' },
  mostly: { zh: '大部分达成', en: 'Mostly' },
  partly: { zh: '部分达成', en: 'Partly' },
  not: { zh: '未达成', en: 'Not' },
}

export const meansWords: Record<Means, Words> = {
  home: { zh: '家访', en: 'Home visit' },
  office: { zh: '面谈', en: 'In the office' },
  phone: { zh: '电话', en: 'Telephone' },
  video: { zh: '视频', en: 'Video' },
  escort: { zh: '陪同', en: 'Accompanied' },
}

export const reviewWords: Record<Review, Words> = {
  waiting: { zh: '待督导阅', en: 'To be read' },
  returned: { zh: '已退回', en: 'Returned' },
  approved: { zh: '督导已通过', en: 'Approved' },
}

export const urgencyWords = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  soon: { zh: '尽快', en: 'Soon' },
  urgent: { zh: '紧急', en: 'Urgent' },
} as const

export const satisfactionWords = {
  very: { zh: '非常满意', en: 'Very satisfied' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  fair: { zh: '一般', en: 'Fair' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  not_asked: { zh: '没有询问', en: 'Not asked' },
} as const

export const formKindWords: Record<CaseFormKind, Words> = {
  intake: { zh: '接案登记表', en: 'Intake form' },
  assessment: { zh: '预估表', en: 'Assessment' },
  plan: { zh: '服务计划（协议）', en: 'Plan and agreement' },
  stage_evaluation: { zh: '阶段评估', en: 'Stage evaluation' },
  closing: { zh: '结案（评估）表', en: 'Closing form' },
  follow_up: { zh: '结案跟进', en: 'Follow-up' },
}

export const caseStepWords: Record<CaseStep, Words> = {
  opened: { zh: '接案登记', en: 'Opened' },
  accepted: { zh: '接案', en: 'Accepted' },
  not_accepted: { zh: '不接案', en: 'Not accepted' },
  planned: { zh: '预估完成，进入计划', en: 'Assessed' },
  agreed: { zh: '双方签名，进入介入', en: 'Agreed' },
  evaluated: { zh: '进入评估', en: 'To evaluation' },
  closed: { zh: '结案', en: 'Closed' },
  suspended: { zh: '中止', en: 'Suspended' },
  resumed: { zh: '恢复', en: 'Resumed' },
  reopened: { zh: '重新开案', en: 'Reopened' },
}
