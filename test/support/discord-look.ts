/** A message of the bot as a page that looks like Discord's dark theme. Knows the components that the bot sends. */

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly emoji?: { readonly name: string };
  readonly style?: number;
  readonly accent_color?: number;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 18px 20px 4px; background: #313338; color: #dbdee1; width: var(--width);
    font: 16px/1.375 "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif; }
  .message { display: grid; grid-template-columns: 40px 1fr; column-gap: 16px; margin-bottom: 16px; }
  .avatar { width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-weight: 700;
    color: #fff; font-size: 19px; }
  .name { font-weight: 600; color: #f2f3f5; }
  .app { background: #5865f2; color: #fff; font-size: 11px; font-weight: 600; border-radius: 4px;
    padding: 1px 5px 2px; margin-left: 5px; vertical-align: 1px; }
  .time { font-size: 12px; color: #949ba4; margin-left: 7px; }
  .mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; }
  .reply { font-size: 14px; color: #b5bac1; margin: 0 0 4px 56px; position: relative; }
  .reply::before { content: ""; position: absolute; left: -36px; top: 10px; width: 32px; height: 13px;
    border: 2px solid #4e5058; border-width: 2px 0 0 2px; border-top-left-radius: 6px; }
  .container { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px;
    padding: 14px 16px; margin-top: 6px; }
  .section { display: flex; gap: 16px; align-items: flex-start; }
  .section > .text { flex: 1; min-width: 0; }
  .separator { height: 1.34px; background: #3f4147; margin: 12px 0; }
  blockquote { margin: 0; padding-left: 12px; border-left: 4px solid #4e5058; border-radius: 4px; }
  strong { font-weight: 700; color: #f2f3f5; }
  small { display: block; font-size: 13px; line-height: 1.4; color: #949ba4; margin-top: 4px; }
  .row { display: flex; gap: 8px; margin-top: 8px; flex-wrap: wrap; }
  .button { background: #4e5058; color: #fff; font-size: 14px; font-weight: 500; border-radius: 8px;
    padding: 6px 14px; white-space: nowrap; }
  .button.danger { background: #da373c; }
  .emoji { font-family: "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"; }`;

/** @param components of the answer, as they were sent */
export function pageOf(question: string, components: readonly object[], width: number): string {
  const asked = `<span class="mention">@Cited</span> ${escapeHtml(question)}`;
  const answer = (components as readonly Component[]).map(render).join('');
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<body style="--width: ${width}px">
${message('Leyla', '#3ba55d', '', '14:02', asked)}
<div class="reply"><span class="name">Leyla</span> ${asked}</div>
${message('Cited', '#5865f2', '<span class="app">APP</span>', '14:02', answer)}
<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script>`;
}

function message(name: string, color: string, badge: string, time: string, body: string): string {
  return `<div class="message"><div class="avatar" style="background: ${color}">${name.charAt(0)}</div>
<div><span class="name">${name}</span>${badge}<span class="time">Today at ${time}</span><div>${body}</div></div></div>`;
}

function render(component: Component): string {
  const inner = (component.components ?? []).map(render).join('');
  switch (component.type) {
    case 1:
      return `<div class="row">${inner}</div>`;
    case 2: {
      const emoji = component.emoji ? `<span class="emoji">${component.emoji.name}</span>` : '';
      const label = [emoji, escapeHtml(component.label ?? '')].filter(Boolean).join(' ');
      return `<span class="button${component.style === 4 ? ' danger' : ''}">${label}</span>`;
    }
    case 9:
      return `<div class="section">${inner}${component.accessory ? render(component.accessory) : ''}</div>`;
    case 10:
      return `<div class="text">${markdown(component.content ?? '')}</div>`;
    case 14:
      return '<div class="separator"></div>';
    case 17: {
      const color = (component.accent_color ?? 0).toString(16).padStart(6, '0');
      return `<div class="container" style="border-left-color: #${color}">${inner}</div>`;
    }
    default:
      throw new Error(`a component of type ${component.type} has no look yet`);
  }
}

/** Block quotes, small print, bold, underlined and escaped characters: what the bot writes. */
function markdown(source: string): string {
  const html: string[] = [];
  let quote: string[] = [];
  const endQuote = (): void => {
    if (quote.length > 0) html.push(`<blockquote>${quote.join('<br>')}</blockquote>`);
    quote = [];
  };
  for (const line of source.split('\n')) {
    if (line.startsWith('> ')) {
      quote.push(inline(line.slice(2)));
      continue;
    }
    endQuote();
    html.push(
      line.startsWith('-# ') ? `<small>${inline(line.slice(3))}</small>` : `<div>${inline(line)}</div>`,
    );
  }
  endQuote();
  return html.join('');
}

function inline(source: string): string {
  return source.replace(
    /\\([^0-9A-Za-z\s])|\*\*((?:\\[\s\S]|[^\\])+?)\*\*|__((?:\\[\s\S]|[^\\])+?)__|[&<>]/g,
    (all, escaped?: string, bold?: string, underlined?: string) => {
      if (bold !== undefined) return `<strong>${inline(bold)}</strong>`;
      return underlined === undefined ? escapeHtml(escaped ?? all) : `<u>${inline(underlined)}</u>`;
    },
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
