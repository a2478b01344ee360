import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Attributes whose text people read or hear. */
const READ_ATTRIBUTES =
  /^(title|label|placeholder|description|alt|error|action|aria-(label|valuetext|description|roledescription))$/;
/** Attributes and callees whose strings only machines read. */
const MACHINE_ATTRIBUTES =
  /^(className|style|d|points|transform|viewBox|key|to|href|src|id|type|role|autoComplete|template|classNames|styles|data-.*|aria-(labelledby|describedby|controls))$/;
const MACHINE_CALLEES =
  /(^|\.)(closest|querySelector|querySelectorAll|matchMedia|includes|replace|replaceAll|split|test|match)$/;
const WORD = /\p{L}{2,}/u;
/** A sentence or a title: words with a space between, or one capitalised word that is nothing else. */
const PROSE = /(^|[\s(“])\p{L}[\p{L}’'-]*[,.:;…!?]?\s+[\p{L}\d(“]|^\p{Lu}\p{Ll}+[…:.!?]?$/u;
const CODE =
  /^(calc|var|rgba?|url|linear-gradient|color-mix|repeat|minmax|translate|rotate|scale)\(|--[a-z]+-|^[\d.]+px |, ?(sans-serif|monospace)|^[MLHVCQ] /;
/** Names of keys, as events bring them. */
const KEYS =
  /^(Shift\+)?(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Enter|Escape|Tab|Delete|Backspace)$/;
/** Units are no words. */
const UNITS = /\b(px|mm|ms|min|s|J|kN|KiB|MiB)\b/g;
/** Names are the same in every language: of the product, of standards, of forces. */
const NAMES =
  /^(MLMCSC|https?:.*|English|Deutsch|ISO \d+-\d+|ASTM E\d+|F(gy|m|iu|a)|Fiu, Fa|AIC, BIC|[0-9A-Z]{4}(-[0-9A-Z]{4}){3})$/;

/** Whether code at this place runs when its module loads. */
function isModuleLevel(node) {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (ts.isFunctionLike(parent)) return false;
  }
  return true;
}

/** Whether this is something to be typed as it stands. */
function isCommand({ parent }) {
  return ts.isJsxElement(parent) && /^code$/i.test(parent.openingElement.tagName.getText());
}

/** Whether a string at this place is for machines. */
function isForMachines(node) {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent))
    return true;
  if (ts.isModuleDeclaration(parent) || ts.isElementAccessExpression(parent) || ts.isCaseClause(parent))
    return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (
    ts.isBinaryExpression(parent) &&
    /^(Equals|Exclamation)Equals/.test(ts.SyntaxKind[parent.operatorToken.kind])
  )
    return true;
  for (let above = node; above !== undefined && !ts.isStatement(above); above = above.parent) {
    if (ts.isNewExpression(above) && /Error$/.test(above.expression.getText())) return true;
    if (ts.isCallExpression(above) && MACHINE_CALLEES.test(above.expression.getText())) return true;
    if (ts.isJsxAttribute(above)) return MACHINE_ATTRIBUTES.test(above.name.getText());
  }
  return false;
}

/** Whether a string is what an expression between tags shows, a single word in lower case among them. */
function isShownBetweenTags(node) {
  let { parent } = node;
  while (
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    ts.isParenthesizedExpression(parent) ||
    (ts.isBinaryExpression(parent) &&
      /^(Bar|Ampersand|Question){2}/.test(ts.SyntaxKind[parent.operatorToken.kind]))
  ) {
    parent = parent.parent;
  }
  return ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent);
}

function isProse(node, value) {
  if (
    NAMES.test(value.trim()) ||
    KEYS.test(value) ||
    CODE.test(value) ||
    !WORD.test(value.replaceAll(UNITS, ''))
  )
    return false;
  const isRead = ts.isJsxAttribute(node.parent) && READ_ATTRIBUTES.test(node.parent.name.getText());
  return (isRead || isShownBetweenTags(node) || PROSE.test(value)) && !isForMachines(node);
}

/**
 * Texts for people that stand in a file of the web application instead of in a catalogue, and texts of a catalogue that
 * are read when a module loads and so would not follow the language.
 * @param {string} name of the file; decides how it is read
 * @param {string} source
 * @returns {string[]} `line: text`
 */
export function findInlineTexts(name, source) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const report = (node, value) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${value.trim().replaceAll(/\s+/g, ' ')}`);
  };
  const visit = (node) => {
    if (ts.isJsxText(node) && WORD.test(node.text) && !NAMES.test(node.text.trim()) && !isCommand(node))
      report(node, node.text);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isProse(node, node.text)) report(node, node.text);
    }
    if (ts.isTemplateExpression(node)) {
      const value = node.head.text + node.templateSpans.map((span) => `0${span.literal.text}`).join('');
      if (isProse(node, value)) report(node, value);
    }
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'text' && isModuleLevel(node)) {
      report(node, `${node.getText()} is read when the module loads`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * All of them in a folder, tests and catalogues left out.
 * @param {string} folder
 * @returns {string[]} `path:line: text`
 */
export function findInlineTextsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !/[\\/](texts|server-words)[\\/](english|german(-\w+)?)\.ts$|[\\/]theme[\\/]theme\.ts$/.test(path),
    )
    .flatMap((path) =>
      findInlineTexts(path, readFileSync(path, 'utf8')).map((text) => `${relative(folder, path)}:${text}`),
    );
}
