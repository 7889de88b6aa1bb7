import { AxisBottom, AxisLeft, type TickRendererProps } from '@visx/axis'
import { GridRows } from '@visx/grid'
import { ParentSize } from '@visx/responsive'
import { scaleBand, scaleLinear } from '@visx/scale'
import { useState, type PointerEvent } from 'react'
import { classes } from './classes'

export type Bar = { key: string; value: number; label: string; text: string; accent?: boolean }
type Props = { bars: readonly Bar[]; summary: string; axis: (value: number) => string }

const LEFT = 40
const TOP = 30
const FOOT = 26
const LABEL_WIDTH = 76
const TICKS = 4
const SPACE = { width: 0, height: 0, top: 0, left: 0 }

/** Bars over days, as large as their place. The bar under the finger or pointer says its day and value. */
export default function Bars({ bars, summary, axis }: Props) {
  return (
    <div className="flex flex-1 px-5">
      <div className="relative min-h-60 min-w-0 flex-1">
        <ParentSize className="absolute inset-0" debounceTime={0} initialSize={SPACE}>
          {({ width, height }) => (width === 0 ? null : <Drawing bars={bars} summary={summary} axis={axis} width={width} height={height} />)}
        </ParentSize>
      </div>
    </div>
  )
}

const Label = ({ formattedValue, x, y, dx, dy, textAnchor }: TickRendererProps) =>
  <text x={x} y={y} dx={dx} dy={dy} textAnchor={textAnchor} className="figures fill-ink-soft text-xs">{formattedValue}</text>

function Drawing({ bars, summary, axis, width, height }: Props & { width: number; height: number }) {
  const [near, setNear] = useState<number | null>(null)
  const floor = height - FOOT
  const last = bars.length - 1
  const x = scaleBand({ domain: bars.map((_, index) => index), range: [LEFT, width], padding: 0.26 })
  const y = scaleLinear({ domain: [0, Math.max(1, ...bars.map((bar) => bar.value))], range: [floor, TOP], nice: TICKS })
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    setNear(Math.min(last, Math.max(0, Math.floor((at - LEFT) / x.step()))))
  }
  const told = near === null ? undefined : bars[near]
  const every = Math.max(1, Math.ceil(bars.length / Math.max(1, Math.floor((width - LEFT) / LABEL_WIDTH))))
  const labelled = bars.flatMap((_, index) => (index % every === last % every ? [index] : []))
  return (
    <>
      {told === undefined ? null : <p aria-hidden className="figures absolute top-0 right-0 text-sm font-semibold">{told.label}: {told.text}</p>}
      <svg width={width} height={height} role="img" aria-label={summary} className="absolute inset-0 touch-pan-y" onPointerMove={follow} onPointerDown={follow} onPointerLeave={() => setNear(null)}>
        <GridRows scale={y} left={LEFT} width={width - LEFT} numTicks={TICKS} stroke="var(--line)" strokeDasharray="2 5" />
        <AxisLeft scale={y} left={LEFT} numTicks={TICKS} tickFormat={(value) => axis(Number(value))} tickComponent={Label} tickLabelProps={{ textAnchor: 'end', dy: 4 }} tickLength={2} hideAxisLine hideTicks />
        <AxisBottom scale={x} top={floor} tickValues={labelled} tickFormat={(index) => bars[index]?.label ?? ''} tickComponent={Label} tickLabelProps={(_, place, all) => (place === all.length - 1 ? { textAnchor: 'end', dx: x.bandwidth() / 2 } : { textAnchor: 'middle' })} stroke="var(--line)" hideTicks />
        {bars.map((bar, index) => (
          <rect
            key={bar.key} x={x(index)} width={x.bandwidth()} y={y(bar.value)} height={Math.max(0, floor - y(bar.value))} rx={Math.min(5, x.bandwidth() / 3)}
            className={classes('transition-opacity', bar.accent ? 'fill-clay' : 'fill-gold', near !== null && near !== index && 'opacity-40')}
          />
        ))}
      </svg>
    </>
  )
}
