/** Traditional characters of headers beside their simplified ones. */
const traditional =
  '個个們们為为與与號号碼码證证電电話话姓姓別别齡龄歲岁聯联繫系係系絡络緊紧屬属監监護护編编戶户籍籍區区鄉乡鎮镇縣县裡里備备註注說说記记錄录錄录簽签簽签領领發发' +
  '數数量量單单價价價价額额總总計计項项標标題题類类種种級级殘残疾疾獨独寡寡難难貧贫長长檢检測测壓压糖糖脈脉醫医診诊療疗機机構构議议狀状態态況况參参員员組组節节' +
  '課课師师導导務务務务時时間间開开結结負负責责訪访視视動动場场點点資资贈赠捐捐購购銷销賣卖儲储庫库盤盘點点損损壞坏餘余預预費费據据票票經经財财產产業业團团' +
  '體体實实際际應应該该對对處处問问題题現现見见謀谋畫画圖图書书筆笔學学習习樂乐龍龙歷历曆历農农陽阳陰阴國国歲岁顯显關关係系閒闲寫写質质買买貨货貸贷員员觀观規规' +
  '親亲觸触認认譜谱識识議议變变讀读讓让護护貝贝貴贵賬账贊赞跡迹輔辅輕轻輪轮農农遠远適适選选還还醜丑釋释針针銀银鎖锁鐘钟鐵铁門门閉闭陳陈陸陆隊队階阶隨随離离雙双雜杂' +
  '雲云電电頁页順顺須须頭头風风飯饭飲饮養养館馆騎骑驗验體体魚鱼鳥鸟黨党齊齐龜龟葉叶蓋盖藝艺藥药術术衛卫補补複复覽览訂订訊讯託托訴诉詢询詳详誤误調调談谈請请論论' +
  '優优撫抚喪丧偶偶廢废弱弱殘残障障縣县級级綜综濟济確确擔担壽寿憶忆傷伤眾众榮荣復复臺台禮礼績绩勞劳獎奖憂忧鬱郁慮虑孫孙婦妇兒儿幣币後后來来從从辦办協协邊边過过達达運运遷迁郵邮釐厘鄰邻線线紙纸終终給给統统絲丝設设許许評评誌志謝谢講讲訓训趙赵蹤踪車车軍军輩辈轉转進进週周錢钱險险顧顾願愿駐驻麵面裏里個个滿满麼么歡欢園园廳厅務务聲声嚴严減减幫帮傳传辭辞擬拟屆届綠绿維维網网緣缘緩缓練练縮缩織织繳缴續续羅罗義义聖圣聞闻職职聽听肅肃腦脑臨临舉举舊旧華华蘇苏虧亏衝冲裝装製制' +
  '稱称籤签會会紀纪轄辖細细檔档帶带執执諮咨專专欄栏報报審审礎础純纯無无剛刚脫脱穩稳臥卧癱瘫瘓痪礙碍爾尔茲兹劃划鰥鳏戰战贍赡沒没於于暫暂冊册誰谁條条納纳採采匯汇徑径擾扰當当幾几鍾钟內内環环夥伙圍围篩筛張张囑嘱斷断頂顶異异決决崗岗愛爱毀毁鏈链歸归約约遺遗創创簡简塊块佔占憑凭稅税緒绪氣气隱隐詐诈騙骗盜盗説说牀床羣群衞卫癡痴衆众彙汇檯台摺折枱台覈核遲迟'

const simplified = new Map<string, string>()
{
  const characters = Array.from(traditional)
  for (let at = 0; at + 1 < characters.length; at += 2) {
    const from = characters[at]
    const to = characters[at + 1]
    if (from !== undefined && to !== undefined && from !== to) simplified.set(from, to)
  }
}

const anyTraditional = new RegExp(`[${[...simplified.keys()].join('')}]`)

/** Simplified script, as far as the words of tables go. */
export const toSimplified = (text: string): string =>
  anyTraditional.test(text) ? Array.from(text, (character) => simplified.get(character) ?? character).join('') : text

const brackets = /[(（[【〔{「『《<][^()（）[\]【】〔〕{}「」『』《》<>]*[)）\]】〕}」』》>]/g

/** A header as words are compared: half-width, simplified, lower case, without spaces and signs. */
export function plainWord(text: string): string {
  return toSimplified(text.slice(0, 200).normalize('NFKC'))
    .toLowerCase()
    .replace(/^[\s*※★●#]*(?:[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[、.)](?!\d))/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The ways in which a header may be looked up: whole, and without what stands in brackets. */
export function plainForms(header: string): string[] {
  const whole = plainWord(header)
  const bare = plainWord(header.slice(0, 200).normalize('NFKC').replace(brackets, ''))
  return bare === '' || bare === whole ? [whole] : [bare, whole]
}

/** A header as a person reads it: line breaks gone. */
export const readableHeader = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, '').trim()

/** The words of a list that is written as one string. */
export const wordsOf = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

const numerals = new Map(Array.from('零〇一二三四五六七八九', (character, at) => [character, Math.max(0, at - 1)]))

/** 十二 → 12, 二十 → 20, 一百零五 → 105. Undefined when it is no such number. */
export function chineseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[壹贰叁肆伍陆柒捌玖]/g, (character) => '一二三四五六七八九'['壹贰叁肆伍陆柒捌玖'.indexOf(character)] ?? '')
    .replace(/两/g, '二')
    .replace(/拾/g, '十')
    .replace(/佰/g, '百')
    .replace(/仟/g, '千')
    .replace(/萬/g, '万')
  if (plain === '' || plain.length > 20 || !/^[零〇一二三四五六七八九十百千万]+$/.test(plain)) return undefined
  if (/^[零〇一二三四五六七八九]+$/.test(plain)) return Number(Array.from(plain, (character) => numerals.get(character)).join(''))
  let total = 0
  let section = 0
  let digit = 0
  for (const character of plain) {
    const value = numerals.get(character)
    // 三五百 is a guess at a number, not one.
    if (value !== undefined && digit !== 0) return undefined
    if (value !== undefined) digit = value
    else if (character === '万') {
      total += (section + digit) * 10_000
      section = 0
      digit = 0
    } else {
      const unit = character === '十' ? 10 : character === '百' ? 100 : 1000
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return total + section + digit
}

/** The ordinal of a session's column: 第3节, 第三次, 3, 节次3. Undefined for other headers. */
export function sessionOrdinal(header: string): number | undefined {
  for (const text of plainForms(header)) {
    const found = ordinalBefore.exec(text)?.[1] ?? ordinalBehind.exec(text)?.[1]
    if (found !== undefined) return /^\d/.test(found) ? Number(found) : chineseNumber(found)
  }
  return undefined
}

const roll = '出勤|出席|签到|考勤|出勤情况|出席情况|签到情况|考勤情况|各节出勤|各节签到'
const ordinalBefore = new RegExp(
  `^(?:${roll}|活动)?第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:节|次|讲|课|期|场)(?:活动|课|出勤|签到|出席)?$`,
)
const ordinalBehind = new RegExp(`^(?:${roll}|节次|节|第)([0-9]{1,2}|[一二三四五六七八九十]{1,3})$`)
