import { scaleBand, scaleLinear } from 'd3-scale'
import { useState, type PointerEvent } from 'react'
import { classes } from './classes'
import { useSize } from './use-size'

export type Bar = { key: string; value: number; label: string; text: string; accent?: boolean }
type Props = { bars: readonly Bar[]; summary: string; axis: (value: number) => string }

const LEFT = 40
const TOP = 30
const FOOT = 26
const LABEL_WIDTH = 76

/** Bars over days, as large as their place. The bar under the finger or pointer says its day and value. */
export function Bars({ bars, summary, axis }: Props) {
  const [box, size] = useSize<HTMLDivElement>()
  return (
    <div className="flex flex-1 px-5">
      <div ref={box} className="relative min-h-60 min-w-0 flex-1">
        {size === null ? null : <Drawing bars={bars} summary={summary} axis={axis} width={size.width} height={size.height} />}
      </div>
    </div>
  )
}

function Drawing({ bars, summary, axis, width, height }: Props & { width: number; height: number }) {
  const [near, setNear] = useState<number | null>(null)
  const floor = height - FOOT
  const x = scaleBand<number>().domain(bars.map((_, index) => index)).range([LEFT, width]).padding(0.26)
  const y = scaleLinear().domain([0, Math.max(1, ...bars.map((bar) => bar.value))]).nice(4).range([floor, TOP])
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    setNear(Math.min(bars.length - 1, Math.max(0, Math.floor((at - LEFT) / x.step()))))
  }
  const told = near === null ? undefined : bars[near]
  const every = Math.max(1, Math.ceil(bars.length / Math.max(1, Math.floor((width - LEFT) / LABEL_WIDTH))))
  return (
    <>
      {told === undefined ? null : <p aria-hidden className="figures absolute top-0 right-0 text-sm font-semibold">{told.label}: {told.text}</p>}
      <svg width={width} height={height} role="img" aria-label={summary} className="absolute inset-0 touch-pan-y" onPointerMove={follow} onPointerDown={follow} onPointerLeave={() => setNear(null)}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" strokeDasharray={tick === 0 ? undefined : '2 5'} />
            <text x={LEFT - 10} y={y(tick) + 4} textAnchor="end" className="figures fill-ink-soft text-xs">{axis(tick)}</text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <g key={bar.key}>
            <rect
              x={x(index)} width={x.bandwidth()} y={y(bar.value)} height={Math.max(0, floor - y(bar.value))} rx={Math.min(5, x.bandwidth() / 3)}
              className={classes('transition-opacity', bar.accent ? 'fill-clay' : 'fill-gold', near !== null && near !== index && 'opacity-40')}
            />
            {index % every === (bars.length - 1) % every ? (
              <text x={index === bars.length - 1 ? width : (x(index) ?? 0) + x.bandwidth() / 2} y={height - 6} textAnchor={index === bars.length - 1 ? 'end' : 'middle'} className="fill-ink-soft text-xs">{bar.label}</text>
            ) : null}
          </g>
        ))}
      </svg>
    </>
  )
}
