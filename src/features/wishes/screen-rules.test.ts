import { expect, test } from 'vitest'
import { screen, toPlain } from './screen-rules.ts'

const codes = (text: string, names: readonly string[] = []) => screen(text, names).map(({ code }) => code)

test.each([
  // Money, however it is called.
  ['想要200元现金', 'money'],
  ['希望给个红包', 'money'],
  ['缺五百块钱过年', 'money'],
  ['想要三百块', 'money'],
  ['两百块买米', 'money'],
  ['１００元超市卡', 'money'],
  ['想要一张购物卡', 'money'],
  ['帮忙交取暖费', 'money'],
  ['想请人代付房租', 'money'],
  ['借点钱还债', 'money'],
  ['需要￥300', 'money'],
  ['孙女的学费还差一千元', 'money'],
  ['手机话费充值', 'money'],
  ['请大家捐款', 'money'],
  // Treatment.
  ['付不起医药费', 'medical'],
  ['想筹手术费', 'medical'],
  ['住院押金还差一些', 'medical'],
  ['没钱买降压药，想买一些药', 'medical'],
  ['做透析', 'medical'],
  ['看病的钱不够', 'medical'],
  ['护工费用太高，护工费', 'medical'],
  // Telephone and other numbers, in any dress.
  ['请打13800001709', 'number'],
  ['电话 138 0000 1709', 'number'],
  ['电话：138-0000-1709', 'number'],
  ['１３８００００１７０９', 'number'],
  ['一三八零零零零一七零九', 'number'],
  ['幺三八〇〇〇〇幺七〇九', 'number'],
  ['壹叁捌零零零零壹柒零玖', 'number'],
  ['①③⑧0000①⑦0⑨', 'number'],
  ['1，3，8，0，0，0，0，1，7，0，9', 'number'],
  ['1 3 8 零零零零 一七零九', 'number'],
  ['138\u200b0000\u200b1709', 'number'],
  ['1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣1️⃣7️⃣0️⃣9️⃣', 'number'],
  ['١٣٨٠٠٠٠١٧٠٩', 'number'],
  ['座机 0427-2823344', 'number'],
  ['证号 000000195011200124', 'number'],
  ['卡 6222 0212 3456 7890 123', 'number'],
  ['生日 1950-11-20', 'number'],
  // Accounts.
  ['微信号 wangxiuyun', 'account'],
  ['微信：nainai', 'account'],
  ['加我微信', 'account'],
  ['vx: laowang88', 'account'],
  ['支付宝账号问社区要', 'account'],
  ['打到我的银行卡', 'account'],
  ['扫收款码就行', 'account'],
  ['发到 nainai@example.com', 'account'],
  ['wxid_8k2m31', 'account'],
  ['有身份证可以看', 'account'],
  // Names.
  ['我叫王秀云，想要一床被子', 'name'],
  ['王奶奶想要一床被子', 'name'],
  ['帮帮张大爷', 'name'],
  ['姓名：李桂兰', 'name'],
  // The door.
  ['送到3号楼2单元501室', 'door'],
  ['三号楼二单元', 'door'],
  ['住在幸福小区12栋', 'door'],
  ['振兴街56号', 'door'],
  ['放在 3-2-501 门口', 'door'],
])('“%s” is refused for %s', (text, code) => {
  expect(codes(text)).toContain(code)
})

test.each([
  '想要一床厚一点的棉被，冬天暖和些',
  '想要一双42号的棉鞋，脚肿，要宽一点',
  '收音机用的5号电池，两节',
  '想学用微信和外地的孙子视频',
  '想学用智能手机扫二维码坐车',
  '想要两块毛巾和3块香皂',
  '想要一块带大数字的手表',
  '想吃一顿饺子，正月十五有元宵就更好',
  '家里灯泡坏了3个，请人帮忙换',
  '想要一台血压计',
  '想有人陪我去医院复查',
  '想有人帮我去药店买药',
  '想要一个分七天的药盒',
  '想去新修的公园走一走，坐轮椅',
  '身高165、体重60，想要一件羽绒服',
  '住3楼，想要一个能折叠的小推车',
  '想听人念报纸，每周一次，一次一小时',
  '想和老伙伴们照一张合影',
  '给老伴过一次金婚纪念',
  '听老师讲讲怎么养花',
  '想跟语文老师学写诗',
])('“%s” may be shown', (text) => {
  expect(screen(text)).toEqual([])
})

test('a name on file nearby is found wherever it stands, also with something between its characters', () => {
  expect(codes('秀云想要一床被子', ['王秀云'])).toEqual([])
  expect(codes('我是王秀云的邻居，替她说', ['王秀云'])).toEqual(['name'])
  expect(codes('王·秀 云想要一床被子', ['王秀云'])).toEqual(['name'])
})

test('digits of every script are digits', () => {
  expect(toPlain('１２③肆五٦')).toBe('123456')
})

test('whatever a telephone is dressed in, it is found', () => {
  const dresses = ['0123456789', '０１２３４５６７８９', '零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖', '٠١٢٣٤٥٦٧٨٩']
  const between = ['', ' ', '-', '·', '—', '\u200b', '.']
  for (const number of ['13800001709', '04272823344', '000000194503070018'])
    for (const [at, dress] of dresses.entries())
      for (const gap of between) {
        const other = dresses[(at + 1) % dresses.length] ?? dress
        const text = [...number].map((digit, i) => [...(i % 2 === 0 ? dress : other)][Number(digit)]).join(gap)
        expect(codes(`请联系${text}谢谢`), text).toContain('number')
      }
})
