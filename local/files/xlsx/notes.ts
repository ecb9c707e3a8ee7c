import { parseA1 } from "../../runtime/model/a1";
import { attribute, parseElement, plainXml, startTagAt, unescapeXml } from "./xml";
import { XmlPart } from "./xml-part";

/** Reads the notes of a sheet from its part of comments: their texts by cell, as `row,column`. */
export function readNotes(commentsXml: string): Map<string, string> {
  const notes = new Map<string, string>();
  const list = new XmlPart(plainXml(commentsXml)).child("commentList");
  for (const { name, xml } of list === null ? [] : parseElement(list).children) {
    if (name !== "comment") continue;
    const cell = parseA1(attribute(startTagAt(xml, 0).attributes, "ref") ?? "", 1_048_576, 16_384);
    if (cell === null) continue;
    const texts = xml.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</g);
    notes.set(`${cell.row},${cell.column}`, unescapeXml([...texts].map(([, text = ""]) => text).join("")));
  }
  return notes;
}
