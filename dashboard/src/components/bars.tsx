import { scaleBand, scaleLinear } from 'd3-scale'
import { useState, type PointerEvent } from 'react'
import { classes } from './classes'

export type Bar = { key: string; value: number; label: string; text: string; accent?: boolean }
type Props = { bars: readonly Bar[]; summary: string; axis: (value: number) => string }

const WIDTH = 720
const HEIGHT = 230
const LEFT = 44
const FLOOR = HEIGHT - 26
const TOP = 34

/** Bars over days. The bar under the finger or pointer says its day and value; a table stands beside it for all else. */
export function Bars({ bars, summary, axis }: Props) {
  const [near, setNear] = useState<number | null>(null)
  const x = scaleBand<number>().domain(bars.map((_, index) => index)).range([LEFT, WIDTH]).padding(0.28)
  const y = scaleLinear().domain([0, Math.max(1, ...bars.map((bar) => bar.value))]).nice(4).range([FLOOR, TOP])
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = ((event.clientX - box.left) / box.width) * WIDTH
    setNear(Math.min(bars.length - 1, Math.max(0, Math.floor((at - LEFT) / x.step()))))
  }
  const told = near === null ? undefined : bars[near]
  const every = Math.max(1, Math.ceil(bars.length / 6))
  return (
    <div className="relative px-4">
      <p aria-hidden className="figures pointer-events-none absolute top-0 right-5 text-sm font-semibold">{told === undefined ? ' ' : `${told.label}: ${told.text}`}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary} className="w-full touch-pan-y" onPointerMove={follow} onPointerDown={follow} onPointerLeave={() => setNear(null)}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} className="stroke-line" strokeDasharray={tick === 0 ? undefined : '2 5'} />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="figures fill-ink-soft text-[13px] max-sm:text-[20px]">{axis(tick)}</text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <g key={bar.key}>
            <rect
              x={x(index)} width={x.bandwidth()} y={y(bar.value)} height={Math.max(0, FLOOR - y(bar.value))} rx={Math.min(5, x.bandwidth() / 3)}
              className={classes('transition-opacity', bar.accent ? 'fill-clay' : 'fill-gold', near !== null && near !== index && 'opacity-40')}
            />
            {index % every === (bars.length - 1) % every ? (
              <text x={(x(index) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 6} textAnchor={index === bars.length - 1 ? 'end' : 'middle'} className="fill-ink-soft text-[13px] max-sm:text-[20px]">{bar.label}</text>
            ) : null}
          </g>
        ))}
      </svg>
    </div>
  )
}
