import onnxProto from 'onnx-proto';
import type { Tensor } from './safetensors.ts';

const { onnx } = onnxProto;

/** The fields of a BERT `config.json` that shape its graph. */
export interface BertConfig {
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly hidden_size: number;
  readonly layer_norm_eps: number;
}

/**
 * Writes a BERT encoder as an ONNX model.
 *
 * Inputs `input_ids`, `attention_mask`, `token_type_ids`: int64 [batch, sequence];
 * output `last_hidden_state`: float32 [batch, sequence, hidden].
 * The graph is made of ONNX Runtime's fused operators
 * (https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md), so that the runtime
 * has nothing left to optimise when it loads it.
 *
 * @param weights tensors under their Hugging Face names, e.g. `encoder.layer.0.output.dense.weight`
 */
export function bertToOnnx(weights: ReadonlyMap<string, Tensor>, config: BertConfig): Uint8Array {
  const initializers: onnxProto.onnx.ITensorProto[] = [];
  const nodes: onnxProto.onnx.INodeProto[] = [];

  const tensor = (name: string): Tensor => {
    const found = weights.get(name);
    if (!found) throw new Error(`The model's weights lack the tensor ${name}.`);
    return found;
  };
  const initializer = (name: string, { shape, values }: Tensor): string => {
    initializers.push({
      name,
      dims: [...shape],
      dataType: onnx.TensorProto.DataType.FLOAT,
      rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    });
    return name;
  };
  const vector = (name: string) => initializer(name, tensor(name));
  const matrix = (name: string) => initializer(`${name}.T`, transpose(tensor(name)));
  const node = (
    opType: string,
    input: string[],
    output: string[],
    attribute: onnxProto.onnx.IAttributeProto[] = [],
    domain = 'com.microsoft',
  ): string => {
    nodes.push({ opType, domain, name: output[0]!, input, output, attribute });
    return output[0]!;
  };
  const epsilon = float('epsilon', config.layer_norm_eps);

  for (const name of ['input_ids', 'attention_mask', 'token_type_ids']) {
    node('Cast', [name], [`${name}.int32`], [int('to', onnx.TensorProto.DataType.INT32)], '');
  }
  let hidden = node(
    'EmbedLayerNormalization',
    [
      'input_ids.int32',
      'token_type_ids.int32',
      vector('embeddings.word_embeddings.weight'),
      vector('embeddings.position_embeddings.weight'),
      vector('embeddings.token_type_embeddings.weight'),
      vector('embeddings.LayerNorm.weight'),
      vector('embeddings.LayerNorm.bias'),
    ],
    ['embeddings', 'embeddings.mask_index'],
    [epsilon],
  );

  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const at = (part: string) => `encoder.layer.${layer}.${part}`;
    const self = (part: string) => tensor(at(`attention.self.${part}`));
    const qkvWeight = sideBySide(['query', 'key', 'value'].map((part) => transpose(self(`${part}.weight`))));
    const qkvBias = endToEnd(['query', 'key', 'value'].map((part) => self(`${part}.bias`)));
    const attention = node(
      'Attention',
      [
        hidden,
        initializer(at('attention.qkv.weight'), qkvWeight),
        initializer(at('attention.qkv.bias'), qkvBias),
        'attention_mask.int32',
      ],
      [at('attention')],
      [int('num_heads', config.num_attention_heads)],
    );
    const projected = node(
      'MatMul',
      [attention, matrix(at('attention.output.dense.weight'))],
      [at('projected')],
      [],
      '',
    );
    const attended = node(
      'SkipLayerNormalization',
      [
        projected,
        hidden,
        vector(at('attention.output.LayerNorm.weight')),
        vector(at('attention.output.LayerNorm.bias')),
        vector(at('attention.output.dense.bias')),
      ],
      [at('attended')],
      [epsilon],
    );
    const expanded = node(
      'MatMul',
      [attended, matrix(at('intermediate.dense.weight'))],
      [at('expanded')],
      [],
      '',
    );
    const activated = node('BiasGelu', [expanded, vector(at('intermediate.dense.bias'))], [at('activated')]);
    const contracted = node(
      'MatMul',
      [activated, matrix(at('output.dense.weight'))],
      [at('contracted')],
      [],
      '',
    );
    const last = layer === config.num_hidden_layers - 1;
    hidden = node(
      'SkipLayerNormalization',
      [
        contracted,
        attended,
        vector(at('output.LayerNorm.weight')),
        vector(at('output.LayerNorm.bias')),
        vector(at('output.dense.bias')),
      ],
      [last ? 'last_hidden_state' : at('output')],
      [epsilon],
    );
  }

  return onnx.ModelProto.encode({
    irVersion: 8,
    producerName: 'cited',
    opsetImport: [
      { domain: '', version: 14 },
      { domain: 'com.microsoft', version: 1 },
    ],
    graph: {
      name: 'bert',
      node: nodes,
      initializer: initializers,
      input: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
        valueInfo(name, onnx.TensorProto.DataType.INT64, ['batch', 'sequence']),
      ),
      output: [
        valueInfo('last_hidden_state', onnx.TensorProto.DataType.FLOAT, [
          'batch',
          'sequence',
          config.hidden_size,
        ]),
      ],
    },
  }).finish();
}

function transpose({ shape, values }: Tensor): Tensor {
  const [rows, columns] = shape as [number, number];
  const out = new Float32Array(values.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * columns + c]!;
  return { shape: [columns, rows], values: out };
}

/** Joins matrices of the same height along their columns. */
function sideBySide(parts: readonly Tensor[]): Tensor {
  const rows = parts[0]!.shape[0]!;
  const width = parts.reduce((sum, part) => sum + part.shape[1]!, 0);
  const values = new Float32Array(rows * width);
  let column = 0;
  for (const part of parts) {
    const columns = part.shape[1]!;
    for (let r = 0; r < rows; r++) {
      values.set(part.values.subarray(r * columns, (r + 1) * columns), r * width + column);
    }
    column += columns;
  }
  return { shape: [rows, width], values };
}

function endToEnd(parts: readonly Tensor[]): Tensor {
  const values = Float32Array.from(parts.flatMap((part) => [...part.values]));
  return { shape: [values.length], values };
}

function int(name: string, i: number): onnxProto.onnx.IAttributeProto {
  return { name, type: onnx.AttributeProto.AttributeType.INT, i };
}

function float(name: string, f: number): onnxProto.onnx.IAttributeProto {
  return { name, type: onnx.AttributeProto.AttributeType.FLOAT, f };
}

function valueInfo(
  name: string,
  elemType: number,
  dims: readonly (string | number)[],
): onnxProto.onnx.IValueInfoProto {
  const dim = dims.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
