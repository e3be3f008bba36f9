import { texts } from '../texts/texts.js';

/** Those that call themselves by others' names as well come before those others. */
const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[^ ]* (?:Mobile\/\S+ )?Safari\//],
] as const;
const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  [texts.accounts.sessions.appleMobile, /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** A browser as people call it, from what it says of itself: `Firefox 140, Linux`. What is not known is told as it came. */
export function agentName(agent: string): string {
  const browser = BROWSERS.flatMap(([name, form]) => {
    const version = form.exec(agent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  if (browser === undefined) return agent.length > 60 ? `${agent.slice(0, 60)}…` : agent;
  const system = SYSTEMS.find(([, form]) => form.test(agent))?.[0];
  return system === undefined ? browser : `${browser}, ${system}`;
}
