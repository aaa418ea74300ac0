import ExcelJS from 'exceljs'
import { checkCharacterOf } from '../src/kernel/identity-number.ts'
import { shuangtaizi } from '../src/features/places/shuangtaizi-schema.ts'
import { nameFrom, pick, randomFrom } from './random.ts'

/** A register of so many invented elders, one sheet a community. Numbers have the area 000000, which no real one has. */
export async function registerBook(file: string, rows: number): Promise<string> {
  const random = randomFrom(7)
  const communities = shuangtaizi.filter((division) => division.code.length === 12).slice(0, 18)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file })
  for (const [index, community] of communities.entries()) {
    const sheet = book.addWorksheet(community.name)
    sheet.addRow([`${community.name}困境老人花名册`]).commit()
    sheet
      .addRow([
        '序号',
        '姓名',
        '性别',
        '民族',
        '身份证号',
        '出生年月日',
        '电话',
        '家庭住址',
        '居住情况',
        '户主',
        '户号',
        '紧急联系人',
        '与老人关系',
        '联系人电话',
        '困难类别',
        '残疾类别等级',
        '登记日期',
        '备注',
      ])
      .commit()
    const count = Math.floor(rows / communities.length) + (index < rows % communities.length ? 1 : 0)
    for (let n = 1; n <= count; n++) {
      const birth = `${1930 + Math.floor(random(34))}${String(1 + Math.floor(random(12))).padStart(2, '0')}${String(1 + Math.floor(random(28))).padStart(2, '0')}`
      const sex = random(2) < 1 ? 0 : 1
      const first17 = `000000${birth}${String(2 * Math.floor(1 + random(498)) + sex).padStart(3, '0')}`
      const name = nameFrom(random)
      sheet
        .addRow([
          n,
          name,
          sex === 1 ? '男' : '女',
          '汉',
          first17 + checkCharacterOf(first17),
          `${birth.slice(0, 4)}.${Number(birth.slice(4, 6))}.${Number(birth.slice(6))}`,
          `100${String(Math.floor(random(1e8))).padStart(8, '0')}`,
          `${community.name}${n}号`,
          pick(random, ['独居', '与配偶同住', '与子女同住']),
          name,
          `H${index}-${n}`,
          nameFrom(random),
          '女儿',
          `100${String(Math.floor(random(1e8))).padStart(8, '0')}`,
          pick(random, ['低保', '独居、高龄', '丧偶', '空巢', '无']),
          null,
          '2024-09-10',
          null,
        ])
        .commit()
    }
    sheet.commit()
  }
  await book.commit()
  return file
}
