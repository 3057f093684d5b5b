/**
 * Logistic regression by descent along the gradient (AdaGrad). Its loops run over typed arrays some hundred million times,
 * so they index without checks (`!`).
 */

/** An example: which features it has, by number, how much of each, and whether it is of the class (1) or not (0). */
export interface LogisticRow {
  readonly indexes: readonly number[];
  readonly values: readonly number[];
  readonly label: number;
}

const ROUNDS = 400;
const RATE = 0.3;
/** How strongly a weight is pulled to 0; the bias is not. */
const PENALTY = 0.02;

/** The weights of `size` features and the bias, in nats. */
export function fitLogistic(
  rows: readonly LogisticRow[],
  size: number,
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(size + 1); // the last one is the bias
  const squares = new Float64Array(weights.length);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = gradientOf(rows, weights);
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]! + (i === size ? 0 : PENALTY * weights[i]!);
      squares[i]! += slope * slope;
      if (slope !== 0) weights[i]! -= (RATE * slope) / Math.sqrt(squares[i]!);
    }
  }
  return { weights: weights.subarray(0, size), bias: weights[size]! };
}

function gradientOf(rows: readonly LogisticRow[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length);
  const bias = weights.length - 1;
  for (const { indexes, values, label } of rows) {
    let sum = weights[bias]!;
    for (let k = 0; k < indexes.length; k++) sum += weights[indexes[k]!]! * values[k]!;
    const error = 1 / (1 + Math.exp(-sum)) - label;
    for (let k = 0; k < indexes.length; k++) gradient[indexes[k]!]! += error * values[k]!;
    gradient[bias]! += error;
  }
  return gradient;
}
