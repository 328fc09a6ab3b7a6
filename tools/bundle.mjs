// bundle.mjs OUT: makes one script of web/js and the packages it uses, their licences at its end. It is a classic one, as
// browsers load no modules from a disk. CMake calls this.
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (...path) => readFileSync(join(top, ...path), "utf8");

const wanted = JSON.parse(read("package-lock.json")).packages,
  there = JSON.parse(read("node_modules/.package-lock.json")).packages;
const other = Object.keys(wanted).find(
  (path) => path && !wanted[path].optional && wanted[path].version !== there[path]?.version,
);
if (other) {
  console.error(`error: ${other} is not what package-lock.json names. Run npm ci.`);
  process.exit(1);
}

const done = await build({
  absWorkingDir: top,
  entryPoints: ["web/js/pages.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  metafile: true,
  write: false,
});

const packages = Object.keys(done.metafile.inputs).map((path) => /^node_modules\/((@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
const licences = [...new Set(packages.filter(Boolean))].sort().map((name) => {
  const {version} = JSON.parse(read("node_modules", name, "package.json")),
    text = readdirSync(join(top, "node_modules", name)).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version}\n\n${read("node_modules", name, text).trim()}\n`;
});
writeFileSync(process.argv[2], `${done.outputFiles[0].text}/*!\n${licences.join("\n").replaceAll("*/", "* /")}*/\n`);
