import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './page.mjs';

const folder = new URL('../../main/resources/org/vigie/station/page/js/', import.meta.url);
const { listed, named, switchLanguage } = await load('i18n.js');

/** A space before a mark, as French has it. `Tri ?` and its like are signs, and no questions. */
const FRENCH = /\S[ \u00a0\u202f][:;!»]|«[ \u00a0\u202f]/;

/** The texts of a script, without what a template computes: the quoted ones within it are texts of their own. */
function textsOf(script) {
  const texts = [];
  read(0, '');
  return texts;

  /** Reads code from a place to the end of its braces. */
  function read(from, end) {
    let at = from;
    while (at < script.length && script[at] !== end) {
      if (script.startsWith('//', at)) at = script.indexOf('\n', at);
      else if (script.startsWith('/*', at)) at = script.indexOf('*/', at) + 2;
      else if (script[at] === '/' && /[(,=:]\s*$/.test(script.slice(0, at))) at = script.slice(at).match(/^\/(?:\\.|\[[^\]]*\]|[^/\\])+\//)[0].length + at;
      else if (`'"\``.includes(script[at])) at = quoted(at);
      else if (script[at] === '{') at = read(at + 1, '}') + 1;
      else at += 1;
    }
    return at;
  }

  /** Reads one text, and returns where it has ended. */
  function quoted(from) {
    const mark = script[from];
    let text = '';
    let at = from + 1;
    while (script[at] !== mark) {
      if (script[at] === '\\') at += 2;
      else if (mark === '`' && script.startsWith('${', at)) {
        text += '…';
        at = read(at + 2, '}') + 1;
      } else text += script[at++];
    }
    texts.push(text);
    return at + 1;
  }
}

/** The scripts of the page; i18n.js without its French words. */
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => {
  const script = readFileSync(new URL(name, folder), 'utf8');
  return { name, script: name === 'i18n.js' ? script.slice(0, script.indexOf('const FR = {')) + script.slice(script.indexOf('const EN = {')) : script };
});

/** The own words of a file stand as `key: ['French', 'English'],` and the French one may be spaced as French is. */
const withoutFrench = (script) => script.replace(/^( {2}\w+: \[)(['`])(?:\\.|(?!\2).)*\2, /gm, '$1');

test('no English text of the page has a French space before a mark', () => {
  const found = scripts.flatMap(({ name, script }) => textsOf(withoutFrench(script)).filter((text) => FRENCH.test(text)).map((text) => `${name}: ${text}`));
  assert.deepEqual(found, []);
  assert.ok(scripts.flatMap(({ script }) => textsOf(script)).length > 2000);
});

test('a name and what is said of it have the colon of the language', () => {
  assert.equal(named('Moniteur', 'APNÉE'), 'Moniteur : APNÉE');
  assert.equal(listed(['une', 'autre']), 'une ; autre');
  switchLanguage();
  assert.equal(named('Monitor', 'APNOEA'), 'Monitor: APNOEA');
  assert.equal(listed(['one', 'another']), 'one; another');
  switchLanguage();
});
