// @ts-check
import * as format from './format.js';
import { byId, setText } from './dom.js';
import { t } from './i18n.js';

/** Names the alarm rules in force in the foot of the page. @param {import('./model.js').Ward} ward */
export function showRules(ward) {
  setText(byId('rules'), ward.rules ? text(ward.rules, ward.wall()) : '');
}

/** @param {import('./model.js').Rules} rules @param {number} wall */
function text({ version, publication, author, inForceFrom, restores }, wall) {
  if (publication === undefined) return t('rulesConfigured', { version });
  const published = { version, number: publication, author: author ?? '', time: format.when(inForceFrom ?? wall, wall) };
  return t(restores === undefined ? 'rulesPublished' : 'rulesRestored', published);
}
