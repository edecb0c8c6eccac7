import type { ExplorerData } from "../explorer_data.ts";
import { checkView, filedView, type View } from "../view.ts";

export function viewAddress(_data: ExplorerData, view: View): string {
  return `#${encodeURIComponent(JSON.stringify(view))}`;
}

export function parseViewAddress(data: ExplorerData, address: string) {
  try {
    const view = checkView(data, JSON.parse(decodeURIComponent(address.slice(1))));
    return { view, problems: [] };
  } catch (error) {
    return {
      view: filedView(data, data.valuations[0]!.file.name),
      problems: [String(error)],
    };
  }
}
