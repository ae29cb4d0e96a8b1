import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, isAbsolute } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Puts the parts together: it may import them all, and nothing imports it. */
const MAIN = 'main.ts';

/** What each folder and each file at the top of src/ may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'npm-parent.ts': [],
  'partition-point.ts': [],
  'bit-count.ts': [],
  'config.ts': ['errors.ts'],
  'exit-code.ts': ['errors.ts'],
  'make-folder.ts': ['errors.ts'],
  language: [],
  corpus: ['errors.ts', 'language'],
  embedding: ['errors.ts', 'make-folder.ts', 'language'],
  index: [
    'errors.ts',
    'make-folder.ts',
    'partition-point.ts',
    'bit-count.ts',
    'corpus',
    'language',
    'embedding',
  ],
  answer: ['errors.ts', 'partition-point.ts', 'bit-count.ts', 'corpus', 'language', 'embedding', 'index'],
  evaluation: ['errors.ts', 'language', 'embedding', 'index', 'answer'],
  feedback: ['errors.ts', 'make-folder.ts', 'corpus', 'answer'],
  discord: [
    'errors.ts',
    'config.ts',
    'partition-point.ts',
    'corpus',
    'language',
    'index',
    'answer',
    'feedback',
  ],
  metrics: ['errors.ts', 'index', 'answer', 'discord'],
  bench: ['exit-code.ts', 'corpus', 'embedding', 'index', 'answer', 'evaluation'],
  cli: [
    ...['errors.ts', 'exit-code.ts', 'config.ts', 'make-folder.ts', 'npm-parent.ts'],
    ...['corpus', 'language', 'embedding', 'index', 'answer', 'evaluation', 'feedback', 'discord', 'bench'],
  ],
};

const files = modulesIn(SRC);
const tests = modulesIn(import.meta.dirname);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function modulesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

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

/** The folder of src/ that a file is in, or the file itself at the top. */
function partOf(file: string): string {
  return relative(SRC, file).split(/[\\/]/)[0]!;
}

/** A module's statements, without what is nested in them. */
function statementsOf(file: string): readonly ts.Statement[] {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true).statements;
}

/** Where a module declares a variable behind a function or a class. */
function variablesAmongFunctions(file: string): string[] {
  const statements = statementsOf(file);
  const first = statements.findIndex(
    (statement) => ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement),
  );
  return first < 0 ? [] : variables(statements.slice(first)).map((variable) => named(file, variable));
}

/** Where a module has a function as a variable's value. */
function functionsInVariables(file: string): string[] {
  return variables(statementsOf(file))
    .filter(
      ({ initializer: value }) => value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)),
    )
    .map((variable) => named(file, variable));
}

/** The types and classes that a module exports. */
function exportedTypes(file: string): string[] {
  return statementsOf(file)
    .filter(
      (statement) =>
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isEnumDeclaration(statement) ||
        ts.isClassDeclaration(statement),
    )
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map(({ name }) => name!.text);
}

function variables(statements: readonly ts.Statement[]): ts.VariableDeclaration[] {
  return statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => declarationList.declarations);
}

function named(file: string, { name }: ts.VariableDeclaration): string {
  return `${relative(SRC, file)}: ${name.getText()}`;
}

describe('the source', () => {
  it('has a rule for each of its parts', () => {
    expect(Object.keys(MAY_IMPORT).sort()).toEqual(
      [...new Set(files.map(partOf))].filter((part) => part !== MAIN).sort(),
    );
  });

  it('imports in one direction', () => {
    const wrong: string[] = [];
    const unused = new Set(
      Object.entries(MAY_IMPORT).flatMap(([part, others]) => others.map((other) => `${part} → ${other}`)),
    );
    for (const [file, imported] of imports) {
      const part = partOf(file);
      if (part === MAIN) continue;
      for (const other of imported.filter((name) => name.startsWith(SRC)).map(partOf)) {
        unused.delete(`${part} → ${other}`);
        if (other !== part && !MAY_IMPORT[part]?.includes(other))
          wrong.push(`${relative(SRC, file)} imports ${other}`);
      }
    }
    expect(wrong).toEqual([]);
    // What is allowed and not used lets in what nobody decided on.
    expect([...unused]).toEqual([]);
  });

  it('imports nothing that imports it', () => {
    const all = new Map([...imports, ...tests.map((file) => [file, importsOf(file)] as const)]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].map((name) => relative(SRC, name)).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const other of all.get(file) ?? []) visit(other, [...path, file]);
      done.add(file);
    };
    for (const file of all.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('has no file of more than 300 lines', () => {
    const long = [...files, ...tests].filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('has the variables of a module above its functions and classes', () => {
    expect(files.flatMap(variablesAmongFunctions)).toEqual([]);
  });

  it('declares the functions of a module', () => {
    expect(files.flatMap(functionsInVariables)).toEqual([]);
  });

  it('calls no two things by one name', () => {
    const exporting = new Map<string, string[]>();
    for (const file of files)
      for (const name of exportedTypes(file))
        exporting.set(name, [...(exporting.get(name) ?? []), relative(SRC, file)]);
    expect(exporting.size).toBeGreaterThan(200);
    expect([...exporting].filter(([, modules]) => modules.length > 1)).toEqual([]);
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

  it('knows the vector graph in one place', () => {
    const knowing = [...imports].filter(([, imported]) =>
      imported.some((name) => name === 'hnswlib-node' || name === join(SRC, 'index/nearest/graph-file.ts')),
    );
    expect([...new Set(knowing.map(([file]) => relative(SRC, dirname(file))))]).toEqual([
      join('index', 'nearest'),
    ]);
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

  it('has every file that CONTRIBUTING.md names', () => {
    const root = join(SRC, '..');
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const paths = ['src', 'test', 'deploy']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
          (name) => `${folder}/${name}`,
        ),
      )
      .concat(readdirSync(root))
      .map((path) => `/${path.replaceAll('\\', '/')}`);
    const named = new Set(
      [...text.matchAll(/(?<![\w*.@])[\w/-]+(?:\.test)?\.(?:ts|md|jsonl)\b/g)].map(([name]) => name),
    );
    expect(named.size).toBeGreaterThan(50);
    expect([...named].filter((name) => !paths.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  });
});
