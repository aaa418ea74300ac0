/** Outlines on a square of 24, drawn with a line of 1.8. */
const outlines = {
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5.5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM18.5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  home: 'M4 11l8-6.5 8 6.5M6 9.5V19.5h12V9.5M10 19.5v-5h4v5',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19.5c0-3.4 2.6-5.5 6-5.5s6 2.1 6 5.5M16 5a3 3 0 0 1 0 5.8M17.5 14.3c2.1.6 3.5 2.4 3.5 5.2',
  person: 'M12 11.5a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2zM5 20c0-3.8 3-6 7-6s7 2.2 7 6',
  key: 'M8 15.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11.8 10.2L20 10.2M17 10.2v3.6M20 10.2v2.4',
  trail: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4.5v4h4M12 7.5V12l3 2',
  code: 'M8.5 7.5L4 12l4.5 4.5M15.5 7.5L20 12l-4.5 4.5M13.5 5l-3 14',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c2.6 2.4 3.6 5.2 3.6 8.5s-1 6.1-3.6 8.5c-2.6-2.4-3.6-5.2-3.6-8.5s1-6.1 3.6-8.5z',
  down: 'M6 9.5l6 6 6-6',
  left: 'M14.5 6l-6 6 6 6',
  right: 'M9.5 6l6 6-6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  filter: 'M4.5 5.5h15l-5.8 7v6l-3.4-1.8v-4.2z',
  organisation: 'M4.5 19.5V8.5L12 4.5l7.5 4v11M3 19.5h18M9.5 19.5v-4h5v4M9 10.5h.01M15 10.5h.01M12 10.5h.01',
  rest: 'M5 9.5h11v5a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8 3.5v3M12.5 3.5v3',
  group:
    'M12 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM6 19.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM18 19.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM10.5 11.5l-3 3.2M13.5 11.5l3 3.2M8.8 17h6.4',
  door: 'M6 20.5V4.5h9v16M3.5 20.5h17M15 7.5h2.5v13M12 12.5h.01',
  place: 'M12 20.5s6.5-5.6 6.5-10.5a6.5 6.5 0 0 0-13 0c0 4.9 6.5 10.5 6.5 10.5zM12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  plus: 'M12 5v14M5 12h14',
  copy: 'M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9',
  signOut: 'M14 4.5H5v15h9M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4.5V9H15',
  upload: 'M12 15.5V4.5M7.5 9L12 4.5 16.5 9M4.5 15.5v4h15v-4',
  download: 'M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15.5v4h15v-4',
  print: 'M7 8.5v-4h10v4M7 16H4.5V8.5h15V16H17M7 13.5h10v6H7z',
  figures: 'M4.5 4.5v15h15M8.5 16v-4M12.5 16V8M16.5 16v-6.5',
  project: 'M4 6.5h6l2 2.5h8v10.5H4z',
  services: 'M5 4.5h14v15H5zM8.5 9h7M8.5 12.5h7M8.5 16h4',
  health: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10zM7.5 12h2.2l1.3-2.4 2 4.4 1.2-2h2.3',
  warning: 'M12 4.5l8.5 15h-17zM12 10.5v4M12 17h.01',
  shield: 'M12 3.8l7 2.7v5c0 4.3-2.9 7.3-7 8.7-4.1-1.4-7-4.4-7-8.7v-5zM9 12l2.2 2.2L15.2 10',
  case: 'M9 6.5V4.5h6v2M4 6.5h16v13H4zM4 12h16M10.5 12v2h3v-2',
  supervise: 'M4.5 5h15v10h-8L7 19v-4H4.5zM8.5 10l2 2 4.5-4',
  refer: 'M4 6.5h7v11H4zM11 12h9M16.5 8.5L20 12l-3.5 3.5',
  assessment: 'M9 5H6v15h12V5h-3M9 3.5h6v3H9zM9 12.5l2 2 4-4.5',
  scale: 'M5 4.5h14v15H5zM5 9h4M5 12h6M5 15h4M14 8.5h2M14 12h2M14 15.5h2',
  need: 'M6 20.5V4.5h11l-2.5 3.8 2.5 3.7H6',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0',
  calendar: 'M4.5 6h15v13.5h-15zM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
  image: 'M4 5.5h16v13H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 4.5M15.5 9.5h.01',
  pen: 'M5 19l1-4.5L16.5 4l3.5 3.5L9.5 18zM14 6.5l3.5 3.5',
  heart: 'M12 19.5s-7.5-4.6-7.5-9.8A4.2 4.2 0 0 1 12 7.2a4.2 4.2 0 0 1 7.5 2.5c0 5.2-7.5 9.8-7.5 9.8z',
  bulletin: 'M4.5 5.5h12v14h-12zM16.5 9h3v8.5a2 2 0 0 1-3 0M7.5 9h6M7.5 12h6M7.5 15h3.5',
  box: 'M4 8l8-3.5L20 8v8.5L12 20l-8-3.5zM4 8l8 3.5L20 8M12 11.5V20',
  star: 'M12 4l2.4 5 5.4.7-4 3.8 1 5.4L12 16.3 7.2 18.9l1-5.4-4-3.8 5.4-.7z',
  craft: 'M6 4.5l6 8M18 4.5l-6 8M9.5 15.5a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM19.7 15.5a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0z',
  emblem: 'M12 14.5a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zM8.8 13.6L7.5 20.5l4.5-2.4 4.5 2.4-1.3-6.9',
  lock: 'M6 10.5h12v9H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
} as const

export type IconName = keyof typeof outlines

/** A sign beside a text. It says nothing by itself: whoever cannot see it misses nothing. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none', verticalAlign: '-0.2em' }}
    >
      <path d={outlines[name]} />
    </svg>
  )
}
