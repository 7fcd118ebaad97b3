// How much two pictures look alike.

/**
 * Returns the mean structural similarity (SSIM) of two PNGs in base64 by brightness, over windows of eight by eight pixels,
 * four apart (Wang, Bovik, Sheikh and Simoncelli 2004). It runs in a page, which knows how to read PNGs.
 */
export async function similarity(pngs) {
  const [one, other] = await Promise.all(
    pngs.map(async (png) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const light = new Float64Array(image.width * image.height);
      for (let pixel = 0; pixel < light.length; pixel++) {
        const [red, green, blue] = data.subarray(pixel * 4);
        light[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
      }
      return { width: image.width, height: image.height, light };
    }),
  );
  if (one.width !== other.width || one.height !== other.height) return 0;
  const [steady, steadier] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  let [sum, windows] = [0, 0];
  for (let top = 0; top + 8 <= one.height; top += 4) {
    for (let left = 0; left + 8 <= one.width; left += 4) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + 8; y++) {
        for (let x = left; x < left + 8; x++) {
          const [p, q] = [one.light[y * one.width + x], other.light[y * one.width + x]];
          a += p / 64;
          b += q / 64;
          aa += (p * p) / 64;
          bb += (q * q) / 64;
          ab += (p * q) / 64;
        }
      }
      const likeness = (2 * a * b + steady) * (2 * (ab - a * b) + steadier);
      sum += likeness / ((a * a + b * b + steady) * (aa - a * a + bb - b * b + steadier));
      windows++;
    }
  }
  return sum / windows;
}
