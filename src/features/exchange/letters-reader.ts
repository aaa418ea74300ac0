import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'
import { Refused } from './refused-reader.ts'

/** Characters that Chinese tables are full of. Text decoded by the wrong table has hardly any of them. */
const common = new Set(
  '的一是不人在有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴宝户号姓名性别电话住址身份证出生期签到备注序村街镇居独孤残疾低保困难老人健康血压糖服务日期志愿者物资捐赠发放盘点项目预算支出合计' +
    '個來會後這說時國為們對過還發開現經頭進問從動點當關體業實話萬機與將長號證電話姓名性別備註編號單位地區街鎮鄉獨殘疾難簽項預算計',
)

/** How much a text reads like a Chinese table: the share of its characters beyond ASCII that are ordinary. */
function likeness(text: string): number {
  let ordinary = 0
  let others = 0
  for (const character of text.slice(0, 20_000)) {
    if (character < '\u0080') continue
    if (common.has(character) || (character >= '\uff01' && character <= '\uff5e') || '、。“”《》（）√×✓　·—…'.includes(character))
      ordinary += 1
    // A hanzi that is not among the commonest is still likelier than a letter of another script.
    else if (character === '\ufffd') others += 4
    else if (character >= '\u4e00' && character <= '\u9fff') others += 0.75
    else others += 2
  }
  return ordinary === 0 ? -others : ordinary / (ordinary + others)
}

function strictly(letters: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(letters, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without its mark: the commas, digits and line ends of a table each bring a zero byte, all on one side. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined
  if (odd > 0 && even === 0) return strictly('utf-16le', bytes)
  return even > 0 && odd === 0 ? strictly('utf-16be', bytes) : undefined
}

const withoutMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text)

/** The text of a file in UTF-8, GB18030, Big5 or UTF-16, found out from its bytes. */
export function readLetters(bytes: Buffer): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    // A mark in front of bytes that are no UTF-8 was put there by mistake.
    const text = strictly('utf-8', bytes)
    return withoutMark(text ?? iconv.decode(bytes.subarray(3), 'gb18030'))
  }
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  const wide = marked === undefined ? unmarkedUtf16(bytes) : strictly(marked, bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1))
  if (wide !== undefined) return withoutMark(wide)
  if (marked !== undefined || bytes.subarray(0, 65_536).includes(0)) throw new Refused('book.unknown-letters')

  const utf8 = strictly('utf-8', bytes)
  // Three bytes and more for each hanzi make it all but impossible for other letters to pass as UTF-8; two do not.
  if (utf8 !== undefined && (!/[^\0-\u007f]/.test(utf8) || likeness(utf8) > 0.5)) return utf8
  // A part tells as much as the whole; a character cut at its end counts for nothing.
  const part = bytes.subarray(0, 60_000)
  const gb = likeness(iconv.decode(part, 'gb18030'))
  const big5 = likeness(iconv.decode(part, 'big5'))
  if (utf8 !== undefined && likeness(utf8) >= Math.max(gb, big5)) return utf8
  const text = iconv.decode(bytes, big5 > gb ? 'big5' : 'gb18030')
  // A file with a damaged place is still read; one that is damaged all over is no text.
  const broken = text.split('\ufffd').length - 1
  if (broken > 5 && broken * 50 > text.length) throw new Refused('book.unknown-letters')
  return text
}
