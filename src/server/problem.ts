import type { z } from 'zod'
import type { Problem } from '../kernel/problem.ts'
import type { No, NoSort } from '../kernel/verdict.ts'
import type { Language, Words } from '../kernel/words.ts'
import { toTraditional } from './traditional.ts'

const statuses: Record<NoSort, number> = {
  conflict: 409,
  absent: 404,
  forbidden: 403,
  invalid: 422,
  'unknown-caller': 401,
  'too-often': 429,
  'too-large': 413,
}

const titles: Record<NoSort, Words> = {
  conflict: { zh: '不能这样做', en: 'This cannot be done' },
  absent: { zh: '没有找到', en: 'Not found' },
  forbidden: { zh: '没有权限', en: 'Not permitted' },
  invalid: { zh: '填写有误', en: 'The input is not right' },
  'unknown-caller': { zh: '请先登录', en: 'Please sign in' },
  'too-often': { zh: '请稍后再试', en: 'Please try again later' },
  'too-large': { zh: '文件或请求过大', en: 'Too large' },
}

export const inLanguage = (words: Words, language: Language): string =>
  language === 'en' ? words.en : language === 'zh-Hant' ? toTraditional(words.zh) : words.zh

/** A refusal as RFC 9457 problem details in the caller's language. */
export function problemOf(refusal: No, language: Language): Problem {
  const detail = inLanguage(refusal.because, language)
  return {
    type: `urn:nuanyang:problem:${refusal.code}`,
    title: inLanguage(titles[refusal.sort], language),
    status: statuses[refusal.sort],
    detail,
    code: refusal.code,
    ...(refusal.field === undefined ? {} : { errors: [{ field: refusal.field, message: detail }] }),
  }
}

/** What did not fit the endpoint's shape, field by field. The values themselves are not repeated. */
export function inputProblem(error: z.ZodError, language: Language): Problem {
  return {
    type: 'urn:nuanyang:problem:input.invalid',
    title: inLanguage(titles.invalid, language),
    status: 422,
    detail: inLanguage({ zh: '有内容没有填对，请按提示修改。', en: 'Some fields are not right; see each of them.' }, language),
    code: 'input.invalid',
    errors: error.issues.map((issue) => ({
      field: issue.path.join('.'),
      message: language === 'zh-Hant' ? toTraditional(issue.message) : issue.message,
    })),
  }
}

export const faultProblem = (language: Language): Problem => ({
  type: 'urn:nuanyang:problem:fault',
  title: inLanguage({ zh: '系统出错了', en: 'Something went wrong' }, language),
  status: 500,
  detail: inLanguage(
    {
      zh: '这是我们的错，已经记录。您填写的内容没有保存，请稍后再试。',
      en: 'This is our fault and has been recorded. Nothing was saved; please try again.',
    },
    language,
  ),
  code: 'fault',
})
