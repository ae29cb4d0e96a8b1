// The least that answering takes: Node.js, the same model through the same library, one question embedded.
// Plain JavaScript, so that nothing but that is measured. Argument: the models folder.
import process from 'node:process';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';

env.localModelPath = process.argv[2];
env.allowRemoteModels = false;
const tokenizer = await AutoTokenizer.from_pretrained('all-MiniLM-L6-v2');
const model = await AutoModel.from_pretrained('all-MiniLM-L6-v2', { quantized: false });
await model(tokenizer('when did the Ganja strike happen'));
