import type { Words } from '../../kernel/words.ts'

/** Why a text cannot be shown to the public, with the place that says so. */
export type Finding = {
  readonly code: 'money' | 'medical' | 'number' | 'account' | 'name' | 'door'
  readonly found: string
  readonly because: Words
}

/** Digits as they are written to slip past: 一二三, 壹贰叁, 幺, 〇. 十, 百, 千, 万 stay as they are. */
const numerals: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((sign, value) => [sign, String(value)])),
  ...Object.fromEntries([...'〇壹贰叁肆伍陆柒捌玖'].map((sign, value) => [sign, String(value)])),
  ...Object.fromEntries([...'○壱貳參肆伍陸柒捌玖'].map((sign, value) => [sign, String(value)])),
  幺: '1',
  两: '2',
}

/** The value of a digit of any script: its place among the ten of its kind. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** A text as it is meant: full-width, circled and Chinese digits as digits, nothing invisible, no capitals. */
export const toPlain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Cf}\p{Mn}\u20e3]/gu, '')
    .replaceAll(/(?![0-9])\p{Nd}/gu, digitOf)
    .replaceAll(/[零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖○壱貳參陸幺两]/gu, (sign) => numerals[sign] ?? sign)

// Groups of digits with something between them that no sentence has, or single digits with anything between them.
const longNumber = /\d(?:[\s\-‐–—.·•_~/\\|*#+()[\]]*\d){6,}/
const spelled = /\d(?:[\s,，、;；:：。]\d(?!\d)){6,}/

const money = [
  /现金|红包|压岁钱|转账|打款|汇款|捐款|筹款|募捐|众筹|集资/,
  /借[^，。；]{0,4}钱|还[^，。；]{0,2}(钱|债|贷)|欠(款|债|钱)|债务|贷款|给[^，。；]{0,4}钱|凑[^，。；]{0,4}钱|缺钱|要钱/,
  /(资助|补助|救助|慰问|抚恤|零花|生活)(金|费|钱|款)|学费|房租|(水电|电|水|燃气|煤气|取暖|物业|话|网)费|充值/,
  /(购物|储值|礼品|加油|超市|充值)卡|代金券|现金券|消费券/,
  /[¥$€]\s*\d|\d\s*(rmb|cny)|人民币/,
  /[\d十百千万]+\s*(元(?!宵|旦)|圆钱)/,
  /\d*[十百千万]+[\d十百千万]*\s*块(?!\p{Script=Han})|[百千万][\d十百千万]*\s*块|[\d十百千万]+\s*块钱|\d{2,}\s*块(?!\p{Script=Han})/u,
  /\d\s*万(?!\p{Script=Han})/u,
]
const medical = [
  /(医药|医疗|治疗|手术|住院|诊疗|药|护工|护理|挂号|检查|化验|抢救|康复|透析|化疗|放疗|丧葬)费/,
  /(看病|治病|住院|手术|治疗|透析|化疗|放疗|检查)[^，。；]{0,6}(钱|费|押金|花销|开销|款)/,
  /救命钱|医保自(付|费)|医院[^，。；]{0,4}账单|报销|大病/,
  /(?<![帮代陪替][^，。；]{0,8})买[^，。；]{0,4}药(?!盒|箱|瓶|杯)|治病|做手术|透析|化疗|放疗|靶向/,
]
const account = [
  /(微信|weixin|wechat|v信|薇信|威信|支付宝|alipay|\bqq|扣扣|抖音|快手|微博|淘宝)\s*(号|账号|帐号|id|:|同号)/,
  /(加|\+)\s*(我|一下|个)?\s*(微信|v信|薇信|wx|vx|qq|扣扣|好友)/,
  /\b(wx|vx|wxid|weixin|wechat|qq|alipay)[\s:_-]*[a-z0-9_-]{4,}/,
  /银行|卡号|账号|帐号|账户|帐户|收款|付款码|存折|开户/,
  /[a-z0-9._%-]+\s*(@|\(at\)|艾特)\s*[a-z0-9.-]+|https?:|www\.|[a-z0-9-]+\.(com|cn|net|org|top|cc|xyz)\b/,
  /(?<![a-z0-9_-])(?=[a-z0-9_-]*\d)(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{7,}/,
  /身份证|证件号|(残疾|低保|社保|医保|退役)(证|卡)号/,
]
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗凤方俞任袁柳鲍史唐费廉薛雷贺倪汤滕殷罗毕郝安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳段富焦侯宓全班仲伊宫宁仇甘厉祖武符刘景詹龙叶司黎薄白怀蒲邰鄂索赖卓屠蒙池乔阴胥翟谭贡姬申扶冉宰桑桂牛燕冀尚农温庄晏柴阎艾容古易慎廖耿匡寇广欧沃利蔚越师巩厍聂晁冷辛阚简饶沙养鞠关查岳帅曾相'
const callings = '奶奶|爷爷|大爷|大妈|大娘|阿姨|叔叔|大叔|大伯|大婶|婆婆|老太太|老爷子|老先生|老太|先生|女士|老师|师傅'
const name = [
  /(我叫|名叫|本人叫|老人叫|她叫|他叫|姓名(是|为|:)?|名字(是|叫|为|:))\s*\p{Script=Han}{2,4}/u,
  new RegExp(`(?<![每几1-9])[${surnames}](${callings})`, 'u'),
  new RegExp(`(?<!\\p{Script=Han})老[${surnames}](?!\\p{Script=Han})`, 'u'),
]
const door = [
  /\d+\s*号\s*(楼|院|门|房|宅)|\d+\s*(栋|幢|单元|弄)|\d{3,4}\s*(室|房间)|单元\s*\d|门牌/,
  /(路|街|巷|弄|胡同|小区|花园|家园|新村|村|屯|组|里)[^，。；\s]{0,6}\d+\s*(号|栋|幢|楼|室|户)/,
  /(?<!\d)\d{1,3}\s*[-—–#]\s*\d{1,2}\s*[-—–#]\s*\d{1,4}(?!\d)/,
]

const words: Readonly<Record<Finding['code'], Words>> = {
  money: {
    zh: '微心愿只收小件物品和服务，不收钱、卡和代缴费用。请改成需要的东西，价格填在“估价”里。',
    en: 'A wish is for a small thing or service, never for money, cards or bills. Write what is needed; its price goes into the estimate.',
  },
  medical: {
    zh: '医药费、治疗和药品不能作为微心愿公开征集，请走医疗救助或转介。',
    en: 'Medical bills, treatment and medicine cannot be asked for as a wish. Use medical assistance or a referral.',
  },
  number: {
    zh: '文字里有一长串数字，可能是电话、证件或账号。请删去；联系方式只留在档案里。',
    en: 'There is a long number in the text: perhaps a telephone, an identity or an account. Take it out; such things stay in the file.',
  },
  account: {
    zh: '文字里有账号、证件或联系方式，请删去；认领后由社工联系。',
    en: 'There is an account, a document or a contact in the text. Take it out: a worker makes the contact once it is claimed.',
  },
  name: {
    zh: '文字里有姓名或称呼，能认出是谁。请写成“一位老人”。',
    en: 'The text has a name by which somebody can be known. Write “an elder”.',
  },
  door: {
    zh: '文字里有门牌或住址，请删去；公开页只写到街道（镇）。',
    en: 'The text has an address. Take it out: the public page says the town and no more.',
  },
}

const kinds: readonly (readonly [Finding['code'], readonly RegExp[]])[] = [
  ['number', [longNumber, spelled]],
  ['account', account],
  ['door', door],
  ['medical', medical],
  ['money', money],
  ['name', name],
]

/**
 * What in a wish's public text must not be there: money, treatment, numbers, accounts, addresses, names. `names` are
 * names that are on file nearby, whole. What it was written like makes no difference: full-width, 一三八, 壹叁捌, ①③⑧.
 */
export function screen(text: string, names: readonly string[] = []): Finding[] {
  const plain = toPlain(text)
  const bare = text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{P}]/gu, '')
  const findings = kinds.flatMap(([code, patterns]): Finding[] => {
    for (const pattern of patterns) {
      const match = pattern.exec(plain)
      if (match !== null) return [{ code, found: match[0].trim(), because: words[code] }]
    }
    return []
  })
  const known = names.find((one) => one.length >= 2 && bare.includes(one))
  return known === undefined || findings.some(({ code }) => code === 'name')
    ? findings
    : [...findings, { code: 'name', found: known, because: words.name }]
}
