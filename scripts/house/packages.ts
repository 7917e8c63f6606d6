import { isBuiltin } from 'node:module';
import { importsOf } from './imports';
import type { Problem, SourceTree } from './source-tree';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/**
 * Packages that are imported without being declared in package.json, what ships but is declared only for development,
 * and versions that are not exact.
 */
export function checkPackages(tree: SourceTree, manifest: Manifest): Problem[] {
  const { dependencies = {}, devDependencies = {} } = manifest;
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ file: 'package.json', message: `${name} "${version}": ghi đúng một phiên bản.` }));
  const used = [...tree.keys()].flatMap((file) =>
    importsOf(tree, file).flatMap(({ written, place, line }) => {
      if (place !== null || isBuiltin(written) || /^[/#]|^[a-z]+:/.test(written)) return [];
      const name = written.split('/', written.startsWith('@') ? 2 : 1).join('/');
      const typesOnly = devDependencies[`@types/${name}`] !== undefined;
      if (name in dependencies || (!file.startsWith('src/') && name in devDependencies)) return [];
      if (file.startsWith('src/') && (name in devDependencies || typesOnly))
        return [{ file, line, message: `gói "${name}" đi cùng chương trình: ghi vào dependencies.` }];
      return [{ file, line, message: `gói "${name}" chưa có trong package.json.` }];
    }),
  );
  return [...loose, ...used];
}
