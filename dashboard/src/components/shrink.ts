/** Photos made small on the phone before they travel: upright, cropped, at most 1,600 pixels, JPEG. */
export type Shape = 'whole' | 'portrait' | 'square'
export type Box = { x: number; y: number; width: number; height: number }

const LONGEST = 1600
const QUALITY = 0.85
const RATIO: Record<Exclude<Shape, 'whole'>, number> = { portrait: 3 / 4, square: 1 }

/** The part of a photo that is kept. Shape: `part` is 0 to 1 along the side that is cut. */
export function cropped(width: number, height: number, shape: Shape, part: number): Box {
  if (shape === 'whole') return { x: 0, y: 0, width, height }
  const ratio = RATIO[shape]
  const wide = Math.min(width, Math.round(height * ratio))
  const high = Math.min(height, Math.round(wide / ratio))
  return { x: Math.round((width - wide) * part), y: Math.round((height - high) * part), width: wide, height: high }
}

/** How large the kept part is drawn. */
export function scaled(box: Box): { width: number; height: number } {
  const scale = Math.min(1, LONGEST / Math.max(box.width, box.height))
  return { width: Math.max(1, Math.round(box.width * scale)), height: Math.max(1, Math.round(box.height * scale)) }
}

/** The photo, cropped and small. A photo that this browser cannot open is sent as it is, for the server to judge. */
export async function shrink(photo: Blob, shape: Shape = 'whole', part = 0.5): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return photo
  const box = cropped(picture.width, picture.height, shape, part)
  const size = scaled(box)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  const pen = canvas.getContext('2d')
  if (pen === null) return photo
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, size.width, size.height)
  pen.drawImage(picture, box.x, box.y, box.width, box.height, 0, 0, size.width, size.height)
  picture.close()
  return new Promise((done) => canvas.toBlob((small) => done(small ?? photo), 'image/jpeg', QUALITY))
}
