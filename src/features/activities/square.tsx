import { toDataURL } from 'qrcode'
import { useQuery } from '@tanstack/react-query'

/** A text as a square to be scanned. */
export function Square({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['square', text],
    queryFn: () => toDataURL(text, { margin: 2, width: 480, errorCorrectionLevel: 'M' }),
    staleTime: 'static',
  })
  return data === undefined ? null : <img src={data} alt={label} />
}
