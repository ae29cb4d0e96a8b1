import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, isAbsolute } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** What each folder may import beside itself and the files at the top of src/. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  corpus: ['language'],
  embedding: ['language'],
  index: ['corpus', 'language', 'embedding'],
  answer: ['corpus', 'language', 'embedding', 'index'],
  evaluation: ['corpus', 'language', 'embedding', 'index', 'answer'],
  feedback: ['corpus', 'language', 'index', 'answer', 'evaluation'],
  discord: ['corpus', 'language', 'index', 'answer', 'feedback'],
  metrics: ['index', 'answer', 'discord'],
  bench: ['corpus', 'language', 'embedding', 'index', 'answer', 'evaluation'],
  cli: ['corpus', 'language', 'embedding', 'index', 'answer', 'evaluation', 'feedback', 'discord', 'bench'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Paths of other source files, and names of packages: of all that is imported, types too, in whatever way. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = importedName(node);
    if (name && ts.isStringLiteralLike(name))
      found.push(name.text.startsWith('.') ? resolve(dirname(file), name.text) : name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext));
  return found;
}

/** What a node imports: `import`, `export … from`, `import(…)` and the type `import('…').T`. */
function importedName(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
}

/** The folder of src/ that a file is in; empty for those at the top. */
function folderOf(file: string): string {
  const parts = relative(SRC, file).split(/[\\/]/);
  return parts.length > 1 ? parts[0]! : '';
}

describe('the source', () => {
  it('has a rule for each of its folders', () => {
    const folders = new Set(files.map(folderOf));
    folders.delete('');
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('imports in one direction', () => {
    const wrong: string[] = [];
    for (const [file, imported] of imports) {
      const folder = folderOf(file);
      if (folder === '') continue;
      for (const other of imported.filter((name) => name.startsWith(SRC)).map(folderOf)) {
        if (other !== '' && other !== folder && !MAY_IMPORT[folder]?.includes(other))
          wrong.push(`${relative(SRC, file)} imports ${other}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('leaves its parts to main.ts alone to put together', () => {
    const wrong = [...imports].filter(([, imported]) => imported.includes(join(SRC, 'main.ts')));
    expect(wrong).toEqual([]);
  });

  it('imports nothing that imports it', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].map((name) => relative(SRC, name)).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const other of imports.get(file) ?? []) visit(other, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('has no file of more than 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('stands on the packages that it was asked to', () => {
    const packages = new Set([...imports.values()].flat());
    for (const name of ['discord.js', '@xenova/transformers', 'hnswlib-node', 'dotenv']) {
      expect(
        [...packages].some((imported) => imported === name || imported.startsWith(`${name}/`)),
        name,
      ).toBe(true);
    }
  });

  it('imports no package that package.json does not name', () => {
    const { dependencies } = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const known = (name: string) =>
      name.startsWith('node:') ||
      Object.keys(dependencies).some(
        (dependency) => name === dependency || name.startsWith(`${dependency}/`),
      );
    for (const [file, imported] of imports) {
      for (const name of imported.filter((one) => !isAbsolute(one)))
        // The syntax tree of Markdown has types only, by the name that DefinitelyTyped gives them.
        if (name !== 'mdast') expect(known(name), `${relative(SRC, file)} imports ${name}`).toBe(true);
    }
  });

  it('has a reason for each package', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(SRC, '../package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const text = readFileSync(join(SRC, '../CONTRIBUTING.md'), 'utf8');
    const reasons = text.slice(text.indexOf('\n## Dependencies'), text.indexOf('\n## Style'));
    const named = new Set([...reasons.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
    const packages = Object.keys({ ...dependencies, ...devDependencies });
    expect(packages.filter((name) => !named.has(name) && !name.startsWith('@types/'))).toEqual([]);
    expect([...named].filter((name) => !packages.includes(name) && /^[@a-z]/.test(name))).toEqual([
      '@types/*',
    ]);
  });
});
