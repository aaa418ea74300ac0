import type { FormWords } from './form-words.ts'
import { personWords } from './person-words.ts'

const p = personWords

/** Goods, linkages, crafts. */
export const goodsFormWords: {
  goodsReceipt: FormWords<'goodsReceipt'>
  handOut: FormWords<'handOut'>
  goodsFlow: FormWords<'goodsFlow'>
  stockCount: FormWords<'stockCount'>
  linkages: FormWords<'linkages'>
  craftLessons: FormWords<'craftLessons'>
  craftSignIn: FormWords<'craftSignIn'>
  craftPieces: FormWords<'craftPieces'>
  exhibitions: FormWords<'exhibitions'>
  craftSales: FormWords<'craftSales'>
} = {
  goodsReceipt: {
    titles:
      '捐赠入库 物资入库 捐赠物资入库登记 入库登记 捐赠登记 接收登记 物资接收 捐赠物资 入库表 入库台账 受赠登记 捐赠台账 物资捐赠 入库单 捐赠接收',
    needs: [['item'], ['donor', 'lot'], ['donor', 'quantity', 'receivedBy', 'unitPrice', 'value']],
    context: ['day', 'donor'],
    fields: {
      lot: '批次号 批次 批号 入库编号 入库单号 编号 批次编号 物资编号 捐赠批次 物资批次 入库批次',
      donor:
        '捐赠方 捐赠单位 捐赠人 捐赠者 来源 捐赠单位个人 捐赠来源 捐赠单位或个人 供货方 捐赠机构 物资来源 捐赠企业 捐赠方名称 捐赠个人 爱心单位 来源单位',
      item: '物品名称 物资名称 物品 物资 品名 名称 捐赠物品 捐赠物资 货品 物资品名 物品品名 捐赠物品名称 商品名称 品名规格 物资种类 品种',
      quantity: '数量 入库数量 接收数量 捐赠数量 数目 件数 总数量 收到数量 入库数',
      unit: '单位 计量单位 数量单位 规格单位 计价单位',
      unitPrice: '单价 单价元 价格 折合单价 市场单价 参考单价 单位价值 估算单价',
      value: '金额 价值 折合金额 总价 总金额 合计金额 折款 金额元 估值 折价 总价值 折合价值 物资价值 小计 估价 折款金额 价款 折合人民币',
      expiresOn:
        '保质期至 有效期至 保质期 有效期 到期日期 过期日期 到期日 保质日期 截止日期 保质期到 保质期截止 有效期限 有效日期 食用期限',
      day: '接收日期 入库日期 捐赠日期 日期 接收时间 入库时间 收到日期 捐赠时间 时间 受赠日期 到货日期',
      receivedBy: '接收人 收货人 入库人 经办人 经手人 验收人 接收人员 保管员 保管人 签收人 接收经办人 管理员 收件人',
    },
  },
  handOut: {
    titles:
      '物资发放 发放登记 发放签收 物资发放签收表 发放表 领取登记 发放台账 慰问品发放 物资领取 领取签收 发放记录 慰问物资 发放明细 慰问品 领取表 物资发放登记 出库登记 慰问登记',
    needs: [
      ['names', 'headName'],
      ['item', 'quantity', 'lot'],
      ['takenBy', 'receipt', 'quantity', 'lot', 'item'],
    ],
    context: ['day', 'community', 'lot', 'item', 'unit'],
    carried: ['day', 'lot', 'item'],
    joined: { by: 'quantity', field: 'names' },
    fields: {
      day: '发放日期 日期 领取日期 发放时间 时间 领取时间 慰问日期 签收日期 出库日期',
      lot: '批次号 批次 批号 物资批次 发放批次 批次编号 入库编号 物资编号 捐赠批次',
      community: p.community,
      householdNumber: p.householdNumber,
      headName: p.headName,
      names: `受益老人 受助老人 受益人 老人姓名 受助人 领取老人 受益对象 发放对象 姓名 家庭成员 受益人姓名 领取对象 服务对象 受助对象 慰问对象 受赠人 受助人姓名 老人 受赠老人 受益老人姓名 发放老人 领取人姓名 领取人 签收人 领用人 户主姓名`,
      item: '物品 物资 物品名称 物资名称 发放物品 发放物资 品名 慰问品 名称 领取物品 领取物资 发放内容 物资种类 慰问物品 慰问物资 发放品名',
      quantity: '数量 发放数量 领取数量 件数 份数 发放数 数目 领取份数',
      unit: '单位 计量单位 数量单位',
      takenBy: '领取方式 领取人 代领人 领取情况 签收人 领取人姓名 领取形式 是否代领 签领人 领用人 领取人签名 代领情况 代领人及关系',
      receipt: '签收 签字 签名 领取签字 签收情况 领取签名 签收确认 领取人签字 签收签字 领取确认 本人签字 本人签名 是否签收',
    },
  },
  goodsFlow: {
    titles:
      '出入库 出入库流水 出入库台账 出入库登记 物资流水 收发台账 收发登记 物资收发 进出库 进出库台账 出入库明细 物资进出 收发流水 物资台账 出入库记录',
    needs: [['day'], ['direction', 'received'], ['direction', 'handedOut'], ['item', 'lot']],
    context: ['community'],
    fields: {
      day: '日期 出入库日期 时间 业务日期 收发日期 登记日期 发生日期 办理日期 年月日',
      direction:
        '出入库 类型 出/入库 收发类别 出入库类型 业务类型 收/发 出入库类别 类别 收发 方向 收发类型 出入 进出 摘要 进出库 入库/出库 业务类别 操作类型 操作 单据类型',
      lot: '批次号 批次 批号 物资批次 入库批次 批次编号 捐赠批次 物资编号 编号',
      item: '物品名称 物资名称 物品 物资 品名 名称 货品 物资品名 物品品名 商品名称 品名规格 物资种类 品种',
      quantity: '数量 数目 件数 份数 发生数量',
      received: '入库数量 收入数量 入库数 收入 入库 接收数量 收 进 入',
      handedOut: '出库数量 发放数量 出库数 支出数量 发出 支出 出库 发放 发 出',
      unit: '单位 计量单位 数量单位',
      unitPrice: '单价 单价元 价格 折合单价 市场单价 参考单价 单位价值',
      value: '金额 价值 折合金额 总价 总金额 合计金额 折款 金额元 折价 总价值 折合价值',
      expiresOn: '保质期至 有效期至 保质期 有效期 到期日期 过期日期 到期日 保质日期 截止日期 保质期到 有效期限 有效日期',
      donor: '捐赠方 捐赠单位 捐赠人 捐赠者 来源 捐赠单位个人 捐赠来源 来源单位 供货方 物资来源 来源去向',
      receivedBy: '经手人 经办人 接收人 保管员 验收人 管理员 保管人 登记人',
      community: `${p.community} 发放社区`,
      householdNumber: p.householdNumber,
      headName: p.headName,
      names: `受益老人 受助老人 领取老人 领取对象 发放对象 受益人 老人姓名 受助人 受益对象 服务对象 受助对象 慰问对象 去向 领用人 领取人 领取人姓名 姓名 受益老人姓名`,
      takenBy: '领取方式 代领人 领取情况 是否代领 代领情况 签收人 代领人及关系',
      receipt: '签收 签字 签名 领取签字 签收情况 领取签名 签收确认 领取人签字 是否签收',
    },
  },
  stockCount: {
    titles: '库存盘点 盘点表 库存 盘点 结存表 库存表 物资盘点 库存盘点表 库存台账 收发存 进销存 结余表 物资结存 出入库汇总',
    needs: [
      ['lot', 'item'],
      ['remaining', 'handedOut', 'received'],
    ],
    fields: {
      lot: '批次号 批次 批号 物资批次 批次编号 编号 入库编号 物资编号',
      item: '物品名称 物品 物资 物资名称 品名 名称 物资品名',
      received: '入库数量 入库 入库数 接收数量 收入 总数 原有数量 入库总数 接收数 入库总量 总入库 收入数量',
      handedOut: '已发放 发放数量 发出 出库 出库数量 已发数量 发放 发放数 已发放数量 已发 发放总数 支出 出库数 总出库 领用数量 已出库',
      remaining: '结余 库存 剩余 结存 余量 剩余数量 库存数量 结余数量 现有库存 实存 盘点数量 结存数量 实际库存 余数 库存量 现存 剩余量',
      damaged: '报损 损耗 报废 损坏 报损数量 损耗数量 过期 报废数量 损坏数量 破损 盘亏 损毁',
    },
  },
  linkages: {
    titles:
      '资源链接 社会资源链接台账 资源台账 资源链接台账 资源对接 社会资源 资源整合 链接资源 资源清单 共建单位 资源链接登记 资源链接一览 慈善资源 合作资源',
    needs: [['organisation'], ['party', 'resource', 'content', 'value']],
    fields: {
      organisation:
        '单位名称 单位 资源方 提供方 资源单位 合作单位 机构名称 链接单位 名称 资源提供方 组织名称 资源名称 资源主体 捐赠单位 爱心单位 资源单位名称 企业名称 单位个人名称 链接对象 资源来源',
      party:
        '五社类别 类别 五社 所属五社 主体类别 单位类别 单位性质 五社主体 单位类型 资源主体类别 主体类型 五社类型 五社归属 联动主体 机构类型',
      resource: '资源类型 资源类别 类型 资源种类 链接类型 资源性质 资源形式 支持类型 资源 提供资源类型',
      day: '链接日期 日期 对接日期 链接时间 时间 签约日期 合作日期 对接时间 落实日期 合作时间 签约时间 提供日期',
      content:
        '提供内容 内容 链接内容 资源内容 支持内容 服务内容 合作内容 具体内容 提供资源 资源描述 提供服务 资源说明 对接内容 支持事项 合作事项',
      value:
        '折合金额 金额 价值 折款 折合价值 折合金额元 折价 估值 资源价值 折合人民币 折合 金额元 资金数额 折算金额 价值元 折合资金 物资价值',
      handledBy: '经办人 负责人 经手人 对接人 链接人 社工 负责社工 联系社工 经办社工 对接社工 项目负责人',
      status: '状态 落实情况 进展 链接状态 对接情况 进展情况 落实状态 是否落实 对接状态 合作状态 完成情况 进度',
    },
  },
  craftLessons: {
    titles:
      '手工艺课程 非遗课程 手工课程 非遗手工艺课程 课程表 课程安排 课程 课程一览 培训课程 手工艺培训 非遗培训 手工课 课程台账 传习课 授课安排 课程汇总',
    needs: [['number', 'craft'], ['day'], ['teacher', 'craft', 'number']],
    context: ['community', 'craft', 'teacher'],
    fields: {
      number: '课程编号 编号 课次编号 课号 课程号 课程代码 课次 课程序号',
      day: '日期 上课日期 课程日期 授课日期 时间 上课时间 开课日期 授课时间 培训日期 活动日期',
      craft: '项目 课程名称 课程内容 工艺 手工项目 课程 非遗项目 手艺 种类 手工艺 课程项目 授课内容 培训内容 技艺 工艺名称 课程主题',
      teacher: '授课传承人 授课老师 老师 讲师 传承人 授课人 教师 授课教师 任课老师 指导老师 授课者 主讲人 非遗传承人 手工老师 授课讲师',
      count: '人数 参加人数 到课人数 学员数 学员人数 参与人数 签到人数 上课人数 培训人数 参训人数 到场人数',
      community: p.community,
    },
  },
  craftSignIn: {
    titles: '课程签到 手工艺课程签到 课程签到表 上课签到 学员签到 手工课签到 培训签到 课堂签到 学员考勤 手工艺签到',
    needs: [['name'], ['lessonNumber', 'signature']],
    context: ['lessonNumber', 'day', 'community'],
    carried: ['lessonNumber', 'day'],
    fields: {
      lessonNumber: '课程编号 课次编号 课号 课程号 课程代码 课次',
      day: '日期 上课日期 课程日期 签到日期 时间 上课时间 授课日期 培训日期',
      name: `${p.name} ${p.attendant} 学员 学员姓名 学习者`,
      community: p.community,
      age: p.age,
      sex: p.sex,
      phoneTail: p.phoneTail,
      idTail: p.idTail,
      signature: p.signature,
    },
  },
  craftPieces: {
    titles: '作品登记 作品 手工作品 作品清单 作品一览 作品名册 作品台账 手工艺品 手工作品登记 产品登记 成品登记',
    needs: [['number', 'craft'], ['maker'], ['price', 'number']],
    context: ['community', 'maker'],
    fields: {
      number: '作品编号 编号 作品号 产品编号 作品序号 作品代码 成品编号',
      craft: '种类 作品种类 作品名称 类别 名称 类型 作品 品种 手工艺 作品类别 工艺 产品名称 作品类型',
      maker: '制作人 制作者 作者 制作老人 手工艺人 制作人姓名 完成人 作者姓名 创作者 创作人 制作老人姓名 制作者姓名',
      price: '定价 价格 标价 售价 定价元 单价 参考价 拟售价 参考价格 建议售价',
      community: p.community,
    },
  },
  exhibitions: {
    titles: '展销活动 展销 义卖活动 展览 展销会 展销登记 义卖 展示活动 展销安排 展销一览 作品展销 义卖会',
    needs: [['number', 'place'], ['day']],
    context: ['community'],
    fields: {
      number: '展销编号 展销会编号 义卖编号 展览编号 编号 展销号 场次编号 展会编号 展示编号 展销场次 场次',
      day: '日期 展销日期 时间 展览日期 活动日期 展销时间 义卖日期 举办日期 展会日期',
      place: '地点 展销地点 场地 展览地点 活动地点 义卖地点 举办地点 展会地点 展销场地',
      community: p.community,
    },
  },
  craftSales: {
    titles: '销售与收入 销售登记 销售记录 销售 义卖记录 销售台账 售出登记 作品销售 义卖收入 销售收入 销售明细 销售情况',
    needs: [['piece'], ['price', 'income']],
    context: ['exhibition', 'day'],
    carried: ['exhibition', 'day'],
    fields: {
      piece: '作品编号 作品号 产品编号 作品 编号 作品序号 作品代码 售出作品编号',
      exhibition: '展销编号 展销会编号 展销 义卖编号 展览编号 所属展销 展会编号 展销场次 展销号 所在展销',
      day: '日期 销售日期 售出日期 时间 销售时间 成交日期 售出时间 卖出日期',
      maker: '制作人 制作者 作者 制作老人 制作人姓名 手工艺人 作者姓名 制作者姓名 创作者',
      price: '售价 销售金额 售价元 成交价 价格 销售价 金额 销售价格 成交金额 卖价 实售价 售出价',
      income:
        '付给制作人 付给制作人元 制作人收入 老人收入 收入 返还老人 支付制作人 老人所得 制作人所得 付给老人 返还金额 制作者收入 分成金额 收益 增收金额 支付老人 返还制作人 给付制作人 老人增收',
    },
  },
}
