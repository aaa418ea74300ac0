import sun from '../sun.svg'

/** The product's sign. The name stands beside it. */
export const Mark = ({ size }: { size: number }) => <img src={sun} alt="" width={size} height={size} />
