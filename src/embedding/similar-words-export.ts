import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import onnxProto from 'onnx-proto';
import { stem } from '../language/languages.ts';
import type { Tensor } from './safetensors.ts';
import { MIN_COSINE, SIMILAR_WORDS } from './similar-words.ts';

const { onnx } = onnxProto;

const NEIGHBOURS = 10;
/** Forms of a word are neighbours of one another, and fall together once stemmed. */
const NEIGHBOURS_OF_FORM = 16;
/** Rows multiplied at once. */
const BLOCK = 512;

/**
 * Works out what `SimilarWords` of similar-words.ts opens. Takes some five seconds: done once, with the model's export.
 *
 * @param vocabulary ids of the model's word pieces, the more frequent the lower
 * @param embeddings a row for each word piece
 */
export async function writeSimilarWords(
  modelFolder: string,
  vocabulary: Readonly<Record<string, number>>,
  embeddings: Tensor,
): Promise<void> {
  const words = Object.keys(vocabulary)
    .filter((word) => /^[a-z]{3,}$/.test(word))
    .sort((a, b) => vocabulary[a]! - vocabulary[b]!);
  const vectors = centredUnitVectors(
    embeddings,
    words.map((word) => vocabulary[word]!),
  );
  const stems = words.map((form) => stem({ form, start: 0, end: 0, unspaced: false }, 'en'));
  const similar = new Map<string, Map<string, number>>(stems.map((term) => [term, new Map()]));
  for await (const { word, neighbour, cosine } of nearestNeighbours(vectors, words.length)) {
    if (cosine < MIN_COSINE || stems[word] === stems[neighbour]) continue;
    const known = similar.get(stems[word]!)!;
    known.set(stems[neighbour]!, Math.max(cosine, known.get(stems[neighbour]!) ?? 0));
  }
  const lines = [...similar].map(([term, others]) => {
    const nearest = [...others].sort((a, b) => b[1] - a[1]).slice(0, NEIGHBOURS);
    return [term, ...nearest.flatMap(([other, cosine]) => [other, String(Math.round(cosine * 100))])].join(
      ' ',
    );
  });
  writeFileSync(join(modelFolder, SIMILAR_WORDS), `${lines.join('\n')}\n`);
}

/** All word vectors share a direction that says nothing of their meaning: the mean is taken off. */
function centredUnitVectors({ shape, values }: Tensor, rows: readonly number[]): Float32Array {
  const width = shape[1]!;
  const mean = new Float64Array(width);
  for (const row of rows) for (let d = 0; d < width; d++) mean[d]! += values[row * width + d]! / rows.length;
  const vectors = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) {
    let squares = 0;
    for (let d = 0; d < width; d++) squares += (values[row * width + d]! - mean[d]!) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let d = 0; d < width; d++) vectors[i * width + d] = (values[row * width + d]! - mean[d]!) / length;
  }
  return vectors;
}

/** All pairs by ONNX Runtime, which uses every core: in plain JavaScript this would take minutes. */
async function* nearestNeighbours(vectors: Float32Array, count: number) {
  const { InferenceSession, Tensor: OnnxTensor } = await import('onnxruntime-node');
  const width = vectors.length / count;
  const session = await InferenceSession.create(matMulTopK(vectors, count, width));
  for (let first = 0; first < count; first += BLOCK) {
    const rows = vectors.subarray(first * width, Math.min(count, first + BLOCK) * width);
    const { values, indices } = await session.run({
      rows: new OnnxTensor('float32', rows, [rows.length / width, width]),
    });
    const cosines = values!.data as Float32Array;
    const neighbours = indices!.data as BigInt64Array;
    for (let i = 0; i < cosines.length; i++) {
      const word = first + Math.floor(i / NEIGHBOURS_OF_FORM);
      yield { word, neighbour: Number(neighbours[i]), cosine: cosines[i]! };
    }
  }
}

function matMulTopK(vectors: Float32Array, count: number, width: number): Uint8Array {
  const { FLOAT, INT64 } = onnx.TensorProto.DataType;
  const transposed = new Float32Array(vectors.length);
  for (let i = 0; i < count; i++)
    for (let d = 0; d < width; d++) transposed[d * count + i] = vectors[i * width + d]!;
  const raw = (array: Float32Array | BigInt64Array) => new Uint8Array(array.buffer);
  const value = (name: string, elemType: number, columns: number) => ({
    name,
    type: { tensorType: { elemType, shape: { dim: [{ dimParam: 'rows' }, { dimValue: columns }] } } },
  });
  return onnx.ModelProto.encode({
    irVersion: 8,
    opsetImport: [{ domain: '', version: 14 }],
    graph: {
      name: 'similar-words',
      initializer: [
        { name: 'words', dims: [width, count], dataType: FLOAT, rawData: raw(transposed) },
        { name: 'k', dims: [1], dataType: INT64, rawData: raw(BigInt64Array.of(BigInt(NEIGHBOURS_OF_FORM))) },
      ],
      node: [
        { opType: 'MatMul', input: ['rows', 'words'], output: ['cosines'] },
        { opType: 'TopK', input: ['cosines', 'k'], output: ['values', 'indices'] },
      ],
      input: [value('rows', FLOAT, width)],
      output: [value('values', FLOAT, NEIGHBOURS_OF_FORM), value('indices', INT64, NEIGHBOURS_OF_FORM)],
    },
  }).finish();
}
